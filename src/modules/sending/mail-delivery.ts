import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { outcomeOf, type SmtpOutcome } from '../../core/sending/smtp-outcome.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Log } from '../../platform/logging/log.js';
import { smtpExchange } from '../../platform/mail/smtp-exchange.js';
import type { MailServer } from '../../platform/mail/smtp-settings.js';
import { MailboxAccess } from '../mailboxes/mailbox-access.service.js';
import { type Candidate, ClaimsRepository } from './claims.repository.js';
import { HostRests } from './host-rests.js';
import { LastWordService } from './last-word.service.js';
import { type ClaimedMail, MailClaims } from './mail-claims.js';
import { MailSettling } from './mail-settling.js';
import { SenderLock } from './sender-lock.js';
import { SendingTimes } from './sending-times.js';
import { StoppedMails } from './stopped-mails.js';

type Settled = Exclude<SmtpOutcome, { kind: 'stopped' }>;

/** Longest wait between two tries to write down what became of a mail while the database is away. */
const LONGEST_WAIT_MS = 5_000;
/** Refusals that end by themselves or by a person; all of them before any server was asked. */
const SIGN_IN = new Set(['secret_unreadable', 'token_refused', 'credentials_refused', 'sign_in_method']);

/** What a delivery needs besides. */
@Injectable()
export class DeliveryTools {
  constructor(
    readonly lock: SenderLock,
    readonly times: SendingTimes,
    readonly clock: Clock,
    readonly log: Log,
  ) {}
}

/** One mail from the claim to its end. */
@Injectable()
export class MailDelivery {
  private readonly rests = new HostRests();
  private readonly inHand = new Set<ClaimedMail>();
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly making: MailClaims,
    private readonly lastWord: LastWordService,
    private readonly settling: MailSettling,
    private readonly stopped: StoppedMails,
    private readonly access: MailboxAccess,
    private readonly tools: DeliveryTools,
  ) {}

  /** From here on no mail passes the point of no return: those in hand go back. */
  refuseToBegin(): void {
    this.isStopping = true;
  }

  /** Sends a mail that is due; false when there was nothing to send. */
  async deliver(candidate: Candidate): Promise<boolean> {
    const mail = await this.making.claim(candidate);
    if (mail === null) return false;
    this.inHand.add(mail);
    try {
      const outcome = await this.attempt(mail);
      if (outcome !== null) await this.settle(mail, outcome);
    } finally {
      this.inHand.delete(mail);
    }
    return true;
  }

  /** Gives mails in hand away that cannot be waited for. What fails here is done by the next sender, who finds our lock gone. */
  async letGo(): Promise<void> {
    for (const mail of this.inHand)
      await this.settling.letGo(mail).catch((error: unknown) => {
        this.tools.log.error({ err: error, mail: mail.id }, 'a mail in hand could not be let go of');
      });
  }

  /** How the try ended; null when it was stopped and that is written down. */
  private async attempt(mail: ClaimedMail): Promise<Settled | null> {
    const scope = { workspaceId: mail.workspaceId };
    const server = await this.access.smtp(scope, mail.row.mailboxId);
    if ('refused' in server) return refused(server.refused);
    const { clock, times } = this.tools;
    const rest = this.rests.until(server.servername, clock.now().getTime());
    if (rest !== null) return notReached('host_resting');
    const end = await smtpExchange(server, this.letter(mail), times.deadlines);
    const outcome = outcomeOf(end);
    this.note(server, outcome);
    if (outcome.kind !== 'stopped') return outcome;
    await this.stopped.settle(mail);
    return null;
  }

  private letter(mail: ClaimedMail) {
    const { row, bytes } = mail;
    return { from: row.fromAddress, to: row.toAddress, bytes, mayBegin: () => this.mayBegin(mail) };
  }

  /** The point of no return: stop and commit take the same locks, so one of them is first. */
  private mayBegin(mail: ClaimedMail): Promise<boolean> {
    const { lock, clock } = this.tools;
    return this.database.inWorkspace({ workspaceId: mail.workspaceId }, async () => {
      if (this.isStopping) return false;
      const word = await this.lastWord.stillAllowed(mail.id, mail.attempt);
      if (word.answer !== 'go') {
        this.stopped.remember(mail, word);
        return false;
      }
      return this.claims.doubt(mail, lock.owner, clock.now());
    });
  }

  private note(server: MailServer, outcome: SmtpOutcome): void {
    const isDead = outcome.kind === 'later' && outcome.isHost;
    this.rests.note(server.servername, !isDead, this.tools.clock.now().getTime());
  }

  /** Tries until the database is back: it is known what became of the mail, and nobody else knows. */
  private async settle(mail: ClaimedMail, outcome: Settled): Promise<void> {
    for (let wait = 200; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await this.settling.settle(mail, outcome);
        return;
      } catch (error) {
        if (!isAway(error)) return this.keep(mail, outcome, error);
        await pause(wait, undefined, { ref: false });
      }
    }
  }

  private async keep(mail: ClaimedMail, outcome: Settled, error: unknown): Promise<void> {
    this.tools.log.error({ err: error, mail: mail.id }, 'what became of a mail could not be written whole');
    await this.settling.keep(mail, outcome);
  }
}

function isAway(error: unknown): boolean {
  return error instanceof AppError && error.code.startsWith('database.');
}

function refused(code: string): Settled {
  if (code === 'catcher') return { kind: 'sent', reply: 'caught' };
  return SIGN_IN.has(code) ? { kind: 'sign_in_refused', code } : notReached(code);
}

function notReached(code: string): Settled {
  return { kind: 'later', ladder: 'ordinary', code, isHost: false };
}
