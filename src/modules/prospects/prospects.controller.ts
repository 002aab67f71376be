import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import {
  AddedProspect,
  FitWish,
  LockWish,
  NewProspect,
  ProspectChange,
  ProspectDetail,
} from './prospect.dto.js';
import { ProspectsAct } from './prospect-bulk.dto.js';
import { ProspectBulkService } from './prospect-bulk.service.js';
import { ProspectDetails } from './prospect-details.service.js';
import { ProspectHolding } from './prospect-holding.service.js';
import { ProspectsService } from './prospects.service.js';
import { NewProspects, ProspectAdditions } from './prospects-from-addresses.dto.js';
import { ProspectsFromAddresses } from './prospects-from-addresses.js';

@Controller('prospects')
export class ProspectsController {
  constructor(
    private readonly prospects: ProspectsService,
    private readonly details: ProspectDetails,
    private readonly holding: ProspectHolding,
    private readonly bulk: ProspectBulkService,
    private readonly many: ProspectsFromAddresses,
  ) {}

  /** Makes a site a prospect. The answer warns of what stands against approaching it. */
  @Post()
  @Rights('write')
  addProspect(@Principal() who: Principal, @Body() body: NewProspect): Promise<AddedProspect> {
    return this.prospects.add(who, body);
  }

  /** Makes prospects of many sites in one act, and tells of each what became of it. What stands against a site leaves it out. */
  @Post('from-addresses')
  @HttpCode(200)
  @Rights('write')
  addProspects(@Principal() who: Principal, @Body() body: NewProspects): Promise<ProspectAdditions> {
    return this.many.add(who, body);
  }

  /** Does one act with many prospects, in the background; `POST /jobs/{jobId}/undo` takes it back. */
  @Post('bulk')
  @HttpCode(202)
  @Rights('write')
  actOnProspects(@Principal() who: Principal, @Body() body: ProspectsAct): Promise<StartedJob> {
    return this.bulk.start(who, body);
  }

  @Get('by-site/:siteId')
  @Rights('read')
  getProspectBySite(@Principal() who: Principal, @IdParam('siteId') siteId: string): Promise<ProspectDetail> {
    return this.details.bySite(who, siteId);
  }

  @Get(':id')
  @Rights('read')
  getProspect(@Principal() who: Principal, @IdParam() id: string): Promise<ProspectDetail> {
    return this.details.get(who, id);
  }

  @Patch(':id')
  @Rights('write')
  changeProspect(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ProspectChange,
  ): Promise<ProspectDetail> {
    return this.prospects.change(who, id, body);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveProspect(@Principal() who: Principal, @IdParam() id: string): Promise<ProspectDetail> {
    return this.prospects.archive(who, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restoreProspect(@Principal() who: Principal, @IdParam() id: string): Promise<ProspectDetail> {
    return this.prospects.restore(who, id);
  }

  /** Answers questions of the fit checklist; those that are not named keep their answers. */
  @Put(':id/fit')
  @Rights('write')
  answerProspectFit(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: FitWish,
  ): Promise<ProspectDetail> {
    return this.holding.answer(who, id, body.answers);
  }

  /** Takes the prospect, and holds it for some days: nobody but a manager takes it over meanwhile. */
  @Post(':id/lock')
  @HttpCode(200)
  @Rights('write')
  lockProspect(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: LockWish,
  ): Promise<ProspectDetail> {
    return this.holding.lock(who, id, body.days);
  }

  /** Lets it go: whoever holds it, or a manager. */
  @Post(':id/release')
  @HttpCode(200)
  @Rights('write')
  releaseProspect(@Principal() who: Principal, @IdParam() id: string): Promise<ProspectDetail> {
    return this.holding.release(who, id);
  }
}
