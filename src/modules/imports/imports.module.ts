import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ImportEntity } from './import.entity.js';
import { ImportBatches } from './import-batches.js';
import { ImportErrorsController } from './import-errors.controller.js';
import { ImportListsService } from './import-lists.service.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportTasks } from './import-tasks.js';
import { ImportUndo } from './import-undo.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { RowReader } from './row-reader.js';

/** Files of placements on their way in. */
@Module({
  imports: [TypeOrmModule.forFeature([ImportEntity]), AccessModule, ClientsModule, PlacementsModule],
  controllers: [ImportsController, ImportErrorsController],
  providers: [
    ImportBatches,
    ImportListsService,
    ImportRowsRepository,
    ImportTasks,
    ImportUndo,
    ImportsRepository,
    ImportsService,
    RowReader,
  ],
})
export class ImportsModule {}
