import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewSubSite, SiteDetail, SiteList, SitesListQuery } from './sites.dto.js';
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

  /** Declares a sub-domain or a path prefix a site of its own, before anything is placed on it. */
  @Post()
  @Rights('manage')
  declareSite(@Principal() who: Principal, @Body() body: NewSubSite): Promise<SiteDetail> {
    return this.sites.declare(scopeOf(who), body);
  }

  @Get(':id')
  @Rights('read')
  getSite(@Principal() who: Principal, @IdParam() id: string): Promise<SiteDetail> {
    return this.sites.get(scopeOf(who), id);
  }
}
