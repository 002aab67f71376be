import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { PartnershipEndsController } from './partnership-ends.controller.js';
import { PartnershipQuery } from './partnership-ends.query.js';
import { PartnershipEnds } from './partnership-ends.service.js';
import { ReclaimListeners } from './reclaim-listeners.js';
import { ReclaimProposals } from './reclaim-proposals.js';
import { ReclamationLists } from './reclamation-list.query.js';
import { ReclamationNews } from './reclamation-news.js';
import { ReclamationRows } from './reclamation-rows.repository.js';
import { ReclamationsController } from './reclamations.controller.js';
import { ReclamationsService } from './reclamations.service.js';

/** Reclamations of placements that got worse, and ends of partnerships. */
@Module({
  imports: [AccessModule, PlacementsModule, RelationshipsModule, TasksModule, CampaignsModule],
  controllers: [PartnershipEndsController, ReclamationsController],
  providers: [
    PartnershipEnds,
    PartnershipQuery,
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
