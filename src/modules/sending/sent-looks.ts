import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { SentFolder } from '../../platform/mail/sent-folder.js';
import { MailboxAccess } from '../mailboxes/mailbox-access.service.js';
import type { LookedFor } from './doubts.repository.js';

/** Everything that is to be looked for in one mailbox. */
export interface MailboxLook {
  readonly workspaceId: string;
  readonly mailboxId: string;
  readonly ids: readonly string[];
}

/** Looks into the Sent folders of mailboxes, one session a mailbox. */
@Injectable()
export class SentLooks {
  constructor(
    private readonly access: MailboxAccess,
    private readonly log: Log,
  ) {}

  /** By mailbox. */
  grouped(waiting: readonly LookedFor[]): MailboxLook[] {
    const looks = new Map<string, { workspaceId: string; mailboxId: string; ids: string[] }>();
    for (const { workspaceId, mailboxId, messageId } of waiting) {
      const look = looks.get(mailboxId) ?? { workspaceId, mailboxId, ids: [] };
      look.ids.push(messageId);
      looks.set(mailboxId, look);
    }
    return [...looks.values()];
  }

  /** Opens Sent of a mailbox and closes it again; null when nobody can look there. */
  async within<T>(
    { workspaceId, mailboxId }: Omit<MailboxLook, 'ids'>,
    work: (folder: SentFolder) => Promise<T>,
  ): Promise<T | null> {
    const server = await this.access.imap({ workspaceId }, mailboxId);
    if ('refused' in server) return null;
    let folder: SentFolder | null = null;
    try {
      folder = await SentFolder.open(server);
      return folder.exists ? await work(folder) : null;
    } catch (error) {
      this.log.warn({ err: error, mailboxId }, 'a mailbox could not be looked into');
      return null;
    } finally {
      await folder?.close();
    }
  }
}
