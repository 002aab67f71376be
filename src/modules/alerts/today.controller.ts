import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { TodayQuery, TodayView } from './today.dto.js';
import { TodayService } from './today.service.js';

@Controller('today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  /** Lists to work through: what was lost or changed this week, what is overdue, what needs a person. */
  @Get()
  @Rights('read')
  getToday(@Principal() who: Principal, @Query() query: TodayQuery): Promise<TodayView> {
    return this.today.view(who, query);
  }
}
