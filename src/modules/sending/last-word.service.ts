import { Injectable } from '@nestjs/common';
import { judgeLastWord, judgeStillAllowed, type LastWord } from '../../core/sending/last-word.js';
import { nextSlot } from '../../core/sending/slots.js';
import { localDay } from '../../core/sending/window.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LastWordQuery } from './last-word.query.js';
import { LastWordCounts } from './last-word-counts.repository.js';
import { LastWordLoading, type Locked } from './last-word-loading.js';
import type { MailRow } from './last-word-rows.js';

/** `gone`: the mail is not waiting any more; nothing was counted. */
export type Decision = LastWord | { readonly answer: 'gone' };

const GONE: Decision = { answer: 'gone' };

/** Asks the inbox to be looked into at once; the module that reads mail does it. */
const POLL = 'inbox.poll';

/** The last word before a mail leaves, in the open transaction of its claim. */
@Injectable()
export class LastWordService {
  constructor(
    private readonly database: Database,
    private readonly query: LastWordQuery,
    private readonly loading: LastWordLoading,
    private readonly counts: LastWordCounts,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether a waiting mail may be claimed now. Call it before locking the mail: it locks the enrolment, then the mailbox (`for update`), and reads
   * the mail after that. On `go` the mail is counted for its mailbox and the next slot is set, so the claim must commit with it.
   */
  async judge(messageId: string): Promise<Decision> {
    const locked = await this.lock(messageId, 'update');
    if (locked === null || !['ready', 'deferred'].includes(locked.mail.state)) return GONE;
    const now = this.clock.now().getTime();
    const gap = gapOf(locked, now);
    if (gap !== null) return gap;
    if (locked.mail.isCold) await this.query.lockCaps(capKeys(locked.mail));
    const word = judgeLastWord(await this.loading.facts(locked, now));
    if (word.answer === 'go') await this.count(locked, now);
    if (word.answer === 'wait' && word.code === 'inbox_not_fresh') await this.askForPoll(locked.mailbox.id);
    return word;
  }

  /** Whether a claimed mail may still leave, when the server waits for its text. Locks the enrolment first; counts nothing. */
  async stillAllowed(messageId: string, attempt: number): Promise<Decision> {
    const locked = await this.lock(messageId, 'share');
    if (locked?.mail.state !== 'claimed' || locked.mail.attempt !== attempt) return GONE;
    const now = this.clock.now().getTime();
    return judgeStillAllowed(await this.loading.facts(locked, now));
  }

  /** Gives back what a claim counted that certainly did not send, once: a claim that was counted has `claimed_at`. Another attempt than the one named gets nothing. */
  async giveBack(messageId: string, attempt?: number): Promise<void> {
    const locked = await this.lock(messageId, 'update');
    const claimedAt = locked?.mail.claimedAt ?? null;
    if (locked === null || claimedAt === null) return;
    if (attempt !== undefined && locked.mail.attempt !== attempt) return;
    await this.counts.giveBack(counted(locked, claimedAt.getTime()), messageId);
  }

  /** Enrolment, then mailbox, then the mail as it is after both are ours. */
  private async lock(messageId: string, mode: 'update' | 'share'): Promise<Locked | null> {
    const named = await this.query.mail(messageId);
    if (named === null) return null;
    const enrollment =
      named.enrollmentId === null ? null : await this.query.lockEnrollment(named.enrollmentId);
    const mailbox = await this.query.lockMailbox(named.mailboxId, mode);
    const mail = await this.query.mail(messageId);
    return mailbox === null || mail === null ? null : { mail, mailbox, enrollment };
  }

  private async count(locked: Locked, now: number): Promise<void> {
    const next = nextSlot(now, locked.mailbox, locked.mail.messageId);
    await this.counts.count(counted(locked, now), new Date(next));
  }

  private async askForPoll(mailboxId: string): Promise<void> {
    if (!this.handlers.tasks().includes(POLL)) return;
    const { workspaceId } = this.database.scope();
    await this.jobs.add(POLL, { workspaceId, mailboxId }, { key: mailboxId });
  }
}

/** Somebody else was quicker to take the mailbox's slot: the rest is asked when the next one comes. */
function gapOf({ mail, mailbox }: Locked, now: number): LastWord | null {
  const until = mailbox.nextSlotAt?.getTime() ?? now;
  if (mail.kind !== 'sequence' || until <= now) return null;
  return { answer: 'wait', code: 'gap', params: {}, until };
}

function counted({ mail, mailbox }: Locked, at: number) {
  return { mailboxId: mailbox.id, day: localDay(at, mailbox.zone), isFirst: mail.isFirst && mail.isCold };
}

/** In an order of their own, so that two claims never wait for each other. */
function capKeys({ toDomain, siteId, addressKey, campaignId }: MailRow): string[] {
  const keys = [`domain ${toDomain}`, `person ${addressKey}`];
  if (siteId !== null) keys.push(`site ${siteId}`);
  if (campaignId !== null) keys.push(`campaign ${campaignId}`);
  return keys.sort();
}
