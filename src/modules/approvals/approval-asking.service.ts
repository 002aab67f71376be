import { Injectable } from '@nestjs/common';
import { contentOf } from '../../core/approvals/content.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ErrorCode } from '../../platform/errors/codes.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { problemSentences } from '../../platform/i18n/problem-sentence.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { approvalEvent } from './approval-events.js';
import { ApprovalLists } from './approval-lists.js';
import type { AskedApprovals, NewApprovals, NotAsked } from './approvals.dto.js';
import { ApprovalsRepository, type NewApproval } from './approvals.repository.js';
import { PitchesToAsk, type PitchToAsk } from './pitches-to-ask.query.js';

/** Asks clients about sites, topics and drafts of pitches. What is asked is frozen word for word. */
@Injectable()
export class ApprovalAsking {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalsRepository,
    private readonly lists: ApprovalLists,
    private readonly toAsk: PitchesToAsk,
    private readonly pitches: PitchesService,
    private readonly kinds: Kinds,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks about each pitch that can be asked about; the others are named with the reason. Throws that reason where nothing at all can be
   * asked: `pitch.not_found`, `pitch.closed`, `approval.asked_already`, `approval.nothing_to_ask`.
   */
  ask(who: Principal, wish: NewApprovals): Promise<AskedApprovals> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const found = await this.toAsk.byIds(wish.pitchIds);
      const asked = await this.approvals.asked(wish.pitchIds, wish.subject);
      const made: string[] = [];
      const refused: { pitchId: string; code: ErrorCode }[] = [];
      for (const pitchId of wish.pitchIds) {
        const pitch = found.get(pitchId);
        const row = this.question(who, wish, { pitch, isAsked: asked.has(pitchId) });
        if ('code' in row) refused.push({ pitchId, code: row.code });
        else made.push(await this.write(row, pitch?.siteId ?? null));
      }
      const [first] = refused;
      if (made.length === 0 && first !== undefined) throw new AppError(first.code, { id: first.pitchId });
      const skipped = refused.map((one) => notAsked(one, who.locale));
      return { items: await this.lists.rows(made, who.locale), skipped };
    });
  }

  private question(
    who: Principal,
    wish: NewApprovals,
    { pitch, isAsked }: { pitch: PitchToAsk | undefined; isAsked: boolean },
  ): NewApproval | { code: ErrorCode } {
    if (pitch === undefined) return { code: 'pitch.not_found' };
    if (pitch.isOver) return { code: 'pitch.closed' };
    if (isAsked) return { code: 'approval.asked_already' };
    const kind = this.kinds.one(pitch.kind);
    const content = kind === null ? null : contentOf(kind, wish.subject, pitch.asked);
    if (content === null) return { code: 'approval.nothing_to_ask' };
    const askedAt = this.clock.now();
    return {
      id: newId(askedAt),
      clientId: pitch.clientId,
      brandId: pitch.brandId,
      campaignId: pitch.campaignId,
      pitchId: pitch.id,
      subject: wish.subject,
      content,
      note: wish.note?.trim() ?? '',
      dueOn: wish.dueOn ?? null,
      askedBy: who.memberId,
      askedAt,
    };
  }

  private async write(row: NewApproval, siteId: string | null): Promise<string> {
    await this.approvals.insert(row);
    if (row.pitchId !== null) await this.pitches.setApproval(row.pitchId, row.subject, 'asked');
    const event = approvalEvent('approval.asked', row);
    const subjects =
      siteId === null ? event.subjects : [...event.subjects, { kind: 'site', id: siteId } as const];
    await this.events.record({ ...event, subjects });
    return row.id;
  }
}

function notAsked(
  { pitchId, code }: { pitchId: string; code: ErrorCode },
  locale: Principal['locale'],
): NotAsked {
  return { pitchId, code, message: problemSentences(code, {}, locale).detail };
}
