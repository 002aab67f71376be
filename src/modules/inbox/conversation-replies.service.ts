import { Injectable } from '@nestjs/common';
import { subjectKey } from '../../core/mail-reading/subject-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { MailboxesService } from '../mailboxes/mailboxes.service.js';
import { OutboundMessages } from '../sending/outbound-messages.service.js';
import { addressKey } from './clean-mail.js';
import { ConversationRows, type HeldConversation } from './conversation-rows.repository.js';
import type { ConversationReply, ReplySent } from './conversations.dto.js';
import { type AnsweredMail, ThreadQuery } from './thread.query.js';

const SNIPPET = 200;
const LONGEST_SUBJECT = 900;
const MOST_REFERENCES = 50;

/** Answers from the screen, in the thread. */
@Injectable()
export class ConversationReplies {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationRows,
    private readonly thread: ThreadQuery,
    private readonly outbound: OutboundMessages,
    private readonly mailboxes: MailboxesService,
    private readonly pitches: PitchesService,
    private readonly suppressions: SuppressionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `conversation.not_found`, `conversation.mailbox_gone`, `conversation.nobody_to_answer`, `conversation.answered_once` where a person
   * who must not be mailed was answered, `conversation.pitch_needed`, and what moving the pitch throws.
   */
  reply(who: Principal, id: string, wish: ConversationReply): Promise<ReplySent> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.conversations.lock(id);
      if (held === null) throw new AppError('conversation.not_found', { id });
      const mailboxId = await this.mailboxOf(held);
      const answered = await this.thread.lastIn(id);
      const toAddress = wish.toAddress ?? answered?.fromAddress ?? '';
      if (addressKey(toAddress) === '') throw new AppError('conversation.nobody_to_answer');
      await this.refuseSecond(held, addressKey(toAddress), answered);
      await this.movePitch(who, held, wish);
      const outboundId = await this.write(who, { ...held, mailboxId }, { ...wish, toAddress }, answered);
      for (const pitch of await this.pitches.many(held.pitchIds))
        if (pitch.outcome === null) await this.pitches.answered(pitch.id);
      await this.conversations.answered(id, {
        state: wish.doneAfter === true ? 'done' : 'waiting',
        snippet: wish.text.replace(/\s+/g, ' ').trim().slice(0, SNIPPET),
        at: this.clock.now(),
      });
      return { outboundId };
    });
  }

  private async write(
    who: Principal,
    held: HeldConversation & { mailboxId: string },
    { toAddress, text }: { toAddress: string; text: string },
    answered: AnsweredMail | null,
  ): Promise<string> {
    const pitchId = held.pitchIds[0] ?? null;
    const pitch = pitchId === null ? null : await this.conversations.pitchPlace(pitchId);
    const [outboundId] = await this.outbound.make([
      {
        kind: 'reply',
        mailboxId: held.mailboxId,
        clientId: held.clientId,
        pitchId,
        campaignId: pitch?.campaignId ?? null,
        siteId: held.siteId,
        contactId: held.contactId,
        conversationId: held.id,
        memberId: who.memberId,
        isFirst: false,
        isCold: false,
        toAddress,
        toName: toAddress === answered?.fromAddress ? answered.fromName : '',
        ...threadOf(answered, held.subject),
        text,
        notBefore: this.clock.now(),
      },
    ]);
    return outboundId ?? '';
  }

  private async mailboxOf({ mailboxId }: HeldConversation): Promise<string> {
    const mailbox = mailboxId === null ? null : await this.mailboxes.one(mailboxId);
    if (mailbox === null || mailbox.archivedAt !== null) throw new AppError('conversation.mailbox_gone');
    return mailbox.id;
  }

  /** Somebody who must not be mailed is answered once for each time they write, and nobody else in their place. */
  private async refuseSecond(
    held: HeldConversation,
    key: string,
    answered: AnsweredMail | null,
  ): Promise<void> {
    if (!(await this.suppressions.isSuppressed(key, held.siteId, held.clientId))) return;
    const isWriter = answered !== null && addressKey(answered.fromAddress) === key;
    if (!isWriter || (await this.thread.hasAnswered(held.id, answered.createdAt)))
      throw new AppError('conversation.answered_once');
  }

  /** Moves the pitch that is meant, where that is asked for. */
  private async movePitch(who: Principal, { pitchIds }: HeldConversation, wish: ConversationReply) {
    if (wish.moveTo === undefined && wish.pitchId === undefined) return;
    const chosen = wish.pitchId ?? (pitchIds.length === 1 ? pitchIds[0] : undefined);
    if (chosen === undefined || !pitchIds.includes(chosen)) throw new AppError('conversation.pitch_needed');
    const { memberId, locale } = who;
    if (wish.moveTo !== undefined) await this.pitches.move(chosen, wish.moveTo, { memberId, locale });
  }
}

/** How an answer stands in its thread (RFC 5322, 3.6.4). */
function threadOf(answered: AnsweredMail | null, fallback: string) {
  const subject = answered?.subject ?? fallback;
  const isAnswer = subjectKey(subject) !== subject.replace(/\s+/g, ' ').trim().toLowerCase();
  const messageId = answered?.messageId ?? null;
  const references = [...(answered?.references ?? []), ...(messageId === null ? [] : [messageId])];
  return {
    subject: (isAnswer ? subject : `Re: ${subject}`).slice(0, LONGEST_SUBJECT),
    inReplyTo: messageId,
    references: references.slice(-MOST_REFERENCES),
  };
}
