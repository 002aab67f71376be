import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import {
  CampaignChange,
  CampaignDetail,
  CampaignList,
  CampaignMembersWish,
  CampaignTargetPagesWish,
  NewCampaign,
} from './campaign.dto.js';
import { CampaignListQuery } from './campaign-list.dto.js';
import { CampaignParts } from './campaign-parts.service.js';
import { CampaignsService } from './campaigns.service.js';

@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly parts: CampaignParts,
  ) {}

  /** Campaigns with where their pitches stand. */
  @Get()
  @Rights('read')
  listCampaigns(@Principal() who: Principal, @Query() query: CampaignListQuery): Promise<CampaignList> {
    return this.campaigns.list(who, query);
  }

  @Post()
  @Rights('write')
  addCampaign(@Principal() who: Principal, @Body() body: NewCampaign): Promise<CampaignDetail> {
    return this.campaigns.create(who, body);
  }

  @Get(':id')
  @Rights('read')
  getCampaign(@Principal() who: Principal, @IdParam() id: string): Promise<CampaignDetail> {
    return this.campaigns.get(who, id);
  }

  @Patch(':id')
  @Rights('write')
  changeCampaign(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: CampaignChange,
  ): Promise<CampaignDetail> {
    return this.campaigns.change(who, id, body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveCampaign(@Principal() who: Principal, @IdParam() id: string): Promise<CampaignDetail> {
    return this.campaigns.archive(who, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreCampaign(@Principal() who: Principal, @IdParam() id: string): Promise<CampaignDetail> {
    return this.campaigns.restore(who, id);
  }

  /** Says which pages of the brand the campaign works for, with who looks after each and what comes next. */
  @Put(':id/target-pages')
  @Rights('write')
  setCampaignTargetPages(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: CampaignTargetPagesWish,
  ): Promise<CampaignDetail> {
    return this.parts.setTargetPages(who, id, body.items);
  }

  @Put(':id/members')
  @Rights('write')
  setCampaignMembers(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: CampaignMembersWish,
  ): Promise<CampaignDetail> {
    return this.parts.setMembers(who, id, body.memberIds);
  }
}
