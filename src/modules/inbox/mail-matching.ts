import { Injectable } from '@nestjs/common';
import type { MatchRule } from '../../core/inbox/inbox.js';
import { plusTags } from '../../core/inbox/plus-tags.js';
import { subjectKey } from '../../core/mail-reading/subject-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { InboundRows } from './inbound-rows.repository.js';
import { MailSurroundings } from './mail-surroundings.query.js';
import { type OutboundFact, OutboundFacts } from './outbound-facts.query.js';

/** What of a mail decides where it belongs. Addresses as keys. */
export interface MailToMatch {
  readonly kind: string;
  readonly fromKey: string;
  readonly toKeys: readonly string[];
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly originalIds: readonly string[];
  readonly failedKeys: readonly string[];
}

/** Where a mail belongs, and by which rule. */
export interface MailMatch {
  readonly rule: MatchRule;
  readonly outbound: OutboundFact | null;
  /** The conversation of the mail it answers, where that came in itself. */
  readonly conversationId: string | null;
  readonly siteId: string | null;
  /** The person a taught sender stands for. */
  readonly contactId: string | null;
  /** What a person taught: mail of this sender is no part of outreach. */
  readonly isIgnored: boolean;
}

/** How long after a mail of ours its recipient is taken to answer it without naming it. */
const WINDOW_MS = 90 * 86_400_000;
const NOWHERE: MailMatch = {
  rule: 'none',
  outbound: null,
  conversationId: null,
  siteId: null,
  contactId: null,
  isIgnored: false,
};
/** Kinds that speak of a mail of ours without being written by whoever got it. */
const REPORTS: readonly string[] = ['bounce', 'complaint'];

/** Tells where a mail belongs, the surest sign first (D232), in the open transaction. */
@Injectable()
export class MailMatching {
  constructor(
    private readonly outbound: OutboundFacts,
    private readonly inbound: InboundRows,
    private readonly surroundings: MailSurroundings,
    private readonly clock: Clock,
  ) {}

  async match(mail: MailToMatch, ownDomains: readonly string[]): Promise<MailMatch> {
    return (
      (await this.byIds('returned_original', mail.originalIds)) ??
      (await this.byThread(mail)) ??
      (await this.byTag(mail, ownDomains)) ??
      (await this.byRecipient(mail)) ??
      (await this.bySender(mail)) ??
      (await this.byTeaching(mail)) ??
      NOWHERE
    );
  }

  /** Where a mail of the team itself belongs: its thread alone tells. */
  byIdsOnly(ids: readonly string[]): Promise<MailMatch | null> {
    return this.byThread({ references: ids, inReplyTo: null });
  }

  private async byIds(rule: MatchRule, ids: readonly string[]): Promise<MailMatch | null> {
    return matched(rule, ids.length === 0 ? null : await this.outbound.byMessageIds(ids));
  }

  private async byThread({
    references,
    inReplyTo,
  }: Pick<MailToMatch, 'references' | 'inReplyTo'>): Promise<MailMatch | null> {
    const ids = [...references, ...(inReplyTo === null ? [] : [inReplyTo])];
    const ours = await this.byIds('references', ids);
    if (ours !== null || ids.length === 0) return ours;
    const theirs = await this.inbound.conversationOf(ids);
    return theirs === null ? null : { ...NOWHERE, rule: 'references', conversationId: theirs };
  }

  private async byTag({ toKeys }: MailToMatch, domains: readonly string[]): Promise<MailMatch | null> {
    return matched('plus_address', await this.outbound.byTags(plusTags(toKeys), domains));
  }

  private async byRecipient({ kind, failedKeys }: MailToMatch): Promise<MailMatch | null> {
    if (!REPORTS.includes(kind)) return null;
    for (const key of failedKeys.slice(0, 10)) {
      const [newest] = await this.outbound.toAddress(key, this.since());
      if (newest !== undefined) return matched('failed_recipient', newest);
    }
    return null;
  }

  /** The subject tells which of several mails is answered; without it the newest is, because nobody who wrote may be mailed on. */
  private async bySender({ kind, fromKey, subject }: MailToMatch): Promise<MailMatch | null> {
    if (fromKey === '' || REPORTS.includes(kind)) return null;
    const sent = await this.outbound.toAddress(fromKey, this.since());
    const key = subjectKey(subject);
    const same = sent.find((mail) => key !== '' && subjectKey(mail.subject) === key);
    return matched('sender_and_subject', same ?? null) ?? matched('sender', sent[0] ?? null);
  }

  private async byTeaching({ fromKey }: MailToMatch): Promise<MailMatch | null> {
    const taught = await this.surroundings.teaching(fromKey);
    if (taught === null) return null;
    const { siteId, contactId, ignore } = taught;
    return { ...NOWHERE, rule: 'taught', siteId, contactId, isIgnored: ignore };
  }

  private since(): Date {
    return new Date(this.clock.now().getTime() - WINDOW_MS);
  }
}

function matched(rule: MatchRule, outbound: OutboundFact | null): MailMatch | null {
  if (outbound === null) return null;
  const { conversationId, siteId } = outbound;
  return { ...NOWHERE, rule, outbound, conversationId, siteId };
}
