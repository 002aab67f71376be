import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { ApprovalAsking } from './approval-asking.service.js';
import { ApprovalFiles } from './approval-files.service.js';
import { ApprovalLists } from './approval-lists.js';
import { ApprovalsController } from './approvals.controller.js';
import { ApprovalsRepository } from './approvals.repository.js';
import { ApprovalsService } from './approvals.service.js';
import { ClientApprovalsController } from './client-approvals.controller.js';
import { ClientApprovals } from './client-approvals.service.js';
import { PitchesToAsk } from './pitches-to-ask.query.js';

/** What the team asks clients, and what clients decide. */
@Module({
  imports: [AccessModule, CampaignsModule],
  controllers: [ApprovalsController, ClientApprovalsController],
  providers: [
    ApprovalAsking,
    ApprovalFiles,
    ApprovalLists,
    ApprovalsRepository,
    ApprovalsService,
    ClientApprovals,
    PitchesToAsk,
  ],
  exports: [ApprovalAsking, ApprovalsService, ClientApprovals],
})
export class ApprovalsModule {}
