import { Injectable } from '@nestjs/common';
import { type ApprovalAct, decideApproval } from '../../core/approvals/decide.js';
import { Clock } from '../../platform/clock/clock.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { approvalEvent } from './approval-events.js';
import { ApprovalLists } from './approval-lists.js';
import { contentView, teamRow } from './approval-record.js';
import type { ApprovalDetail, ApprovalList, ApprovalsQuery } from './approvals.dto.js';
import { ApprovalsRepository, type HeldApproval } from './approvals.repository.js';

/** A question in brief, for news about it. */
export interface ApprovalInBrief {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly site: string | null;
  readonly askedByMemberId: string | null;
}

/** Questions to clients: the team's queue, and what is done with them by either side. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalsRepository,
    private readonly lists: ApprovalLists,
    private readonly pitches: PitchesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, asked: ApprovalsQuery): Promise<ApprovalList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const all = conditionsOf(asked);
      if (asked.decidedFrom !== undefined)
        all
          .add(`a.state in ('accepted', 'refused')`)
          .add('a.decided_at >= $', await this.lists.startOf(asked.decidedFrom));
      const { records, ...page } = await this.lists.page(all, asked);
      const today = await this.lists.today();
      return { items: records.map((record) => teamRow(record, today, who.locale)), ...page };
    });
  }

  /** Throws `approval.not_found`. */
  get(who: Principal, id: string): Promise<ApprovalDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.detail(who, id));
  }

  /** The team takes the question back. Throws `approval.not_found`, `approval.decided_already`. */
  withdraw(who: Principal, id: string): Promise<ApprovalDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.act(who, await this.held(id), { act: 'withdraw', reason: '' });
      return this.detail(who, id);
    });
  }

  /** Throws `approval.not_found`. */
  comment(who: Principal, id: string, body: string): Promise<ApprovalDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.addComment(who, await this.held(id), body);
      return this.detail(who, id);
    });
  }

  /** Questions in brief; those the scope does not see are left out. */
  inBrief(scope: WorkspaceScope, ids: readonly string[]): Promise<ApprovalInBrief[]> {
    return this.database.inWorkspace(scope, async () => {
      const records = await this.approvals.many(ids);
      return records.map(({ id, clientId, clientName, content, askedByMemberId }) => ({
        id,
        clientId,
        clientName,
        site: content.site,
        askedByMemberId,
      }));
    });
  }

  /** Decides about a held question and writes the decision to its pitch, in the open transaction. Throws the refusal of `decideApproval`. */
  async act(
    who: Principal,
    approval: HeldApproval,
    { act, reason }: { act: ApprovalAct; reason: string },
  ): Promise<void> {
    const decided = decideApproval(approval.state, act, reason);
    if (!decided.ok) throw new AppError(decided.code, { state: approval.state });
    const { state } = decided;
    const at = this.clock.now();
    await this.approvals.decide(approval.id, { state, memberId: who.memberId, at, reason: reason.trim() });
    if (approval.pitchId !== null) await this.pitches.setApproval(approval.pitchId, approval.subject, state);
    await this.events.record(approvalEvent(`approval.${state}`, approval));
  }

  /** Writes a word about a held question down, in the open transaction. */
  async addComment(who: Principal, approval: HeldApproval, body: string): Promise<void> {
    const at = this.clock.now();
    const byClient = who.role === 'client';
    await this.approvals.addComment(approval, {
      id: newId(at),
      memberId: who.memberId,
      byClient,
      body: body.trim(),
      at,
    });
    await this.events.record(approvalEvent('approval.commented', approval, { byClient }));
  }

  private async held(id: string): Promise<HeldApproval> {
    const approval = await this.approvals.hold(id);
    if (approval === null) throw new AppError('approval.not_found', { id });
    return approval;
  }

  private async detail(who: Principal, id: string): Promise<ApprovalDetail> {
    const record = await this.approvals.one(id);
    if (record === null) throw new AppError('approval.not_found', { id });
    return {
      ...teamRow(record, await this.lists.today(), who.locale),
      note: record.note,
      content: contentView(record.content, who.locale),
      comments: await this.approvals.comments(id),
    };
  }
}

function conditionsOf({ state, clientId, campaignId, pitchId, askedByMemberId }: ApprovalsQuery): Conditions {
  const all = new Conditions();
  if (state !== undefined) all.add('a.state = $', state);
  if (clientId !== undefined) all.add('a.client_id = $', clientId);
  if (campaignId !== undefined) all.add('a.campaign_id = $', campaignId);
  if (pitchId !== undefined) all.add('a.pitch_id = $', pitchId);
  if (askedByMemberId !== undefined) all.add('a.asked_by_member_id = $', askedByMemberId);
  return all;
}
