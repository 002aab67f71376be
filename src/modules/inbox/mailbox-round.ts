import { Injectable } from '@nestjs/common';
import { chooseFolders } from '../../core/inbox/folder-choice.js';
import type { SeenFolder } from '../../core/inbox/folder-watermark.js';
import { Database } from '../../platform/database/database.js';
import { withinBounds } from '../../platform/mail/imap-bounds.js';
import { openImap } from '../../platform/mail/imap-session.js';
import { MailServerError } from '../../platform/mail/smtp-settings.js';
import { MailboxAccess } from '../mailboxes/mailbox-access.service.js';
import { MailboxesService } from '../mailboxes/mailboxes.service.js';
import { FolderReader } from './folder-reader.js';
import { isRefusal } from './folder-refused.js';
import { FolderRows } from './folder-rows.repository.js';
import { HistoryReader } from './history-reader.js';
import { MailSurroundings } from './mail-surroundings.query.js';
import type { NamedMailbox } from './mailbox-leases.repository.js';
import type { ReadMailbox } from './one-mail.js';
import type { OpenMailbox } from './open-mailbox.js';
import type { ReadingLimits } from './reading-limits.js';

/** Refusals after which trying again would only lock the account. */
const PAUSING: readonly string[] = ['credentials_refused', 'token_refused', 'secret_unreadable'];

/** Opening a mailbox and reading all its folders once. */
@Injectable()
export class MailboxRound {
  constructor(
    private readonly database: Database,
    private readonly access: MailboxAccess,
    private readonly mailboxes: MailboxesService,
    private readonly reader: FolderReader,
    private readonly folders: FolderRows,
    private readonly surroundings: MailSurroundings,
    private readonly history: HistoryReader,
  ) {}

  /** Throws `MailServerError` with its code; a sign-in that is refused pauses the mailbox. */
  async open(named: NamedMailbox, limits: ReadingLimits): Promise<OpenMailbox> {
    const server = await this.access.imap({ workspaceId: named.workspaceId }, named.mailboxId);
    if ('refused' in server) throw new MailServerError(server.refused as 'server_error', 'sign_in');
    const session = await openImap(server, limits.connect);
    try {
      const listed = await withinBounds(session, limits.look, () => session.list());
      const folders = chooseFolders(
        listed.map(({ path, name, specialUse = null, flags }) => ({
          path,
          name,
          specialUse: path.toUpperCase() === 'INBOX' ? '\\Inbox' : specialUse,
          canBeOpened: !flags.has('\\Noselect') && !flags.has('\\NonExistent'),
        })),
      );
      // Without an INBOX the list is not the whole one, and what is known of the folders must not be forgotten for it.
      if (!folders.some(({ use }) => use === 'inbox'))
        throw new MailServerError(session.usable ? 'server_error' : 'closed', 'folders');
      const paths = folders.map(({ path }) => path);
      await this.inside(named, () => this.folders.keepOnly(named.mailboxId, paths));
      return { session, folders, limits };
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Reads every folder from its watermark on; one that cannot be read does not hold up the others, and says so. Answers what INBOX was then. */
  async read(
    { session, folders, limits }: OpenMailbox,
    named: NamedMailbox,
    stop: AbortSignal,
  ): Promise<SeenFolder | null> {
    let inbox: SeenFolder | null = null;
    const mailbox: ReadMailbox = {
      scope: { workspaceId: named.workspaceId },
      mailboxId: named.mailboxId,
      ownAddresses: await this.ownAddresses(named),
      limits,
    };
    for (const folder of folders) {
      stop.throwIfAborted();
      try {
        const seen = await this.reader.read(session, mailbox, folder, stop);
        if (folder.use === 'inbox') inbox = seen;
      } catch (error) {
        if (!session.usable || !isRefusal(error)) throw error;
        await this.inside(named, () => this.folders.failed(named.mailboxId, folder.path, 'folder_refused'));
      }
    }
    return inbox;
  }

  /** Reads the headers of earlier mail, where somebody has allowed it and it is not done. */
  async readHistory(open: OpenMailbox, named: NamedMailbox): Promise<void> {
    await this.history.read(open, named, new Set(await this.ownAddresses(named)));
  }

  /** Writes down why a mailbox could not be read; a refused sign-in pauses it at once. */
  async failed(named: NamedMailbox, code: string): Promise<void> {
    await this.inside(named, async () => {
      await this.folders.failed(named.mailboxId, null, code);
      if (PAUSING.includes(code)) await this.mailboxes.pause(named.mailboxId, code);
    });
  }

  private ownAddresses(named: NamedMailbox): Promise<string[]> {
    return this.inside(named, () => this.surroundings.ownAddresses());
  }

  private inside<Answer>(named: NamedMailbox, work: () => Promise<Answer>): Promise<Answer> {
    return this.database.inWorkspace({ workspaceId: named.workspaceId }, work);
  }
}
