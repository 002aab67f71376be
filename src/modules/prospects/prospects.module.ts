import { Module } from '@nestjs/common';
import { ConflictService } from './conflict.service.js';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { CustomValuesService } from './custom-values.service.js';
import { ExclusionsController } from './exclusions.controller.js';
import { ExclusionsService } from './exclusions.service.js';
import { ProspectBulkService } from './prospect-bulk.service.js';
import { ProspectDetails } from './prospect-details.service.js';
import { ProspectExport } from './prospect-export.js';
import { ProspectHolding } from './prospect-holding.service.js';
import { ProspectListController } from './prospect-list.controller.js';
import { ProspectsController } from './prospects.controller.js';
import { ProspectsService } from './prospects.service.js';
import { SuppressionsService } from './suppressions.service.js';
import { TagsController } from './tags.controller.js';
import { TagsService } from './tags.service.js';
import { TouchesController } from './touches.controller.js';
import { TouchesService } from './touches.service.js';

/** Prospects with tags, own fields, touches, exclusions and do-not-contact. Lists stand before records: `counts` is no id. */
@Module({
  controllers: [
    ProspectListController,
    ProspectsController,
    TagsController,
    CustomFieldsController,
    ExclusionsController,
    TouchesController,
  ],
  providers: [
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
  ],
})
export class ProspectsModule {}
