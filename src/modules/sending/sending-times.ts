import { Injectable } from '@nestjs/common';
import { SMTP_DEADLINES, type SmtpDeadlines } from '../../platform/mail/smtp-exchange.js';

const MINUTE = 60_000;

/** The waits of the sender, in milliseconds. One place, so that a simulation may run in minutes what takes days. */
@Injectable()
export class SendingTimes {
  /** How often due mails are looked for when there was nothing. */
  readonly tickMs: number = 1_000;
  /** How often the claims of dead senders are given back. */
  readonly buryMs: number = 5_000;
  /** How often doubts and copies in Sent are looked after. */
  readonly lookMs: number = MINUTE;
  /** A doubt rests this long before anything is made of it: a server may take ten minutes over the dot (RFC 1047). */
  readonly graceMs: number = 15 * MINUTE;
  /** Between two looks that must both find nothing. */
  readonly lookAgainMs: number = 10 * MINUTE;
  /** A server that keeps copies has put one into Sent by now. */
  readonly copyMs: number = MINUTE;
  /** In which more than `doubtsToPause` doubts pause a mailbox. */
  readonly doubtWindowMs: number = 10 * MINUTE;
  readonly doubtsToPause: number = 3;
  /** How many certain sends must have been found in Sent before a mail that is missing there counts as not sent. */
  readonly provenCopies: number = 20;
  readonly crashesToQuarantine: number = 3;
  /** What a stop waits for mails in flight. */
  readonly stopMs: number = 25_000;
  readonly deadlines: SmtpDeadlines = SMTP_DEADLINES;
}
