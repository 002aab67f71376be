import { Injectable } from '@nestjs/common';
import { nextTry } from '../../core/sending/retry-ladder.js';
import type { SmtpOutcome } from '../../core/sending/smtp-outcome.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { MailboxesService } from '../mailboxes/mailboxes.service.js';
import { ClaimsRepository, type Try } from './claims.repository.js';
import { DoubtBreaker } from './doubt-breaker.js';
import { LastWordService } from './last-word.service.js';
import { MailNews } from './mail-news.js';
import { MailboxStrikes } from './mailbox-strikes.repository.js';
import type { OutboundRow } from './outbound-row.js';

/** A mail in hand: its try, and what it is. */
export interface InHand extends Try {
  readonly workspaceId: string;
  readonly row: OutboundRow;
}

type Later = Extract<SmtpOutcome, { kind: 'later' }>;
type Failed = Extract<SmtpOutcome, { kind: 'failed' }>;

/** How long a mailbox rests that a server told to slow down. */
const RATE_REST_MS = 15 * 60_000;
/** After a fault of ours. */
const FAULT_REST_MS = 30 * 60_000;
/** Rules of servers that refused so many mails in a row are about the mailbox, not about the recipients. */
const STRIKES = 3;

/** The server may have the mail, so what was counted for it stays counted. */
class HasBegun extends Error {}

/** Writes down how a try ended; each in a transaction of its own, by compare-and-set on the attempt. */
@Injectable()
export class MailSettling {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly lastWord: LastWordService,
    private readonly mailboxes: MailboxesService,
    private readonly strikes: MailboxStrikes,
    private readonly breaker: DoubtBreaker,
    private readonly news: MailNews,
    private readonly clock: Clock,
  ) {}

  settle(mail: InHand, outcome: Exclude<SmtpOutcome, { kind: 'stopped' }>): Promise<void> {
    return this.database.inWorkspace({ workspaceId: mail.workspaceId }, async () => {
      if (outcome.kind === 'sent') await this.sent(mail, outcome.reply);
      else if (outcome.kind === 'doubt') await this.doubt(mail, outcome.code);
      else if (outcome.kind === 'failed') await this.failed(mail, outcome);
      else if (outcome.kind === 'later') await this.later(mail, outcome);
      else await this.signInRefused(mail, outcome.code);
    });
  }

  /** A fault of ours kept the end from being written: what is known stays known, and the mail is in nobody's hands. */
  keep(mail: InHand, outcome: Exclude<SmtpOutcome, { kind: 'stopped' }>): Promise<void> {
    return this.database.inWorkspace({ workspaceId: mail.workspaceId }, async () => {
      const at = this.clock.now();
      if (outcome.kind === 'sent') await this.claims.keepAnswer(mail, outcome.reply, at);
      else if (outcome.kind === 'doubt') await this.claims.abandon(mail, outcome.code, at);
      else
        await this.claims.later(mail, {
          notBefore: new Date(at.getTime() + FAULT_REST_MS),
          code: 'fault',
          asked: false,
          at,
        });
    });
  }

  /** The sender ends before the mail does: no byte has left and it goes back as it was, or it is a doubt in nobody's hands. */
  async letGo(mail: InHand): Promise<void> {
    const at = this.clock.now();
    try {
      await this.database.inWorkspace({ workspaceId: mail.workspaceId }, async () => {
        await this.lastWord.giveBack(mail.id, mail.attempt);
        if (!(await this.claims.release(mail, at, false))) throw new HasBegun();
      });
    } catch (error) {
      if (!(error instanceof HasBegun)) throw error;
      await this.settle(mail, { kind: 'doubt', code: 'sender_stopped' });
    }
  }

  /** Taken. The event's listeners advance the sequence in this transaction. */
  private async sent(mail: InHand, reply: string): Promise<void> {
    const at = this.clock.now();
    const evidence = { kind: 'reply', at: at.toISOString(), attempt: mail.attempt } as const;
    await this.claims.lockEnrollment(mail.row.enrollmentId);
    if (await this.claims.sent(mail, reply, evidence, at)) await this.news.tell('mail.sent', mail.row);
  }

  private async doubt(mail: InHand, code: string): Promise<void> {
    if (!(await this.claims.abandon(mail, code, this.clock.now()))) return;
    await this.news.tell('mail.in_doubt', mail.row, { code });
    await this.breaker.look(mail.row.mailboxId);
  }

  private async failed(mail: InHand, { code, reply }: Failed): Promise<void> {
    await this.lastWord.giveBack(mail.id, mail.attempt);
    if (!(await this.claims.failed(mail, code, reply, this.clock.now()))) return;
    await this.news.tell('mail.failed', mail.row, {
      code,
      scope: code === 'address_unknown' ? 'address' : 'message',
    });
    if (code === 'policy' && (await this.strikes.inARow(mail.row.mailboxId, STRIKES)))
      await this.mailboxes.pause(mail.row.mailboxId, 'policy_refusals', { count: STRIKES });
  }

  private async later(mail: InHand, { ladder, code }: Later): Promise<void> {
    const now = this.clock.now();
    await this.lastWord.giveBack(mail.id, mail.attempt);
    const next = nextTry(ladder, {
      tries: mail.attempt,
      firstTryAt: (mail.row.firstTryAt ?? now).getTime(),
      now: now.getTime(),
      chance: Math.random(),
    });
    if (next === null) {
      if (await this.claims.failed(mail, 'gave_up', null, now))
        await this.news.tell('mail.failed', mail.row, { code: 'gave_up', last: code });
      return;
    }
    const asked = code.startsWith('smtp_');
    await this.claims.later(mail, { notBefore: new Date(next), code, asked, at: now });
    if (ladder === 'rate')
      await this.strikes.slowDown(mail.row.mailboxId, new Date(now.getTime() + RATE_REST_MS));
  }

  /** Another try with the same password may lock the account, so the whole mailbox stops at once. */
  private async signInRefused(mail: InHand, code: string): Promise<void> {
    const now = this.clock.now();
    await this.lastWord.giveBack(mail.id, mail.attempt);
    await this.mailboxes.pause(mail.row.mailboxId, 'sign_in_refused', { code });
    await this.claims.later(mail, { notBefore: now, code, asked: true, at: now });
  }
}
