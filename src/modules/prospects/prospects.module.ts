import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { JobProgressModule } from '../jobs/jobs.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AdditionFactsQuery } from './addition-facts.query.js';
import { AdditionLooking } from './addition-looking.js';
import { ConflictService } from './conflict.service.js';
import { ConflictGrounds } from './conflict-grounds.js';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { CustomIntake } from './custom-intake.js';
import { CustomValuesRepository } from './custom-values.repository.js';
import { CustomValuesService } from './custom-values.service.js';
import { ExclusionsController } from './exclusions.controller.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import { ExclusionsService } from './exclusions.service.js';
import { ProspectAdding } from './prospect-adding.js';
import { ProspectBack } from './prospect-back.js';
import { ProspectBulkJob } from './prospect-bulk.job.js';
import { ProspectBulkService } from './prospect-bulk.service.js';
import { ProspectChoosing } from './prospect-choosing.service.js';
import { ProspectDetails } from './prospect-details.service.js';
import { ProspectEditing } from './prospect-editing.js';
import { ProspectExport } from './prospect-export.js';
import { ProspectFinder } from './prospect-finder.js';
import { ProspectHolding } from './prospect-holding.service.js';
import { ProspectIntakeRepository } from './prospect-intake.repository.js';
import { ProspectIntake } from './prospect-intake.service.js';
import { ProspectJobRunner } from './prospect-job-runner.js';
import { ProspectListController } from './prospect-list.controller.js';
import { ProspectLists } from './prospect-list.query.js';
import { ProspectListeners } from './prospect-listeners.js';
import { ProspectNews } from './prospect-news.query.js';
import { ProspectRows } from './prospect-rows.query.js';
import { ProspectUndoJob } from './prospect-undo.job.js';
import { ProspectWithdrawal } from './prospect-withdrawal.js';
import { ProspectsController } from './prospects.controller.js';
import { ProspectsRepository } from './prospects.repository.js';
import { ProspectsService } from './prospects.service.js';
import { ConflictQuery } from './prospects-conflict.query.js';
import { ProspectsFromAddresses } from './prospects-from-addresses.js';
import { TagIntake } from './tag-intake.js';
import { TagsController } from './tags.controller.js';
import { TagsRepository } from './tags.repository.js';
import { TagsService } from './tags.service.js';
import { TouchIntake } from './touch-intake.service.js';
import { TouchPlaces } from './touch-places.js';
import { TouchesController } from './touches.controller.js';
import { TouchesRepository } from './touches.repository.js';
import { TouchesService } from './touches.service.js';

/** Prospects with tags, own fields, touches, exclusions and do-not-contact. Lists stand before records: `counts` is no id. */
@Module({
  imports: [AccessModule, JobProgressModule, ClientsModule, ContactsModule, SitesModule],
  controllers: [
    ProspectListController,
    ProspectsController,
    TagsController,
    CustomFieldsController,
    ExclusionsController,
    TouchesController,
  ],
  providers: [
    AdditionFactsQuery,
    AdditionLooking,
    ConflictGrounds,
    ConflictQuery,
    ConflictService,
    CustomFieldsRepository,
    CustomFieldsService,
    CustomIntake,
    CustomValuesRepository,
    CustomValuesService,
    ExclusionsRepository,
    ExclusionsService,
    ProspectAdding,
    ProspectBack,
    ProspectBulkJob,
    ProspectBulkService,
    ProspectChoosing,
    ProspectDetails,
    ProspectEditing,
    ProspectExport,
    ProspectFinder,
    ProspectHolding,
    ProspectIntake,
    ProspectIntakeRepository,
    ProspectJobRunner,
    ProspectListeners,
    ProspectLists,
    ProspectNews,
    ProspectRows,
    ProspectUndoJob,
    ProspectWithdrawal,
    ProspectsFromAddresses,
    ProspectsRepository,
    ProspectsService,
    TagIntake,
    TagsRepository,
    TagsService,
    TouchIntake,
    TouchPlaces,
    TouchesRepository,
    TouchesService,
  ],
  exports: [ConflictService, ProspectChoosing, ProspectHolding, ProspectIntake, TouchIntake],
})
export class ProspectsModule {}
