import { Injectable } from '@nestjs/common';
import type { BouncedRecipient, EffectFacts } from '../../core/inbox/effects.js';
import type { InboundKind } from '../../core/inbox/inbox.js';
import { promisedOptOut } from '../../core/inbox/promised-opt-out.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { addressKey, type CleanMail, type ReadMail } from './clean-mail.js';
import { ConversationRows, type HeldConversation } from './conversation-rows.repository.js';
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

/** What is known around a mail before its writer is. */
interface About {
  readonly held: HeldConversation | null;
  readonly pitchIds: readonly string[];
  /** Whom the mail of ours went to. */
  readonly mailedId: string | null;
  readonly campaignId: string | null;
  readonly clientId: string | null;
  readonly assigneeMemberId: string | null;
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

  async situation(asked: MailInQuestion): Promise<MailSituation> {
    const { inboundId, mailboxId, kind, clean, match } = asked;
    const about = await this.about(match);
    const contactId = await this.writerOf(asked, about);
    const siteIds = await this.sitesOf(match, about);
    return {
      match,
      campaignId: about.campaignId,
      facts: {
        kind,
        optOut: promisedOptOut({ optOut: clean.optOut, isToCold: match.outbound?.isCold ?? false }),
        fromKey: clean.fromKey,
        contactId: kind === 'left_company' ? (about.mailedId ?? contactId) : contactId,
        recipients: await this.recipients(clean, match),
        mailedKey: match.outbound?.toAddressKey ?? null,
        returnsOn: clean.returnsOn,
      },
      scope: {
        inboundId,
        mailboxId,
        clientId: about.clientId,
        contactId,
        fromKey: clean.fromKey,
        siteIds,
        publisherIds: await this.surroundings.publishersOf(siteIds),
        pitchIds: about.pitchIds,
        evidence: clean.optOut.sentence ?? clean.recipients[0]?.reason ?? '',
        successor: clean.successor,
        assigneeMemberId: about.assigneeMemberId,
      },
    };
  }

  /** What the mail of ours, the conversation and the pitch say, the nearest first. */
  private async about({ outbound, conversationId }: MailMatch): Promise<About> {
    const held = conversationId === null ? null : await this.conversations.lock(conversationId);
    const pitchIds = pitchesOf(outbound, held);
    const [first] = pitchIds;
    const pitch = first === undefined ? null : await this.conversations.pitchPlace(first);
    return {
      held,
      pitchIds,
      mailedId: outbound?.contactId ?? null,
      campaignId: firstOf([outbound, pitch].map((one) => one?.campaignId)),
      clientId: firstOf([outbound, held, pitch].map((one) => one?.clientId)),
      assigneeMemberId: firstOf([...[held, pitch].map((one) => one?.assigneeMemberId), outbound?.memberId]),
    };
  }

  /** The person who wrote: by the address; by the mail of ours only where nobody else can have written. */
  private async writerOf(
    { kind, clean, match }: MailInQuestion,
    { held, mailedId }: About,
  ): Promise<string | null> {
    const writer = await this.surroundings.contactOf(clean.fromKey);
    if (writer !== null || match.contactId !== null) return writer ?? match.contactId;
    const isByHand = kind === 'reply' || kind === 'unsubscribe';
    const isTheirs = match.outbound === null || match.outbound.toAddressKey === clean.fromKey;
    return isByHand && !isTheirs ? null : firstOf([mailedId, held?.contactId]);
  }

  private async sitesOf({ siteId, outbound }: MailMatch, { held, pitchIds }: About): Promise<string[]> {
    const all = [...new Set([...pitchIds, ...(held?.pitchIds ?? [])])];
    return unique([
      siteId,
      outbound?.siteId ?? null,
      held?.siteId ?? null,
      ...(await this.surroundings.sitesOf(all)),
    ]);
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

/** The pitch our mail was for, otherwise those of the conversation. */
function pitchesOf(outbound: MailMatch['outbound'], held: HeldConversation | null): readonly string[] {
  const answered = outbound?.pitchId ?? null;
  return answered === null ? (held?.pitchIds ?? []) : [answered];
}

function firstOf(ids: readonly (string | null | undefined)[]): string | null {
  return ids.find((id) => typeof id === 'string') ?? null;
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
