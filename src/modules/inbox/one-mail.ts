import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import type { MailReading } from '../../core/mail-reading/mail-reading.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Log } from '../../platform/logging/log.js';
import { withinBounds } from '../../platform/mail/imap-bounds.js';
import { MailServerError } from '../../platform/mail/smtp-settings.js';
import { InboundIntake } from './inbound-intake.service.js';
import { InboundRows, type MailPlace } from './inbound-rows.repository.js';
import { InboxMailReader } from './inbox-mail-reader.js';
import { type FetchedMail, fetchMail, MailWithheld } from './mail-fetch.js';
import type { ReadingLimits } from './reading-limits.js';
import { trouble } from './trouble.js';

/** A mailbox that is being read. */
export interface ReadMailbox {
  readonly scope: WorkspaceScope;
  readonly mailboxId: string;
  readonly ownAddresses: readonly string[];
  readonly limits: ReadingLimits;
}

/** A mail that was tried so often is kept as it is, and the rest is read. */
const MOST_TRIES = 3;
/** A line that breaks is no fault of the mail: only one that breaks it again and again is given up. */
const MOST_BREAKS = 10;

/** Faults of the client that a mail itself brings about. */
const OF_THE_MAIL = /^(?:ParserError|MAX_IMAP_NESTING_REACHED|InvalidResponse)/;

/** Fetches one mail, reads it and keeps it. One that cannot be is tried again, and kept raw after the third time. */
@Injectable()
export class OneMail {
  constructor(
    private readonly database: Database,
    private readonly intake: InboundIntake,
    private readonly rows: InboundRows,
    private readonly reader: InboxMailReader,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async read(
    session: ImapFlow,
    mailbox: ReadMailbox,
    { place, use }: { place: MailPlace; use: string },
  ): Promise<void> {
    let fetched: FetchedMail | null = null;
    try {
      const tries = await this.database.inWorkspace(mailbox.scope, () => this.rows.triesAt(place));
      fetched = await withinBounds(session, mailbox.limits.fetch, () =>
        fetchMail(session, place.uid, { isPlain: tries > 0 }),
      );
      if (fetched === null) return;
      const reading = await this.reader.read(fetched.bytes, { ownAddresses: mailbox.ownAddresses });
      await this.keep(mailbox, { place, use }, fetched, reading);
    } catch (error) {
      await this.failed(mailbox, { place, use }, fetched, error);
    }
  }

  private async keep(
    { scope }: ReadMailbox,
    { place, use }: { place: MailPlace; use: string },
    { bytes, receivedAt }: FetchedMail,
    reading: MailReading,
  ): Promise<void> {
    const rawSha256 = reading.kind === 'unparsed' ? await this.blobs.put(bytes, 'message/rfc822') : null;
    await this.intake.take(scope, { place, use, receivedAt, reading, rawSha256 });
  }

  /** The database away is nobody's fault: nothing is counted, and the mail is read again. */
  private async failed(
    mailbox: ReadMailbox,
    at: { place: MailPlace; use: string },
    fetched: FetchedMail | null,
    error: unknown,
  ): Promise<void> {
    if (error instanceof AppError && error.code.startsWith('database.')) throw error;
    const now = this.clock.now();
    const tries = await this.database.inWorkspace(mailbox.scope, () =>
      this.rows.countTry(newId(now), at.place, now),
    );
    this.log.warn(
      { ...trouble(error), mailboxId: mailbox.mailboxId, uid: at.place.uid, tries },
      'a mail could not be read',
    );
    if (tries < mostTries(fetched, error)) throw error;
    const bytes = fetched?.bytes ?? Buffer.alloc(0);
    await this.keep(mailbox, at, { bytes, receivedAt: fetched?.receivedAt ?? null }, unreadable(bytes));
    if (fetched === null) throw error;
  }
}

/** A mail that was fetched, or that the client could not bear, is at fault itself. */
function mostTries(fetched: FetchedMail | null, error: unknown): number {
  const { code } = error as { code?: unknown };
  const isUnbearable = error instanceof MailServerError && error.code === 'not_spoken';
  const isOfMail = isUnbearable || error instanceof MailWithheld || OF_THE_MAIL.test(String(code));
  return fetched !== null || isOfMail ? MOST_TRIES : MOST_BREAKS;
}

/** What is said of a mail nobody could read: that it is there. */
function unreadable(bytes: Buffer): MailReading {
  return {
    kind: 'unparsed',
    rule: 'unreadable',
    recipients: [],
    inReplyTo: null,
    originalIds: [],
    messageId: null,
    references: [],
    from: null,
    replyTo: null,
    to: [],
    subject: '',
    subjectKey: '',
    date: null,
    text: '',
    quoted: '',
    html: null,
    attachments: [],
    optOut: { answer: 'none', sentence: null },
    terms: null,
    returnsOn: null,
    successor: null,
    bodyHash: createHash('sha256').update(bytes).digest('hex'),
  };
}
