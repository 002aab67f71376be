import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { PublisherSitesService } from './publisher-sites.service.js';
import { MadePublisher, PublisherDetail } from './publisher-views.dto.js';
import { NewPublisher, NewPublisherSite, PublisherChange, SiteEnd } from './publisher-wish.dto.js';
import { PublishersService } from './publishers.service.js';

@Controller('publishers')
export class PublishersController {
  constructor(
    private readonly publishers: PublishersService,
    private readonly sites: PublisherSitesService,
  ) {}

  /** Makes a publisher, also where one of that name is known: `warnings` name it. */
  @Post()
  @Rights('write')
  createPublisher(@Principal() who: Principal, @Body() body: NewPublisher): Promise<MadePublisher> {
    return this.publishers.create(scopeOf(who), body);
  }

  @Get(':id')
  @Rights('read')
  getPublisher(@Principal() who: Principal, @IdParam() id: string): Promise<PublisherDetail> {
    return this.publishers.get(scopeOf(who), id);
  }

  @Patch(':id')
  @Rights('write')
  changePublisher(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PublisherChange,
  ): Promise<PublisherDetail> {
    return this.publishers.change(scopeOf(who), id, body);
  }

  /** Archives a publisher: it leaves lists and choices; its history stays. */
  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archivePublisher(@Principal() who: Principal, @IdParam() id: string): Promise<PublisherDetail> {
    return this.publishers.setArchived(scopeOf(who), id, true);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restorePublisher(@Principal() who: Principal, @IdParam() id: string): Promise<PublisherDetail> {
    return this.publishers.setArchived(scopeOf(who), id, false);
  }

  /** Notes that a publisher stands behind a site; an owner only where the site has none. */
  @Post(':id/sites')
  @Rights('write')
  addPublisherSite(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewPublisherSite,
  ): Promise<PublisherDetail> {
    return this.sites.add(scopeOf(who), id, body);
  }

  /** Ends a publisher's role at a site; it stays in the history. */
  @Post(':id/sites/:linkId/end')
  @HttpCode(200)
  @Rights('write')
  endPublisherSite(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('linkId') linkId: string,
    @Body() body: SiteEnd,
  ): Promise<PublisherDetail> {
    return this.sites.end(scopeOf(who), { publisherId: id, linkId }, body);
  }
}
