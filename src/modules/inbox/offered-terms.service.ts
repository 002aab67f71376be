import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import { ConversationRows, type HeldConversation } from './conversation-rows.repository.js';
import { ConversationViews } from './conversation-views.js';
import { type HeldInbound, InboundDone } from './inbound-done.repository.js';
import type { TermsFromMail } from './inbound-messages.dto.js';

/** Words that look like terms: recorded by a person as what was agreed, the mail being the source, or laid aside. Never by themselves. */
@Injectable()
export class OfferedTerms {
  constructor(
    private readonly database: Database,
    private readonly inbound: InboundDone,
    private readonly conversations: ConversationRows,
    private readonly pitches: PitchesService,
    private readonly views: ConversationViews,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `inbound.not_found`, `inbound.no_terms` once recorded, `conversation.pitch_needed`, and what winning a pitch throws. */
  record(who: Principal, id: string, { pitchId, ...agreed }: TermsFromMail): Promise<ConversationDetail> {
    return this.act(who, id, async (mail, held) => {
      if (mail.termsState === 'recorded') throw new AppError('inbound.no_terms');
      const chosen = pitchId ?? (held.pitchIds.length === 1 ? held.pitchIds[0] : undefined);
      if (chosen === undefined || !held.pitchIds.includes(chosen))
        throw new AppError('conversation.pitch_needed');
      const day = (mail.sentAt ?? mail.receivedAt).toISOString().slice(0, 10);
      const reference = `${mail.fromKey}, ${day}: ${mail.subject}`.slice(0, 4000);
      const source = { kind: 'mail' as const, reference, agreedOn: day };
      const { memberId, locale } = who;
      await this.pitches.win(chosen, { placements: [agreed], source, mailId: id }, { memberId, locale });
      await this.inbound.write(id, { terms_state: 'recorded' });
      await this.events.record({
        kind: 'mail.terms_recorded',
        clientId: held.clientId,
        subjects: [
          { kind: 'conversation', id: held.id },
          { kind: 'pitch', id: chosen },
        ],
        params: { inboundId: id },
      });
    });
  }

  /** Throws `inbound.not_found`, `inbound.no_terms`. */
  dismiss(who: Principal, id: string): Promise<ConversationDetail> {
    return this.act(who, id, async (mail) => {
      if (mail.termsState !== 'offered') throw new AppError('inbound.no_terms');
      await this.inbound.write(id, { terms_state: 'dismissed' });
    });
  }

  private act(
    who: Principal,
    id: string,
    work: (mail: HeldInbound, held: HeldConversation) => Promise<void>,
  ): Promise<ConversationDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const mail = await this.inbound.lock(id);
      const held = mail?.conversationId == null ? null : await this.conversations.lock(mail.conversationId);
      if (mail === null || held === null) throw new AppError('inbound.not_found', { id });
      await work(mail, held);
      await this.conversations.write(held.id, {}, this.clock.now());
      return this.views.get(held.id, who.locale);
    });
  }
}
