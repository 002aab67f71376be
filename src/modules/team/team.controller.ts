import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal } from '../../platform/http/principal.js';
import { MyDay, MyDayQuery } from './my-day.dto.js';
import { MyDayService } from './my-day.service.js';
import { TeamOverview, TeamQuery } from './team-overview.dto.js';
import { TeamOverviewService } from './team-overview.service.js';

@Controller()
export class TeamController {
  constructor(
    private readonly overview: TeamOverviewService,
    private readonly days: MyDayService,
  ) {}

  /** A month of the team by client and by person; every number names the page that lists what it counts. */
  @Get('team/overview')
  @Rights('read')
  getTeamOverview(@Principal() who: Principal, @Query() query: TeamQuery): Promise<TeamOverview> {
    return this.overview.view(who, query);
  }

  /** What waits for the person who asks, in lists to work through. */
  @Get('my-day')
  @Rights('read')
  getMyDay(@Principal() who: Principal, @Query() query: MyDayQuery): Promise<MyDay> {
    return this.days.view(who, query);
  }
}
