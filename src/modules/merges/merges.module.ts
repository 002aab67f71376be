import { Module } from '@nestjs/common';
import { DoublesController } from './doubles.controller.js';
import { DoublesQuery } from './doubles.query.js';
import { DoublesService } from './doubles.service.js';
import { MergesController } from './merges.controller.js';
import { MergesRepository } from './merges.repository.js';
import { MergesService } from './merges.service.js';
import { RecordMerging } from './record-merging.js';
import { RowMoverRepository } from './row-mover.repository.js';
import { RowRestorerRepository } from './row-restorer.repository.js';
import { SiteMergingRepository } from './site-merging.repository.js';

/** Doubles found and merged, sites split and rejoined; each can be undone. */
@Module({
  controllers: [MergesController, DoublesController],
  providers: [
    MergesService,
    DoublesService,
    DoublesQuery,
    MergesRepository,
    RecordMerging,
    RowMoverRepository,
    RowRestorerRepository,
    SiteMergingRepository,
  ],
})
export class MergesModule {}
