import { Injectable } from '@nestjs/common';
import type { PitchQuestion } from '../../core/team/addresses.js';
import type { Counts, MonthFacts } from '../../core/team/clients.js';
import type { WorkCounts } from '../../core/team/people.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { PitchListsService } from '../campaigns/lists/pitch-lists.service.js';
import { PlacementsService } from '../placements/placements.service.js';
import { TasksService } from '../tasks/tasks.service.js';

/** Each question about open pitches as their own list asks it, so that a number and its rows never differ. */
const PITCHES = {
  open: { outcome: ['open'] },
  overdue: { outcome: ['open'], overdue: true },
  unanswered: { outcome: ['open'], unanswered: true },
  stuck: { outcome: ['open'], stuck: true },
} as const;

/** What a team page counts, by the lists themselves, in the open transaction. */
@Injectable()
export class TeamFacts {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly pitches: PitchListsService,
    private readonly tasks: TasksService,
    private readonly placements: PlacementsService,
  ) {}

  /** What a month (YYYY-MM) brought to clients, or to one. */
  async month(who: Principal, month: string, clientId: string | undefined): Promise<MonthFacts> {
    const scope = scopeOf(who);
    const delivered = { ofCampaigns: true, liveIn: month, ...only(clientId) };
    return {
      agreed: await this.campaigns.agreedIn(scope, month, clientId),
      delivered: await this.placements.countsBy(scope, 'client', delivered),
      deliveredByCampaign: await this.placements.countsBy(scope, 'campaign', delivered),
      coming: await this.placements.countsBy(scope, 'client', {
        ofCampaigns: true,
        state: ['awaited'],
        dueIn: month,
        ...only(clientId),
      }),
      lost: await this.placements.countsBy(scope, 'client', { problem: 'lost_week', ...only(clientId) }),
    };
  }

  /** What each person has, at all clients or at one. */
  async work(who: Principal, clientId: string | undefined): Promise<WorkCounts> {
    const scope = scopeOf(who);
    const client = only(clientId);
    const pitches = (question: PitchQuestion): Promise<Counts> => {
      const { outcome, ...flags } = PITCHES[question];
      return this.pitches.countsByAssignee(who, { outcome: [...outcome], ...flags, ...client });
    };
    return {
      pitches: {
        open: await pitches('open'),
        overdue: await pitches('overdue'),
        unanswered: await pitches('unanswered'),
        stuck: await pitches('stuck'),
      },
      tasks: {
        open: await this.tasks.countsByAssignee({ state: 'open', ...client }),
        overdue: await this.tasks.countsByAssignee({ state: 'overdue', ...client }),
      },
      placements: {
        awaited: await this.placements.countsBy(scope, 'owner', { state: ['awaited'], ...client }),
        overdue: await this.placements.countsBy(scope, 'owner', { overdue: true, ...client }),
      },
    };
  }
}

function only(clientId: string | undefined): { clientId?: string } {
  return clientId === undefined ? {} : { clientId };
}
