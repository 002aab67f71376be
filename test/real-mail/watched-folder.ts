import { once } from 'node:events';
import { ImapFlow } from 'imapflow';

/** Where somebody reads. */
export interface Reader {
  readonly port: number;
  readonly address: string;
  readonly password: string;
}

/** A folder as a mail program of its owner sees it: open, and woken by the server when mail comes. */
export class WatchedFolder {
  private constructor(private readonly session: ImapFlow) {}

  static async open({ port, address, password }: Reader, folder = 'INBOX'): Promise<WatchedFolder> {
    const auth = { user: address, pass: password };
    const session = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    session.on('error', () => undefined);
    await session.connect();
    await session.mailboxOpen(folder, { readOnly: true });
    return new WatchedFolder(session);
  }

  /** Waits for a mail that holds these words; answers it whole. */
  async mailWith(words: string): Promise<string> {
    for (;;) {
      const woken = once(this.session, 'exists');
      const [found] = (await this.all()).filter((raw) => raw.includes(words));
      if (found !== undefined) return found;
      this.session.idle().catch(() => undefined);
      await woken;
    }
  }

  /** Every mail in it. */
  async all(): Promise<string[]> {
    await this.session.noop();
    const { mailbox } = this.session;
    if (mailbox === false || mailbox.exists === 0) return [];
    const mails = await this.session.fetchAll('1:*', { source: true });
    return mails.map(({ source }) => source?.toString('latin1') ?? '');
  }

  async close(): Promise<void> {
    await this.session.logout().catch(() => undefined);
    this.session.close();
  }
}
