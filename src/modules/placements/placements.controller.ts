import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { PlacementDetail, Timeline } from './placement-detail.dto.js';
import { PlacementDetailService } from './placement-detail.service.js';
import { PlacementRow } from './placement-row.dto.js';
import { NewPlacement, PlacementChange } from './placement-wish.dto.js';
import { PlacementsService } from './placements.service.js';

@Controller('placements')
export class PlacementsController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly details: PlacementDetailService,
  ) {}

  /** Adds a placement; its page may still be unknown. It is awaited until it is seen. */
  @Post()
  @Rights('write')
  addPlacement(@Principal() who: Principal, @Body() body: NewPlacement): Promise<PlacementRow> {
    return this.placements.add(scopeOf(who), body);
  }

  @Get(':id')
  @Rights('read')
  getPlacement(@Principal() who: Principal, @IdParam() id: string): Promise<PlacementDetail> {
    return this.details.get(scopeOf(who), id, who.locale);
  }

  @Patch(':id')
  @Rights('write')
  changePlacement(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PlacementChange,
  ): Promise<PlacementRow> {
    return this.placements.change(scopeOf(who), id, body);
  }

  /** What happened to a placement, newest first. */
  @Get(':id/timeline')
  @Rights('read')
  listPlacementEvents(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: ListQuery,
  ): Promise<Timeline> {
    return this.details.timeline(scopeOf(who), id, query, who.locale);
  }
}
