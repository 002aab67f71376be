import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { CampaignLists } from './campaign-list.query.js';
import { CampaignParts } from './campaign-parts.service.js';
import { CampaignViews } from './campaign-views.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';

/** Campaigns with their members and target pages. */
@Module({
  imports: [AccessModule, ClientsModule],
  controllers: [CampaignsController],
  providers: [CampaignLists, CampaignParts, CampaignViews, CampaignsRepository, CampaignsService],
  exports: [CampaignsRepository, CampaignsService],
})
export class CampaignRecordsModule {}
