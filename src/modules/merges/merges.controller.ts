import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { MergeList, MergePairQuery, MergePreview, MergesQuery, MergeView, NewMerge } from './merges.dto.js';
import { MergesService } from './merges.service.js';

@Controller('merges')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  /** Merges, splits and rejoinings, the newest first. */
  @Get()
  @Rights('read')
  listMerges(@Principal() who: Principal, @Query() query: MergesQuery): Promise<MergeList> {
    return this.merges.list(scopeOf(who), query);
  }

  /** Two records side by side, and what would move from one to the other. */
  @Get('preview')
  @Rights('write')
  previewMerge(@Principal() who: Principal, @Query() pair: MergePairQuery): Promise<MergePreview> {
    return this.merges.preview(scopeOf(who), pair);
  }

  /** Puts one record into another. */
  @Post()
  @Rights('write')
  createMerge(@Principal() who: Principal, @Body() body: NewMerge): Promise<MergeView> {
    return this.merges.merge(scopeOf(who), body);
  }

  /** Puts everything back where it was, for 30 days. */
  @Post(':id/undo')
  @HttpCode(200)
  @Rights('write')
  undoMerge(@Principal() who: Principal, @IdParam() id: string): Promise<MergeView> {
    return this.merges.undo(scopeOf(who), id);
  }
}
