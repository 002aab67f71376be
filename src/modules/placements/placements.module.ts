import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { JobProgressModule } from '../jobs/jobs.module.js';
import { PublishersModule } from '../publishers/publishers.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { ImportedPlacementsRepository } from './imported-placements.repository.js';
import { ImportedPlacements } from './imported-placements.service.js';
import { OwnersRepository } from './owners.repository.js';
import { PlacementEntity } from './placement.entity.js';
import { PlacementAcceptance } from './placement-acceptance.js';
import { PlacementActsController } from './placement-acts.controller.js';
import { PlacementActsService } from './placement-acts.service.js';
import { PlacementBulkController } from './placement-bulk.controller.js';
import { PlacementBulkJob } from './placement-bulk.job.js';
import { PlacementBulkService } from './placement-bulk.service.js';
import { PlacementChecksModule } from './placement-checks.module.js';
import { PlacementDetails } from './placement-detail.query.js';
import { PlacementDetailService } from './placement-detail.service.js';
import { PlacementDocumentsController } from './placement-documents.controller.js';
import { PlacementDocumentsService } from './placement-documents.service.js';
import { PlacementEditing } from './placement-editing.js';
import { PlacementExport } from './placement-export.js';
import { PlacementIntake } from './placement-intake.js';
import { PlacementJobRunner } from './placement-job-runner.js';
import { PlacementListController } from './placement-list.controller.js';
import { PlacementLists } from './placement-list.query.js';
import { PlacementListeners } from './placement-listeners.js';
import { PlacementNewOwner } from './placement-new-owner.js';
import { PlacementNewOwnerRepository } from './placement-new-owner.repository.js';
import { PlacementPlaces } from './placement-places.js';
import { PlacementReplacement } from './placement-replacement.js';
import { PlacementUndoJob } from './placement-undo.job.js';
import { PlacementUndoService } from './placement-undo.service.js';
import { PlacementsController } from './placements.controller.js';
import { PlacementsRepository } from './placements.repository.js';
import { PlacementsService } from './placements.service.js';
import { TargetMoveService } from './target-move.service.js';
import { TermSourceEntity } from './term-source.entity.js';
import { TermSourcesRepository } from './term-sources.repository.js';

const ENTITIES = [PlacementEntity, TermSourceEntity];

/** Placements: what was agreed or earned, and what people do with it. Lists stand before pages: `counts` is no id. */
@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    AccessModule,
    JobProgressModule,
    ClientsModule,
    PublishersModule,
    SitesModule,
    PlacementChecksModule,
  ],
  controllers: [
    PlacementListController,
    PlacementBulkController,
    PlacementsController,
    PlacementActsController,
    PlacementDocumentsController,
  ],
  providers: [
    ImportedPlacements,
    ImportedPlacementsRepository,
    OwnersRepository,
    PlacementAcceptance,
    PlacementActsService,
    PlacementBulkJob,
    PlacementBulkService,
    PlacementDetails,
    PlacementDetailService,
    PlacementDocumentsService,
    PlacementEditing,
    PlacementExport,
    PlacementIntake,
    PlacementJobRunner,
    PlacementListeners,
    PlacementLists,
    PlacementNewOwner,
    PlacementNewOwnerRepository,
    PlacementPlaces,
    PlacementReplacement,
    PlacementUndoJob,
    PlacementUndoService,
    PlacementsRepository,
    PlacementsService,
    TargetMoveService,
    TermSourcesRepository,
  ],
  exports: [ImportedPlacements, PlacementActsService, PlacementsService],
})
export class PlacementsModule {}
