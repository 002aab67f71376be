import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { SiteDetail } from '../sites/site-views.port.js';
import { NewOwner } from './new-owner.dto.js';
import { OwnerChangesService } from './owner-changes.service.js';
import { SitePublishers } from './publisher-views.dto.js';

/** Who stands behind a site. */
@Controller('sites')
export class SiteOwnersController {
  constructor(private readonly owners: OwnerChangesService) {}

  /** Publishers of a site, present ones first. */
  @Get(':id/publishers')
  @Rights('read')
  listSitePublishers(@Principal() who: Principal, @IdParam() id: string): Promise<SitePublishers> {
    return this.owners.publishersOf(scopeOf(who), id);
  }

  /**
   * The site changed hands: who was there becomes former, grounds and conditions are asked anew, its placements are looked at soon and
   * at least weekly.
   */
  @Post(':id/new-owner')
  @HttpCode(200)
  @Rights('write')
  setNewOwner(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewOwner,
  ): Promise<SiteDetail> {
    return this.owners.change(scopeOf(who), id, body);
  }

  /** Takes the last change of owner back, within ten minutes. */
  @Post(':id/new-owner/undo')
  @HttpCode(200)
  @Rights('write')
  undoNewOwner(@Principal() who: Principal, @IdParam() id: string): Promise<SiteDetail> {
    return this.owners.undo(scopeOf(who), id);
  }
}
