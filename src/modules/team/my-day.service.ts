import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import type { MyDay, MyDayList, MyDayQuery } from './my-day.dto.js';
import { MyDayDecisions } from './my-day-decisions.js';
import type { DayOf } from './my-day-lists.js';
import { MyDayWork } from './my-day-work.js';

/** What waits for one person: what is theirs to do, and what others decided or lost meanwhile. */
@Injectable()
export class MyDayService {
  constructor(
    private readonly database: Database,
    private readonly work: MyDayWork,
    private readonly decisions: MyDayDecisions,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  view(who: Principal, { clientId }: MyDayQuery): Promise<MyDay> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { timeZone } = await this.team.workspace();
      const today = localDay(this.clock.now().getTime(), timeZone);
      const day: DayOf = { who, today, clientId };
      const lists: MyDayList[] = [...(await this.work.lists(day)), ...(await this.decisions.lists(day))];
      return { today, lists: lists.filter(({ total }) => total > 0) };
    });
  }
}
