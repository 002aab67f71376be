import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { CampaignLists } from './campaign-list.query.js';
import { CampaignParts } from './campaign-parts.service.js';
import { CampaignViews } from './campaign-views.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { KindsModule } from './kinds.module.js';

/** Campaigns of every kind, their pitches and assets. */
@Module({
  imports: [AccessModule, ClientsModule, KindsModule],
  controllers: [CampaignsController],
  providers: [CampaignLists, CampaignParts, CampaignViews, CampaignsRepository, CampaignsService],
  exports: [CampaignsService, KindsModule],
})
export class CampaignsModule {}
