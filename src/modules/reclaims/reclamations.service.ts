import { Injectable } from '@nestjs/common';
import {
  actsOf,
  afterAct,
  type LineOutcome,
  type ReclamationAct,
  reclaimStep,
} from '../../core/reclaims/reclaim.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { TeamService } from '../access/team.service.js';
import { ReclaimProposals } from './reclaim-proposals.js';
import { ReclamationLists } from './reclamation-list.query.js';
import { ReclamationNews } from './reclamation-news.js';
import {
  type ReclaimedPlacement,
  type ReclamationRecord,
  ReclamationRows,
} from './reclamation-rows.repository.js';
import type {
  ReclamationChange,
  ReclamationDetail,
  ReclamationList,
  ReclamationListQuery,
  ReclamationStep,
} from './reclamations.dto.js';

const TOLD = {
  send: 'reclamation.sent',
  answer: 'reclamation.answered',
  refuse: 'reclamation.refused',
  dismiss: 'reclamation.dismissed',
  reopen: 'reclamation.proposed',
} as const;

/** What an act makes of the lines that were open. */
const SETTLES: Readonly<Partial<Record<ReclamationAct, LineOutcome>>> = {
  refuse: 'refused',
  dismiss: 'dismissed',
};

/** Reclamations: lists of them, and what people do with them. Nothing is ever sent by itself. */
@Injectable()
export class ReclamationsService {
  constructor(
    private readonly database: Database,
    private readonly lists: ReclamationLists,
    private readonly rows: ReclamationRows,
    private readonly proposals: ReclaimProposals,
    private readonly news: ReclamationNews,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, asked: ReclamationListQuery): Promise<ReclamationList> {
    return this.database.inWorkspace(scope, () => this.lists.page(asked));
  }

  /** Throws `reclamation.not_found`. */
  one(scope: WorkspaceScope, id: string): Promise<ReclamationDetail> {
    return this.database.inWorkspace(scope, () => this.detail(id));
  }

  /** Proposes what a person wants to reclaim. Throws `reclamation.nothing_worse` for a placement that is as agreed. */
  propose(scope: WorkspaceScope, placementIds: readonly string[]): Promise<string[]> {
    return this.database.inWorkspace(scope, async () => {
      const placements = await this.rows.placements(placementIds);
      if (placements.length < new Set(placementIds).size) throw new AppError('placement.not_found', {});
      const ids: string[] = [];
      for (const placement of placements) ids.push(await this.proposed(placement));
      return [...new Set(ids)];
    });
  }

  /** Throws `reclamation.changed_meanwhile`, `reclamation.assignee_unknown`. */
  change(scope: WorkspaceScope, id: string, wish: ReclamationChange): Promise<ReclamationDetail> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.held(id);
      if (row.revision !== wish.revision) throw new AppError('reclamation.changed_meanwhile', {});
      const { assigneeMemberId, note } = wish;
      if (typeof assigneeMemberId === 'string') await this.refuseStranger(assigneeMemberId, row.clientId);
      await this.rows.save(
        id,
        {
          ...(assigneeMemberId === undefined ? {} : { assignee_member_id: assigneeMemberId }),
          ...(note === undefined ? {} : { note }),
        },
        this.clock.now(),
      );
      return this.detail(id);
    });
  }

  /** Throws `reclamation.act_not_possible` with what is possible. */
  act(
    scope: WorkspaceScope,
    id: string,
    { act, on, note }: ReclamationStep & { act: ReclamationAct },
  ): Promise<ReclamationDetail> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.held(id);
      const state = afterAct(row.state, act);
      if (state === null) throw new AppError('reclamation.act_not_possible', { act, state: row.state });
      if (act === 'reopen') await this.reopenLines(row);
      const now = this.clock.now();
      const outcome = SETTLES[act];
      if (outcome !== undefined) await this.rows.settleAll(id, outcome, now);
      const sent = act === 'send' ? { sent_at: on ?? now, sent_by: scope.userId ?? null } : {};
      await this.rows.save(id, { state, ...sent, closed_at: outcome === undefined ? null : now }, now);
      if (note !== undefined && note.trim() !== '') await this.rows.addNote(id, note.trim());
      await this.news.tell(TOLD[act], row, { from: row.state });
      return this.detail(id);
    });
  }

  private async proposed(placement: ReclaimedPlacement): Promise<string> {
    const { state, findingCodes, lastCheckId: checkId, stateSince: at, targetFailing } = placement;
    const step = reclaimStep({ from: 'live', to: state, isBaseline: false, targetFailing });
    if (step !== 'propose') throw new AppError('reclamation.nothing_worse', { id: placement.id, state });
    const id = await this.proposals.propose({ placement, state, findingCodes, checkId, at });
    if (id === null) throw new AppError('reclamation.nobody_to_ask', { id: placement.id });
    return id;
  }

  /** Where the counterparty has another open one by now, that one goes on. */
  private async reopenLines(row: ReclamationRecord): Promise<void> {
    const other = await this.rows.open(row.clientId, row);
    if (other !== null) throw new AppError('reclamation.other_open', { id: other.id });
    await this.rows.openAll(row.id, row.state === 'refused' ? 'refused' : 'dismissed');
  }

  private async refuseStranger(memberId: string, clientId: string): Promise<void> {
    const member = (await this.team.team()).find((one) => one.memberId === memberId);
    const sees = member?.clientIds === null || member?.clientIds.includes(clientId) === true;
    if (!sees) throw new AppError('reclamation.assignee_unknown', { field: 'assigneeMemberId' });
  }

  private async held(id: string): Promise<ReclamationRecord> {
    const row = await this.rows.lock(id);
    if (row === null) throw new AppError('reclamation.not_found', { id });
    return row;
  }

  private async detail(id: string): Promise<ReclamationDetail> {
    const row = await this.lists.one(id);
    if (row === null) throw new AppError('reclamation.not_found', { id });
    return { ...row, lines: await this.lists.lines(id), acts: [...actsOf(row.state)] };
  }
}
