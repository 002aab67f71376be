import { Injectable } from '@nestjs/common';
import { stateAfterMail } from '../../core/inbox/after-mail.js';
import { effectsOf } from '../../core/inbox/effects.js';
import type { InboundKind } from '../../core/inbox/inbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { type CleanMail, cleanMail, type ReadMail } from './clean-mail.js';
import { factKey } from './fact-key.js';
import { FolderRows } from './folder-rows.repository.js';
import { type EffectDone, InboundRows } from './inbound-rows.repository.js';
import { MailConversations } from './mail-conversations.js';
import { MailEffects } from './mail-effects.js';
import { MailFacts, type MailSituation } from './mail-facts.js';
import { type MailMatch, MailMatching } from './mail-matching.js';
import { MailNews } from './mail-news.js';
import { MailSurroundings } from './mail-surroundings.query.js';
import { OutboundFacts } from './outbound-facts.query.js';

/** What became of a mail: `kept` it, or why not. */
export type Taken = 'kept' | 'copy' | 'own_copy' | 'not_ours' | 'passed';

/** What an intake is made of. */
@Injectable()
export class IntakeParts {
  constructor(
    readonly surroundings: MailSurroundings,
    readonly outbound: OutboundFacts,
    readonly matching: MailMatching,
    readonly facts: MailFacts,
    readonly effects: MailEffects,
    readonly conversations: MailConversations,
    readonly news: MailNews,
  ) {}
}

/** Keeps mails that were read: where they belong, what follows from them, and the watermark of their folder, all in one transaction. */
@Injectable()
export class InboundIntake {
  constructor(
    private readonly database: Database,
    private readonly folders: FolderRows,
    private readonly rows: InboundRows,
    private readonly parts: IntakeParts,
    private readonly clock: Clock,
  ) {}

  /** Throws what the database throws; nothing is marked then, and the mail is read again. */
  take(scope: WorkspaceScope, mail: ReadMail): Promise<Taken> {
    return this.database.inWorkspace(scope, async () => {
      const { place } = mail;
      if (!(await this.folders.advance(place))) return 'passed';
      await this.rows.forgetTries(place);
      const clean = cleanMail(mail.reading);
      if (await this.rows.isKept(clean, place.mailboxId)) return 'copy';
      return this.keep(mail, clean);
    });
  }

  private async keep(mail: ReadMail, clean: CleanMail): Promise<Taken> {
    const { surroundings, matching } = this.parts;
    const own = await surroundings.ownAddresses();
    if (isOwn(mail, clean, own)) return this.keepOwn(mail, clean);
    const domains = [...new Set(own.map((key) => key.slice(key.lastIndexOf('@') + 1)))];
    const match = await matching.match(clean, domains);
    const isKnown = match.rule !== 'none' || (await surroundings.contactOf(clean.fromKey)) !== null;
    if (!isKnown && (await this.folders.isOld(mail.place.mailboxId, mail.receivedAt))) return 'not_ours';
    await this.store(mail, clean, match, clean.kind);
    return 'kept';
  }

  /** The team's own mail: a copy of what we sent is known already; what a colleague wrote elsewhere stands in its thread. */
  private async keepOwn(mail: ReadMail, clean: CleanMail): Promise<Taken> {
    const { outbound } = this.parts;
    const same = clean.messageId === null ? null : await outbound.byMessageIds([clean.messageId]);
    if (same !== null) return 'own_copy';
    const at = clean.sentAt ?? mail.receivedAt ?? this.clock.now();
    const { toKeys, subject } = clean;
    const renamed = await outbound.sentCopy({ mailboxId: mail.place.mailboxId, toKeys, subject, at });
    if (renamed !== null) {
      const row = this.parts.facts.row(mail, clean, { kind: 'own', rule: 'sent_folder' });
      await this.rows.insert(
        { ...row, outboundId: renamed.id, clientId: renamed.clientId },
        mail.place,
        this.clock.now(),
      );
      return 'own_copy';
    }
    const ids = [...clean.references, ...(clean.inReplyTo === null ? [] : [clean.inReplyTo])];
    const match = await this.parts.matching.byIdsOnly(ids);
    if (match === null) return 'not_ours';
    await this.store(mail, clean, match, 'own');
    return 'kept';
  }

  private async store(mail: ReadMail, clean: CleanMail, match: MailMatch, kind: InboundKind): Promise<void> {
    const now = this.clock.now();
    const inboundId = newId(now);
    const { facts, conversations, news } = this.parts;
    const situation = await facts.situation({
      inboundId,
      mailboxId: mail.place.mailboxId,
      kind,
      clean,
      match,
    });
    const effects = await this.applyOnce(situation, kind, clean);
    const conversation = await conversations.forMail(situation, clean);
    const state = stateAfterMail(conversation.before, {
      kind,
      isMatched: match.rule !== 'none' && !match.isIgnored,
      isPermanent: effects.some(({ did }) => did === 'address_bounced' || did === 'suppressed'),
      isIgnored: match.isIgnored,
    });
    const row = facts.row(mail, clean, { kind, rule: kind === 'own' ? 'own_address' : clean.rule });
    await this.rows.insert(
      {
        ...row,
        id: inboundId,
        conversationId: conversation.id,
        clientId: conversation.clientId,
        matchRule: match.rule,
        outboundId: match.outbound?.id ?? null,
        optOut: row.optOut === null ? null : { ...row.optOut, answer: situation.facts.optOut },
        effects,
      },
      mail.place,
      now,
    );
    await conversations.seen(conversation.id, { row, state });
    await news.tell({ ...situation, conversationId: conversation.id }, kind, effects);
  }

  /** Keyed by our mail, the kind and the text: found again under another number or in another folder, nothing is done twice. */
  private async applyOnce(
    situation: MailSituation,
    kind: InboundKind,
    clean: CleanMail,
  ): Promise<EffectDone[]> {
    const named = situation.match.outbound?.id ?? situation.match.conversationId ?? clean.fromKey;
    const key = factKey(named, kind, clean.bodyHash);
    if (!(await this.rows.takeFact(key, situation.scope.inboundId, this.clock.now()))) return [];
    return this.parts.effects.apply(effectsOf(situation.facts), situation.scope);
  }
}

/** A report about a mail of ours never comes from us, whatever its sender says. */
function isOwn({ use }: ReadMail, { fromKey, kind }: CleanMail, own: readonly string[]): boolean {
  if (use === 'sent') return true;
  return kind !== 'bounce' && kind !== 'complaint' && fromKey !== '' && own.includes(fromKey);
}
