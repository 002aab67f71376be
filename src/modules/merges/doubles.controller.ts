import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { DoubleList, DoublesQuery, NotDoubles } from './doubles.dto.js';
import { DoublesService } from './doubles.service.js';

@Controller('doubles')
export class DoublesController {
  constructor(private readonly doubles: DoublesService) {}

  /** Pairs of records that look like one. */
  @Get()
  @Rights('read')
  listDoubles(@Principal() who: Principal, @Query() query: DoublesQuery): Promise<DoubleList> {
    return this.doubles.list(scopeOf(who), query);
  }

  /** Says that two records are two. */
  @Post('dismiss')
  @HttpCode(204)
  @Rights('write')
  dismissDouble(@Principal() who: Principal, @Body() body: NotDoubles): Promise<void> {
    return this.doubles.dismiss(scopeOf(who), body);
  }
}
