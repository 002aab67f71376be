import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { ConflictService } from './conflict.service.js';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFieldsRepository } from './custom-fields.repository.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { CustomIntake } from './custom-intake.js';
import { CustomValuesRepository } from './custom-values.repository.js';
import { CustomValuesService } from './custom-values.service.js';
import { ExclusionsController } from './exclusions.controller.js';
import { ExclusionsService } from './exclusions.service.js';
import { ProspectBulkService } from './prospect-bulk.service.js';
import { ProspectDetails } from './prospect-details.service.js';
import { ProspectExport } from './prospect-export.js';
import { ProspectHolding } from './prospect-holding.service.js';
import { ProspectIntakeRepository } from './prospect-intake.repository.js';
import { ProspectIntake } from './prospect-intake.service.js';
import { ProspectListController } from './prospect-list.controller.js';
import { ProspectWithdrawal } from './prospect-withdrawal.js';
import { ProspectsController } from './prospects.controller.js';
import { ProspectsService } from './prospects.service.js';
import { SuppressionsRepository } from './suppressions.repository.js';
import { SuppressionsService } from './suppressions.service.js';
import { TagIntake } from './tag-intake.js';
import { TagsController } from './tags.controller.js';
import { TagsRepository } from './tags.repository.js';
import { TagsService } from './tags.service.js';
import { TouchIntake } from './touch-intake.service.js';
import { TouchesController } from './touches.controller.js';
import { TouchesRepository } from './touches.repository.js';
import { TouchesService } from './touches.service.js';

/** Prospects with tags, own fields, touches, exclusions and do-not-contact. Lists stand before records: `counts` is no id. */
@Module({
  imports: [AccessModule, ClientsModule, SitesModule],
  controllers: [
    ProspectListController,
    ProspectsController,
    TagsController,
    CustomFieldsController,
    ExclusionsController,
    TouchesController,
  ],
  providers: [
    CustomFieldsRepository,
    TouchesRepository,
    SuppressionsRepository,
    CustomIntake,
    CustomValuesRepository,
    ProspectIntake,
    ProspectIntakeRepository,
    ProspectWithdrawal,
    TagIntake,
    TagsRepository,
    ProspectExport,
    ProspectsService,
    ProspectBulkService,
    ProspectDetails,
    ProspectHolding,
    TagsService,
    CustomFieldsService,
    CustomValuesService,
    ExclusionsService,
    SuppressionsService,
    ConflictService,
    TouchesService,
    TouchIntake,
  ],
  exports: [ProspectIntake, TouchIntake],
})
export class ProspectsModule {}
