import { Injectable } from '@nestjs/common';
import { stateAfterMail } from '../../core/inbox/after-mail.js';
import { effectsOf } from '../../core/inbox/effects.js';
import type { InboundKind, MatchRule } from '../../core/inbox/inbox.js';
import type { FailedRecipient } from '../../core/mail-reading/mail-reading.js';
import { Clock } from '../../platform/clock/clock.js';
import { ConversationRows } from './conversation-rows.repository.js';
import { factKey } from './fact-key.js';
import { type HeldInbound, InboundDone } from './inbound-done.repository.js';
import { type EffectDone, InboundRows } from './inbound-rows.repository.js';
import { MailEffects } from './mail-effects.js';
import { MailFacts } from './mail-facts.js';
import { MailNews } from './mail-news.js';
import { OutboundFacts } from './outbound-facts.query.js';

/** What a mail is taken for and where it belongs, by a person's word. */
export interface Redoing {
  readonly kind: InboundKind;
  readonly matchRule: MatchRule;
  readonly siteId: string | null;
  readonly contactId: string | null;
}

/** What redoing is made of. */
@Injectable()
export class RedoingParts {
  constructor(
    readonly facts: MailFacts,
    readonly effects: MailEffects,
    readonly news: MailNews,
    readonly outbound: OutboundFacts,
    readonly conversations: ConversationRows,
  ) {}
}

/** Does anew what follows from a mail that is kept already, in the open transaction. */
@Injectable()
export class RedoneMails {
  constructor(
    private readonly rows: InboundRows,
    private readonly done: InboundDone,
    private readonly parts: RedoingParts,
    private readonly clock: Clock,
  ) {}

  async redo(mail: HeldInbound, conversationId: string, as: Redoing): Promise<void> {
    const { facts, effects, news, outbound } = this.parts;
    const { outboundMessageId, mailboxId } = mail;
    const ours = outboundMessageId === null ? null : await outbound.byMessageIds([outboundMessageId]);
    const situation = await facts.situation({
      inboundId: mail.id,
      mailboxId,
      kind: as.kind,
      clean: {
        fromKey: mail.fromKey,
        recipients: as.kind === 'bounce' ? saidToBounce(mail) : mail.recipients,
        optOut: mail.optOut ?? { answer: 'none', sentence: null },
        returnsOn: mail.returnsOn,
        successor: null,
      },
      match: {
        rule: as.matchRule,
        outbound: ours,
        conversationId,
        siteId: as.siteId,
        contactId: as.contactId,
        isIgnored: false,
      },
    });
    const key = factKey(ours?.id ?? conversationId, as.kind, mail.bodyHash);
    const isFresh = await this.rows.takeFact(key, mail.id, this.clock.now());
    const applied = isFresh ? await effects.apply(effectsOf(situation.facts), situation.scope) : [];
    const all: EffectDone[] = [...mail.effects, ...applied];
    await this.done.write(mail.id, {
      effects: JSON.stringify(all),
      match_rule: as.matchRule,
      client_id: situation.scope.clientId,
      ...(mail.optOut !== null && {
        opt_out: JSON.stringify({ ...mail.optOut, answer: situation.facts.optOut }),
      }),
    });
    await this.stand(conversationId, as.kind, all);
    if (isFresh) await news.tell({ ...situation, conversationId }, as.kind, applied);
  }

  /** Where the conversation stands now; one nobody had matched is as a new one. */
  private async stand(conversationId: string, kind: InboundKind, done: readonly EffectDone[]): Promise<void> {
    const held = await this.parts.conversations.lock(conversationId);
    const before = held === null || ['unmatched', 'other'].includes(held.state) ? null : held.state;
    const isPermanent = done.some(({ did }) => did === 'address_bounced' || did === 'suppressed');
    const state = stateAfterMail(before, { kind, isMatched: true, isPermanent, isIgnored: false });
    await this.parts.conversations.write(conversationId, { state, last_kind: kind }, this.clock.now());
  }
}

/** A person says that it came back: where the mail names nobody, the address we wrote to is meant. */
function saidToBounce({ recipients }: HeldInbound): FailedRecipient[] {
  if (recipients.length > 0) return [...recipients];
  return [
    { address: null, status: null, replyCode: null, permanent: true, scope: 'address', reason: 'by hand' },
  ];
}
