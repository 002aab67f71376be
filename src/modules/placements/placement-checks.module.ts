import { Module } from '@nestjs/common';
import { PlacementChecksRepository } from './placement-checks.repository.js';
import { PlacementChecksService } from './placement-checks.service.js';
import { SiteCharacterRepository } from './site-character.repository.js';

/** What checks read and write on placements; the verifier enters here. */
@Module({
  providers: [PlacementChecksService, PlacementChecksRepository, SiteCharacterRepository],
  exports: [PlacementChecksService],
})
export class PlacementChecksModule {}
