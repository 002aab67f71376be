import type { ImapFlow, ListResponse } from 'imapflow';
import { type ImapDeadlines, openImap } from './imap-session.js';
import type { MailServer } from './smtp-settings.js';

/** The names servers without special uses (RFC 6154) give the folder of what was sent. */
const NAMES = [
  'Sent',
  'Sent Items',
  'Sent Messages',
  'Sent Mail',
  'INBOX.Sent',
  'Verzonden',
  'Verzonden items',
];

/** The folders of one mailbox in which a mail that was sent may lie; open until `close`. */
export class SentFolder {
  private constructor(
    private readonly session: ImapFlow,
    private readonly folders: readonly string[],
  ) {}

  /** Opens it. Throws `MailServerError`. */
  static async open(server: MailServer, deadlines: Partial<ImapDeadlines> = {}): Promise<SentFolder> {
    const session = await openImap(server, deadlines);
    try {
      return new SentFolder(session, foldersOf(await session.list()));
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Whether there is a folder to look into at all. */
  get exists(): boolean {
    return this.folders.length > 0;
  }

  /** Which of these Message-IDs lie there; flags are not touched (EXAMINE). Rejects where a folder cannot be read. */
  async find(messageIds: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const folder of this.folders) {
      const lock = await this.session.getMailboxLock(folder, { readOnly: true });
      try {
        for (const id of messageIds) if (await this.holds(id)) found.add(id);
      } finally {
        lock.release();
      }
    }
    return found;
  }

  /** Puts a copy of a mail there, as seen. */
  async append(bytes: Buffer, at: Date): Promise<void> {
    const [folder] = this.folders;
    if (folder !== undefined) await this.session.append(folder, bytes, ['\\Seen'], at);
  }

  async close(): Promise<void> {
    await this.session.logout().catch(() => undefined);
    this.session.close();
  }

  private async holds(id: string): Promise<boolean> {
    const uids = await this.session.search({ header: { 'message-id': `<${id}>` } }, { uid: true });
    if (uids === false || uids === undefined) throw new Error('the folder could not be searched');
    return uids.length > 0;
  }
}

/** Sent first; and All Mail where the server has one, because a copy may be there alone. */
function foldersOf(list: readonly ListResponse[]): string[] {
  const bySpecialUse = (use: string): string[] =>
    list.filter((folder) => folder.specialUse === use).map((folder) => folder.path);
  const sent = bySpecialUse('\\Sent');
  const named = NAMES.filter((name) => list.some((folder) => folder.path === name)).slice(0, 1);
  return [...(sent.length > 0 ? sent : named), ...bySpecialUse('\\All')];
}
