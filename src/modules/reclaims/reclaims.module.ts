import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ReclaimListeners } from './reclaim-listeners.js';
import { ReclaimProposals } from './reclaim-proposals.js';
import { ReclamationLists } from './reclamation-list.query.js';
import { ReclamationNews } from './reclamation-news.js';
import { ReclamationRows } from './reclamation-rows.repository.js';
import { ReclamationsController } from './reclamations.controller.js';
import { ReclamationsService } from './reclamations.service.js';

/** Reclamations of placements that got worse, ends of partnerships, and the search for awaited placements. */
@Module({
  imports: [AccessModule],
  controllers: [ReclamationsController],
  providers: [
    ReclaimListeners,
    ReclaimProposals,
    ReclamationLists,
    ReclamationNews,
    ReclamationRows,
    ReclamationsService,
  ],
  exports: [ReclamationsService],
})
export class ReclaimsModule {}
