import { Injectable } from '@nestjs/common';
import type { CorrectedKind } from '../../core/inbox/inbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { EnrollmentStops } from '../sequences/enrollment-stops.service.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import { ConversationViews } from './conversation-views.js';
import { CorrectionParts } from './correction-parts.js';
import { type HeldInbound, InboundDone } from './inbound-done.repository.js';
import type { EffectDone } from './inbound-rows.repository.js';

/** What people say a mail is, instead of what it was taken for. */
@Injectable()
export class Corrections {
  constructor(
    private readonly database: Database,
    private readonly inbound: InboundDone,
    private readonly parts: CorrectionParts,
    private readonly suppressions: SuppressionsService,
    private readonly stops: EnrollmentStops,
    private readonly views: ConversationViews,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `inbound.not_found`, `inbound.not_correctable`, `inbound.is_that_already`. */
  correct(who: Principal, id: string, kind: CorrectedKind): Promise<ConversationDetail> {
    return this.act(who, id, async (mail, conversationId) => {
      const before = mail.correctedKind ?? mail.kind;
      if (mail.kind === 'own') throw new AppError('inbound.not_correctable');
      if (before === kind) throw new AppError('inbound.is_that_already');
      await this.inbound.write(id, {
        corrected_kind: kind,
        corrected_by: who.userId,
        corrected_at: this.clock.now(),
      });
      await this.parts.undone.undo(mail);
      const matchRule = mail.matchRule;
      await this.parts.redone.redo({ ...mail, effects: [] }, conversationId, {
        kind,
        matchRule,
        siteId: null,
        contactId: null,
      });
      await this.tell(mail, conversationId, 'mail.corrected', { from: before, to: kind });
    });
  }

  /** Throws `inbound.not_found`, `inbound.no_opt_out` where there is nothing to decide, or it was decided. */
  decideOptOut(who: Principal, id: string, answer: 'suppress' | 'ignore'): Promise<ConversationDetail> {
    return this.act(who, id, async (mail, conversationId) => {
      const { optOut } = mail;
      const isOpen = optOut !== null && ['clear', 'doubtful'].includes(optOut.answer) && !optOut.decided;
      if (!isOpen) throw new AppError('inbound.no_opt_out');
      await this.inbound.write(id, { opt_out: JSON.stringify({ ...optOut, decided: answer }) });
      if (answer === 'suppress') await this.suppress(mail, conversationId, optOut.sentence ?? '');
      else await this.lift(mail);
    });
  }

  private async suppress(mail: HeldInbound, conversationId: string, evidence: string): Promise<void> {
    const { fromKey: addressKey, id: sourceId } = mail;
    if (addressKey === '') throw new AppError('inbound.no_opt_out');
    const stopped = await this.stops.stopAddress(addressKey, 'opted_out');
    const kept = await this.suppressions.keep([
      { addressKey, reason: 'asked', source: 'reply', sourceId, evidence: evidence.slice(0, 2000) },
    ]);
    const done: EffectDone[] = [
      { did: 'stopped', ...stopped },
      { did: 'suppressed', ids: kept.map((entry) => entry.id), addressKey },
    ];
    await this.inbound.write(sourceId, { effects: JSON.stringify([...mail.effects, ...done]) });
    await this.tell(mail, conversationId, 'mail.opted_out', { inboundId: mail.id });
  }

  /** It meant something else: what it put on the list goes off it. Sequences stay paused until a person resumes them. */
  private async lift(mail: HeldInbound): Promise<void> {
    for (const effect of mail.effects) {
      if (effect.did !== 'suppressed') continue;
      for (const id of effect.ids) await this.suppressions.lift(id, 'corrected').catch(unlessGone);
    }
    const left = mail.effects.filter(({ did }) => did !== 'suppressed');
    await this.inbound.write(mail.id, { effects: JSON.stringify(left) });
  }

  private act(
    who: Principal,
    id: string,
    work: (mail: HeldInbound, conversationId: string) => Promise<void>,
  ): Promise<ConversationDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const mail = await this.inbound.lock(id);
      if (mail === null || mail.conversationId === null) throw new AppError('inbound.not_found', { id });
      await work(mail, mail.conversationId);
      return this.views.get(mail.conversationId, who.locale);
    });
  }

  private async tell(
    mail: HeldInbound,
    conversationId: string,
    kind: 'mail.corrected' | 'mail.opted_out',
    params: Record<string, string>,
  ): Promise<void> {
    await this.events.record({
      kind,
      clientId: mail.clientId,
      subjects: [
        { kind: 'conversation', id: conversationId },
        { kind: 'mailbox', id: mail.mailboxId },
      ],
      params: { ...params, inboundId: mail.id },
    });
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'suppression.not_found') throw error;
}
