import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import { EnrollmentStops } from '../sequences/enrollment-stops.service.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import { ConversationDetails } from './conversation-detail.query.js';
import { ConversationMatching } from './conversation-matching.js';
import { ConversationNotes } from './conversation-notes.repository.js';
import { ConversationRows, type HeldConversation } from './conversation-rows.repository.js';
import { ConversationViews } from './conversation-views.js';
import type { ConversationMatch } from './conversations.dto.js';

/** What acts on conversations are made of. */
@Injectable()
export class ActParts {
  constructor(
    readonly details: ConversationDetails,
    readonly notes: ConversationNotes,
    readonly matching: ConversationMatching,
    readonly stops: EnrollmentStops,
    readonly team: TeamService,
  ) {}
}

/** What people do with conversations, each act in a transaction of its own. Every act throws `conversation.not_found`. */
@Injectable()
export class ConversationActs {
  constructor(
    private readonly database: Database,
    private readonly rows: ConversationRows,
    private readonly views: ConversationViews,
    private readonly parts: ActParts,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `conversation.assignee_unknown` for somebody who may not see its client. */
  assign(who: Principal, id: string, memberId: string | null): Promise<ConversationDetail> {
    return this.act(who, id, async (held, at) => {
      if (held.assigneeMemberId === memberId) return null;
      if (memberId !== null) await this.refuseStranger(memberId, held.clientId);
      await this.rows.write(id, { assignee_member_id: memberId }, at);
      return { kind: 'conversation.assigned', params: { from: held.assigneeMemberId, to: memberId } };
    });
  }

  /** Throws `conversation.snooze_past`. */
  snooze(who: Principal, id: string, until: string | null): Promise<ConversationDetail> {
    return this.act(who, id, async (held, at) => {
      const moment = until === null ? null : new Date(until);
      if (moment !== null && moment <= at) throw new AppError('conversation.snooze_past');
      if (moment?.getTime() === held.snoozedUntil?.getTime()) return null;
      await this.rows.write(id, { snoozed_until: moment }, at);
      return { kind: 'conversation.snoozed', params: { until } };
    });
  }

  finish(who: Principal, id: string): Promise<ConversationDetail> {
    return this.act(who, id, async (held, at) => {
      if (held.state === 'done') return null;
      await this.rows.write(id, { state: 'done', snoozed_until: null }, at);
      return { kind: 'conversation.done' };
    });
  }

  reopen(who: Principal, id: string): Promise<ConversationDetail> {
    return this.act(who, id, async (held, at) => {
      if (held.state !== 'done') return null;
      await this.rows.write(id, { state: 'to_answer' }, at);
      return { kind: 'conversation.reopened' };
    });
  }

  note(who: Principal, id: string, text: string): Promise<ConversationDetail> {
    return this.act(who, id, async (held, at) => {
      await this.parts.notes.insert({ conversationId: id, clientId: held.clientId, text, at });
      return { kind: 'conversation.noted' };
    });
  }

  /** Throws `conversation.match_unclear`, and what a pitch, site or contact that is not here throws. */
  match(who: Principal, id: string, wish: ConversationMatch): Promise<ConversationDetail> {
    return this.act(who, id, async (held) => {
      const params = await this.parts.matching.match(held, wish);
      return { kind: 'mail.matched', params };
    });
  }

  /** Throws `conversation.enrollment_not_here`, and what resuming throws. */
  resume(who: Principal, id: string, enrollmentId: string): Promise<ConversationDetail> {
    return this.act(who, id, async (held) => {
      const paused = await this.parts.details.paused(held);
      if (!paused.some((one) => one.id === enrollmentId))
        throw new AppError('conversation.enrollment_not_here', { id: enrollmentId });
      await this.parts.stops.resume(enrollmentId);
      return null;
    });
  }

  private act(
    who: Principal,
    id: string,
    work: (
      held: HeldConversation,
      at: Date,
    ) => Promise<{ readonly kind: EventKind; readonly params?: EventParams } | null>,
  ): Promise<ConversationDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.rows.lock(id);
      if (held === null) throw new AppError('conversation.not_found', { id });
      const deed = await work(held, this.clock.now());
      if (deed !== null)
        await this.events.record({
          kind: deed.kind,
          clientId: held.clientId,
          subjects: subjectsOf(held),
          params: deed.params ?? {},
        });
      return this.views.get(id, who.locale);
    });
  }

  private async refuseStranger(memberId: string, clientId: string | null): Promise<void> {
    const member = (await this.parts.team.team()).find((one) => one.memberId === memberId);
    const sees =
      member !== undefined &&
      (member.clientIds === null || clientId === null || member.clientIds.includes(clientId));
    if (!sees) throw new AppError('conversation.assignee_unknown', { id: memberId });
  }
}

/** What an event about a conversation hangs on. */
function subjectsOf({ id, pitchIds, siteId, contactId, mailboxId, clientId }: HeldConversation): Subject[] {
  const one = (kind: Subject['kind'], of: string | null): Subject[] =>
    of === null ? [] : [{ kind, id: of }];
  return [
    { kind: 'conversation', id },
    ...pitchIds.flatMap((pitchId) => one('pitch', pitchId)),
    ...one('site', siteId),
    ...one('contact', contactId),
    ...one('mailbox', mailboxId),
    ...one('client', clientId),
  ];
}
