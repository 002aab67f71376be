import { Injectable } from '@nestjs/common';
import type { BouncedRecipient, EffectFacts } from '../../core/inbox/effects.js';
import type { InboundKind } from '../../core/inbox/inbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { addressKey, type CleanMail, type ReadMail } from './clean-mail.js';
import { ConversationRows } from './conversation-rows.repository.js';
import type { InboundRow } from './inbound-rows.repository.js';
import type { EffectScope } from './mail-effects.js';
import type { MailMatch } from './mail-matching.js';
import { MailSurroundings } from './mail-surroundings.query.js';
import { OutboundFacts } from './outbound-facts.query.js';

/** A mail with everything that is known around it. */
export interface MailSituation {
  readonly match: MailMatch;
  readonly facts: EffectFacts;
  readonly scope: EffectScope;
  readonly campaignId: string | null;
}

/** What is said of a mail that a situation is made for. */
export interface MailInQuestion {
  readonly inboundId: string;
  readonly mailboxId: string;
  readonly kind: InboundKind;
  readonly clean: Pick<CleanMail, 'fromKey' | 'recipients' | 'optOut' | 'returnsOn' | 'successor'>;
  readonly match: MailMatch;
}

const SOFT_WINDOW_MS = 30 * 86_400_000;
const MAILED_WINDOW_MS = 90 * 86_400_000;

/** Gathers what effects are decided on, in the open transaction. */
@Injectable()
export class MailFacts {
  constructor(
    private readonly surroundings: MailSurroundings,
    private readonly outbound: OutboundFacts,
    private readonly conversations: ConversationRows,
    private readonly clock: Clock,
  ) {}

  async situation({ inboundId, mailboxId, kind, clean, match }: MailInQuestion): Promise<MailSituation> {
    const { outbound } = match;
    const held = match.conversationId === null ? null : await this.conversations.lock(match.conversationId);
    const pitchIds = outbound?.pitchId ? [outbound.pitchId] : (held?.pitchIds ?? []);
    const pitch = pitchIds[0] === undefined ? null : await this.conversations.pitchPlace(pitchIds[0]);
    const writer = await this.surroundings.contactOf(clean.fromKey);
    const isTheirs = outbound === null || outbound.toAddressKey === clean.fromKey;
    const about = kind === 'reply' || kind === 'unsubscribe' ? isTheirs : true;
    const contactId =
      writer ?? match.contactId ?? (about ? (outbound?.contactId ?? held?.contactId ?? null) : null);
    const allPitches = [...new Set([...pitchIds, ...(held?.pitchIds ?? [])])];
    const siteIds = unique([
      match.siteId,
      outbound?.siteId ?? null,
      held?.siteId ?? null,
      ...(await this.surroundings.sitesOf(allPitches)),
    ]);
    return {
      match,
      campaignId: outbound?.campaignId ?? pitch?.campaignId ?? null,
      facts: {
        kind,
        optOut: clean.optOut.answer,
        fromKey: clean.fromKey,
        contactId: kind === 'left_company' ? (outbound?.contactId ?? contactId) : contactId,
        recipients: await this.recipients(clean, match),
        mailedKey: outbound?.toAddressKey ?? null,
        returnsOn: clean.returnsOn,
      },
      scope: {
        inboundId,
        mailboxId,
        clientId: outbound?.clientId ?? held?.clientId ?? pitch?.clientId ?? null,
        contactId,
        fromKey: clean.fromKey,
        siteIds,
        publisherIds: await this.surroundings.publishersOf(siteIds),
        pitchIds,
        evidence: clean.optOut.sentence ?? clean.recipients[0]?.reason ?? '',
        successor: clean.successor,
        assigneeMemberId: held?.assigneeMemberId ?? pitch?.assigneeMemberId ?? outbound?.memberId ?? null,
      },
    };
  }

  /** The columns of a mail that are the same wherever it belongs. */
  row(mail: ReadMail, clean: CleanMail, taken: { kind: InboundKind; rule: string }): InboundRow {
    const now = this.clock.now();
    const { answer } = clean.optOut;
    return {
      id: newId(now),
      clientId: null,
      conversationId: null,
      messageId: clean.messageId,
      inReplyTo: clean.inReplyTo,
      references: clean.references,
      bodyHash: clean.bodyHash,
      fromAddress: clean.from?.address ?? '',
      fromKey: clean.fromKey,
      fromName: clean.from?.name ?? '',
      to: clean.to.map(({ address }) => address),
      subject: clean.subject,
      sentAt: clean.sentAt,
      receivedAt: now,
      kind: taken.kind,
      rule: taken.rule,
      matchRule: 'none',
      outboundId: null,
      text: clean.text,
      quoted: clean.quoted,
      html: clean.html,
      attachments: clean.attachments,
      recipients: clean.recipients,
      optOut: answer === 'none' ? null : clean.optOut,
      terms: clean.terms,
      termsState: clean.terms === null ? 'none' : 'offered',
      returnsOn: clean.returnsOn,
      rawSha256: mail.rawSha256,
      effects: [],
    };
  }

  /** A bounce that names nobody speaks of the mail it returns. */
  private async recipients(
    clean: Pick<CleanMail, 'recipients'>,
    { outbound }: MailMatch,
  ): Promise<BouncedRecipient[]> {
    const now = this.clock.now().getTime();
    const found: BouncedRecipient[] = [];
    for (const recipient of clean.recipients) {
      const named = addressKey(recipient.address ?? '');
      // A forwarded mail bounces under an address we never wrote to: with the original in hand it is the one we did.
      const isOnly = outbound !== null && clean.recipients.length === 1;
      const wasNamed = named !== '' && (await this.wasMailed(named, now));
      const key = wasNamed ? named : isOnly ? outbound.toAddressKey : named;
      found.push({
        addressKey: key,
        permanent: recipient.permanent,
        scope: recipient.scope,
        status: recipient.status,
        reason: recipient.reason,
        wasMailed: wasNamed || isOnly,
        softBefore: await this.outbound.softBounces(key, new Date(now - SOFT_WINDOW_MS)),
      });
    }
    return found;
  }

  private async wasMailed(key: string, now: number): Promise<boolean> {
    return (await this.outbound.toAddress(key, new Date(now - MAILED_WINDOW_MS))).length > 0;
  }
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
