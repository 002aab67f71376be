import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { openImap } from '../../platform/mail/imap-session.js';
import { WorkspaceService } from '../access/workspace.service.js';
import { MailboxAccess } from '../mailboxes/mailbox-access.service.js';
import { ClaimsRepository } from './claims.repository.js';
import { MailNews } from './mail-news.js';
import { RestoreControl } from './restore-control.repository.js';
import { lookSince, type MailboxLook } from './restore-look.js';
import { type OpenMail, type ReadMailbox, RestoreMails } from './restore-mails.repository.js';

/** What was found out about the mails of one mailbox. */
export interface MailboxReport {
  readonly workspaceId: string;
  readonly address: string;
  /** Why nobody could look into it; null where somebody did. */
  readonly notLooked: string | null;
  /** Mails that had left already. */
  readonly sent: number;
  /** Mails to people who have answered since: held. */
  readonly answered: number;
  /** Mails that were due and of which nobody knows whether they left: held. */
  readonly unsure: number;
  /** Mails that were due and are not in Sent, though this mailbox keeps what it sends: they leave when sending goes on. */
  readonly toSend: number;
}

const DAY_MS = 24 * 3600_000;
/** Steps of a sequence at most: each round finds the step after the one before it. */
const ROUNDS = 20;
const POLL = 'inbox.poll';

/** The clock, and the way to have an inbox read at once. */
@Injectable()
export class RestoreMeans {
  constructor(
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Writes down what happened then, as of then. */
  replay<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    return this.clock.replay(moment, work);
  }

  async poll(workspaceId: string, mailboxId: string): Promise<void> {
    if (!this.handlers.tasks().includes(POLL)) return;
    const once = { attempt: 1, isLast: true, signal: new AbortController().signal };
    await this.handlers.handler(POLL)({ workspaceId, mailboxId }, once);
  }
}

/** After a database was put back: finds in the mailboxes what left and what came since, and writes it down. Sends nothing and releases nothing. */
@Injectable()
export class RestoreReconciling {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceService,
    private readonly control: RestoreControl,
    private readonly mails: RestoreMails,
    private readonly claims: ClaimsRepository,
    private readonly access: MailboxAccess,
    private readonly news: MailNews,
    private readonly means: RestoreMeans,
  ) {}

  /** One report a mailbox. `since` is the moment of the backup, where the database does not know it. */
  async run(since: Date | null = null): Promise<readonly MailboxReport[]> {
    const { backupAt } = await this.database.inInstallation(() => this.control.read(false));
    const from = new Date(
      (since ?? (backupAt === null ? null : new Date(backupAt)) ?? this.means.now()).getTime() - DAY_MS,
    );
    const reports: MailboxReport[] = [];
    for (const workspaceId of await this.workspaces.ids()) {
      const mailboxes = await this.database.inWorkspace({ workspaceId }, () => this.mails.mailboxes());
      for (const mailbox of mailboxes) reports.push(await this.mailbox(workspaceId, mailbox, from));
    }
    const at = this.means.now();
    await this.database.inInstallation(() => this.control.reconciled(at, { mailboxes: reports.length }));
    return reports;
  }

  private async mailbox(workspaceId: string, mailbox: ReadMailbox, from: Date): Promise<MailboxReport> {
    const look = await this.look(workspaceId, mailbox.id, from);
    const isLooked = typeof look !== 'string';
    const sent = isLooked ? await this.markSent(workspaceId, mailbox.id, look) : 0;
    if (isLooked) await this.means.poll(workspaceId, mailbox.id);
    const held = await this.holdRest(workspaceId, mailbox, isLooked ? look : null);
    return {
      workspaceId,
      address: mailbox.address,
      notLooked: isLooked ? null : look,
      sent,
      ...held,
    };
  }

  /** The folders' headers, or why they cannot be read. */
  private async look(workspaceId: string, mailboxId: string, from: Date): Promise<MailboxLook | string> {
    const server = await this.access.imap({ workspaceId }, mailboxId);
    if ('refused' in server) return server.refused;
    try {
      const session = await openImap(server);
      try {
        return await lookSince(session, from);
      } finally {
        await session.logout().catch(() => session.close());
      }
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'connection_broken';
    }
  }

  /** A step that is found makes the next one, which may have left, too: looked for until nothing more is found. */
  private async markSent(workspaceId: string, mailboxId: string, { sent }: MailboxLook): Promise<number> {
    let marked = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const open = await this.openMails(workspaceId, mailboxId);
      const found = open.filter(({ messageId }) => sent.has(messageId));
      if (found.length === 0) break;
      for (const mail of found)
        marked += await this.markOne(workspaceId, mail, sent.get(mail.messageId) ?? this.means.now());
    }
    return marked;
  }

  private markOne(workspaceId: string, mail: OpenMail, at: Date): Promise<number> {
    return this.means.replay(at, () =>
      this.database.inWorkspace({ workspaceId }, async () => {
        const evidence = { kind: 'sent_folder', at: at.toISOString(), attempt: mail.attempt };
        if (!(await this.mails.sent(mail, evidence, at))) return 0;
        const row = await this.claims.one(mail.id);
        if (row !== null) await this.news.tell('mail.sent', row, { found: true });
        return 1;
      }),
    );
  }

  private async holdRest(
    workspaceId: string,
    { id, keepsSent }: ReadMailbox,
    look: MailboxLook | null,
  ): Promise<Pick<MailboxReport, 'answered' | 'unsure' | 'toSend'>> {
    const now = this.means.now();
    const isProof = keepsSent && look?.hasSentFolder === true;
    let [answered, unsure, toSend] = [0, 0, 0];
    for (const mail of await this.openMails(workspaceId, id)) {
      if (mail.isHeld) continue;
      const isDue = mail.notBefore <= now;
      if (look !== null && isAnswered(mail, look))
        answered += await this.hold(workspaceId, mail.id, 'replied');
      else if (isDue && !isProof) unsure += await this.hold(workspaceId, mail.id, 'restored');
      else if (isDue) toSend += 1;
    }
    return { answered, unsure, toSend };
  }

  private openMails(workspaceId: string, mailboxId: string): Promise<OpenMail[]> {
    return this.database.inWorkspace({ workspaceId }, () => this.mails.open(mailboxId));
  }

  private hold(workspaceId: string, id: string, code: string): Promise<number> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      if (!(await this.mails.hold(id, code, this.means.now()))) return 0;
      const row = await this.claims.one(id);
      if (row !== null) await this.news.tell('mail.held', row, { code });
      return 1;
    });
  }
}

/** Whether the person wrote since, or somebody answered a mail of the same enrolment. */
function isAnswered({ addressKey, thread }: OpenMail, { received }: MailboxLook): boolean {
  return received.some(({ from, named }) => from === addressKey || named.some((id) => thread.includes(id)));
}
