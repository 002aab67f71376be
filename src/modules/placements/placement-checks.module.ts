import { Module } from '@nestjs/common';
import { PlacementChecksRepository } from './placement-checks.repository.js';
import { PlacementChecksService } from './placement-checks.service.js';
import { PlacementSightingsController } from './placement-sightings.controller.js';
import { PlacementSightings } from './placement-sightings.query.js';
import { PlacementSightingsRepository } from './placement-sightings.repository.js';
import { PlacementSightingsService } from './placement-sightings.service.js';
import { SiteCharacterRepository } from './site-character.repository.js';

/** What checks read and write on placements; the verifier enters here. */
@Module({
  controllers: [PlacementSightingsController],
  providers: [
    PlacementChecksService,
    PlacementChecksRepository,
    PlacementSightings,
    PlacementSightingsRepository,
    PlacementSightingsService,
    SiteCharacterRepository,
  ],
  exports: [PlacementChecksService],
})
export class PlacementChecksModule {}
