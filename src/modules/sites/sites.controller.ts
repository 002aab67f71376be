import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { SiteDetail, SiteList, SitesListQuery } from './sites.dto.js';
import { SitesService } from './sites.service.js';

@Controller('sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  /** Sites by host name. */
  @Get()
  @Rights('read')
  listSites(@Principal() who: Principal, @Query() query: SitesListQuery): Promise<SiteList> {
    return this.sites.list(scopeOf(who), query);
  }

  @Get(':id')
  @Rights('read')
  getSite(@Principal() who: Principal, @IdParam() id: string): Promise<SiteDetail> {
    return this.sites.get(scopeOf(who), id);
  }
}
