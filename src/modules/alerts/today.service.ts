import { Injectable } from '@nestjs/common';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { ClientsService } from '../clients/clients.service.js';
import { type PlacementProblem, PlacementsService } from '../placements/placements.service.js';
import type { FirstSteps, TodayList, TodayListKey, TodayQuery, TodayView } from './today.dto.js';

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
  ) {}

  async view(scope: WorkspaceScope, query: TodayQuery): Promise<TodayView> {
    const lists: TodayList[] = [];
    for (const [key, problem] of Object.entries(QUESTIONS)) {
      const filter = { ...query, problem, limit: SHOWN, sort: 'state_since' as const };
      const { items, total, totalIsExact } = await this.placements.list(scope, filter);
      lists.push({ key: key as TodayListKey, items, total, totalIsExact });
    }
    return { lists, firstSteps: await this.firstSteps(scope) };
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
