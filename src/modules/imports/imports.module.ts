import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { PublishersModule } from '../publishers/publishers.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { ImportEntity } from './import.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportChangesRepository } from './import-changes.repository.js';
import { ImportCleaning } from './import-cleaning.js';
import { ImportEnding } from './import-ending.js';
import { ImportEngine } from './import-engine.js';
import { ImportErrorsController } from './import-errors.controller.js';
import { ImportFile } from './import-file.js';
import { ImportFormatsController } from './import-formats.controller.js';
import { ImportLeftovers } from './import-leftovers.repository.js';
import { ImportListsService } from './import-lists.service.js';
import { ImportMappingsRepository } from './import-mappings.repository.js';
import { ImportParts, SiteParts } from './import-parts.js';
import { ImportRuns } from './import-runs.js';
import { ImportSites } from './import-sites.repository.js';
import { ImportTasks } from './import-tasks.js';
import { ImportUndo } from './import-undo.js';
import { ImportUploads } from './import-uploads.service.js';
import { ImportWithdrawals } from './import-withdrawals.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { BrandsPart } from './parts/brands-part.js';
import { ConditionsPart } from './parts/conditions-part.js';
import { ContactsPart } from './parts/contacts-part.js';
import { LinkingSitesPart } from './parts/linking-sites-part.js';
import { LinksPart } from './parts/links-part.js';
import { MetricsPart } from './parts/metrics-part.js';
import { OwnersPart } from './parts/owners-part.js';
import { PlacementsPart } from './parts/placements-part.js';
import { ProspectsPart } from './parts/prospects-part.js';
import { PublishersPart } from './parts/publishers-part.js';
import { SitesPart } from './parts/sites-part.js';
import { TargetPagesPart } from './parts/target-pages-part.js';
import { TouchesPart } from './parts/touches-part.js';
import { RecordWithdrawals } from './record-withdrawals.js';
import { UndoBookkeeping } from './undo-bookkeeping.js';

const PARTS = [
  BrandsPart,
  ConditionsPart,
  ContactsPart,
  LinkingSitesPart,
  LinksPart,
  MetricsPart,
  OwnersPart,
  PlacementsPart,
  ProspectsPart,
  PublishersPart,
  SitesPart,
  TargetPagesPart,
  TouchesPart,
];

/** Files of every kind on their way in: what a team has in other tools becomes records, and can be taken back. */
@Module({
  imports: [
    TypeOrmModule.forFeature([ImportEntity]),
    AccessModule,
    ClientsModule,
    SitesModule,
    PublishersModule,
    ContactsModule,
    ProspectsModule,
    PlacementsModule,
    RelationshipsModule,
  ],
  controllers: [ImportsController, ImportErrorsController, ImportFormatsController],
  providers: [
    ...PARTS,
    ImportBatchesRepository,
    ImportChangesRepository,
    ImportCleaning,
    ImportEnding,
    ImportEngine,
    ImportFile,
    ImportLeftovers,
    ImportListsService,
    ImportMappingsRepository,
    ImportParts,
    ImportRuns,
    ImportSites,
    ImportTasks,
    ImportUndo,
    ImportUploads,
    ImportWithdrawals,
    ImportsRepository,
    ImportsService,
    RecordWithdrawals,
    SiteParts,
    UndoBookkeeping,
  ],
})
export class ImportsModule {}
