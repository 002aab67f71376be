import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal } from '../../platform/http/principal.js';
import { SiteConflict, SiteConflictQuery } from './conflict.dto.js';
import { ConflictService } from './conflict.service.js';
import { NewTouch, TouchList, TouchView } from './touches.dto.js';
import { TouchesService } from './touches.service.js';

@Controller()
export class TouchesController {
  constructor(
    private readonly touches: TouchesService,
    private readonly conflicts: ConflictService,
  ) {}

  /** Whether approaching the site for a client would get in somebody's way. */
  @Get('sites/:id/conflict')
  @Rights('read')
  getSiteConflict(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: SiteConflictQuery,
  ): Promise<SiteConflict> {
    return this.conflicts.of(who, id, query);
  }

  /** Who of the team was in touch with the site, newest first. */
  @Get('sites/:id/touches')
  @Rights('read')
  listTouches(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: ListQuery,
  ): Promise<TouchList> {
    return this.touches.list(who, id, query);
  }

  @Post('sites/:id/touches')
  @Rights('write')
  recordTouch(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewTouch,
  ): Promise<TouchView> {
    return this.touches.record(who, id, body);
  }

  /** Takes back a touch that was written down by mistake: one's own, or any as a manager. */
  @Post('touches/:id/remove')
  @HttpCode(204)
  @Rights('write')
  removeTouch(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.touches.remove(who, id);
  }
}
