import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { DoublesController } from './doubles.controller.js';
import { DoublesQuery } from './doubles.query.js';
import { DoublesService } from './doubles.service.js';
import { ErasureListener } from './erasure-listener.js';
import { MergesController } from './merges.controller.js';
import { MergesRepository } from './merges.repository.js';
import { MergesService } from './merges.service.js';
import { RecordMerging } from './record-merging.js';
import { RowMoverRepository } from './row-mover.repository.js';
import { RowRestorerRepository } from './row-restorer.repository.js';
import { SiteMergingRepository } from './site-merging.repository.js';
import { SiteSplitsController } from './site-splits.controller.js';
import { SiteSplitsRepository } from './site-splits.repository.js';
import { SiteSplitsService } from './site-splits.service.js';

/** Doubles found and merged, sites split and rejoined; each can be undone. */
@Module({
  imports: [ContactsModule, SitesModule],
  controllers: [MergesController, DoublesController, SiteSplitsController],
  providers: [
    MergesService,
    DoublesService,
    ErasureListener,
    DoublesQuery,
    MergesRepository,
    RecordMerging,
    RowMoverRepository,
    RowRestorerRepository,
    SiteMergingRepository,
    SiteSplitsRepository,
    SiteSplitsService,
  ],
})
export class MergesModule {}
