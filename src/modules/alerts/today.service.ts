import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ClientsService } from '../clients/clients.service.js';
import { type PlacementProblem, PlacementsService } from '../placements/placements.service.js';
import { MailWaiting } from './mail-waiting.query.js';
import {
  type FirstSteps,
  MAIL_WAITING,
  type MailWaitingList,
  type TodayList,
  type TodayListKey,
  type TodayQuery,
  type TodayView,
} from './today.dto.js';

const SHOWN = 20;

/** The question of the placements list behind each list of Today, in the order they are worked through. */
const QUESTIONS: Readonly<Record<TodayListKey, PlacementProblem>> = {
  lost: 'lost_week',
  changed: 'changed_week',
  overdue: 'overdue',
  check_by_hand: 'check_by_hand',
  site_down: 'site_down',
  unlabelled: 'unlabelled',
  target_failing: 'target_failing',
};

/** What waits to be worked through today. */
@Injectable()
export class TodayService {
  constructor(
    private readonly placements: PlacementsService,
    private readonly clients: ClientsService,
    private readonly waiting: MailWaiting,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view(who: Principal, query: TodayQuery): Promise<TodayView> {
    const scope = scopeOf(who);
    const lists: TodayList[] = [];
    for (const [key, problem] of Object.entries(QUESTIONS)) {
      const filter = { ...query, problem, limit: SHOWN, sort: 'state_since' as const };
      const { items, total, totalIsExact } = await this.placements.list(scope, filter);
      lists.push({ key: key as TodayListKey, items, total, totalIsExact });
    }
    return { mail: await this.mail(who, query), lists, firstSteps: await this.firstSteps(scope) };
  }

  private mail(who: Principal, query: TodayQuery): Promise<MailWaitingList[]> {
    const of = { clientId: query.clientId ?? null, brandId: query.brandId ?? null };
    const asking = { memberId: who.memberId, now: this.clock.now() };
    return this.database.inWorkspace(scopeOf(who), async () => {
      const lists: MailWaitingList[] = [];
      for (const key of MAIL_WAITING) lists.push({ key, ...(await this.waiting.list(key, of, asking)) });
      return lists.filter(({ total }) => total > 0);
    });
  }

  private async firstSteps(scope: WorkspaceScope): Promise<FirstSteps> {
    const { items } = await this.clients.list(scope, false);
    const steps = {
      client: items.length > 0,
      brand: items.some(({ brands }) => brands.length > 0),
      placement: items.some(({ counts }) => counts.placements > 0),
    };
    return { ...steps, done: steps.client && steps.brand && steps.placement };
  }
}
