import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type HoodiecrowServer, type KeptMessage } from 'hoodiecrow-imap';
import type { MailAccount, MailServerOptions } from './mail-account.js';

const PLUGINS = [
  'ID',
  'IDLE',
  'UIDPLUS',
  'SPECIAL-USE',
  'SASL-IR',
  'LITERALPLUS',
  'UNSELECT',
  'MOVE',
  'ENABLE',
  'CONDSTORE',
];

/** One account's box behind an IMAP server of its own: INBOX, Sent, Junk, Archive (RFC 6154 names stand on them). */
export class MailServerBox {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: HoodiecrowServer) {
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    // The server waits half an hour for the end of an IDLE whose line is gone, and keeps the process alive with it.
    server.connectionHandlers.push((connection) => {
      connection.socket.once('close', () => {
        if (connection.inputHandler !== false) connection.inputHandler('DONE');
      });
    });
  }

  static async start(account: MailAccount, options: MailServerOptions): Promise<MailServerBox> {
    const security = options.security ?? 'none';
    const server = hoodiecrow({
      plugins: [...PLUGINS, ...(security === 'starttls' ? ['STARTTLS'] : []), ...signIns(account)],
      secureConnection: security === 'tls',
      ...(options.certificate && { credentials: { ...options.certificate } }),
      users: { [account.userName ?? account.address]: userOf(account) },
      storage: {
        INBOX: {},
        '': {
          separator: '/',
          folders: {
            Sent: { 'special-use': '\\Sent' },
            Junk: { 'special-use': '\\Junk' },
            Archive: { 'special-use': '\\Archive' },
            ...(options.allMail === true ? { 'All Mail': { 'special-use': '\\All' } } : {}),
          },
        },
      },
    });
    const box = new MailServerBox(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return box;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** Puts a mail into a folder; sessions in IDLE hear of it. Answers its UID. */
  append(raw: Buffer | string, folder = 'INBOX', flags: readonly string[] = []): number {
    const text = Buffer.isBuffer(raw) ? raw.toString('latin1') : Buffer.from(raw, 'utf8').toString('latin1');
    return this.server.appendMessage(folder, [...flags], false, text).message.uid;
  }

  messages(folder = 'INBOX'): readonly KeptMessage[] {
    return this.server.getMailbox(folder)?.messages ?? [];
  }

  /** Takes a mail away without a word to anybody, as another program would. */
  remove(uid: number, folder = 'INBOX'): void {
    const box = this.server.getMailbox(folder);
    if (box !== undefined) box.messages = box.messages.filter((message) => message.uid !== uid);
  }

  /** A new UIDVALIDITY: every UID given before is worth nothing (RFC 9051, 2.3.1.1). Messages are numbered anew. */
  renumber(uidValidity: number, folder = 'INBOX'): void {
    const box = this.server.getMailbox(folder);
    if (box === undefined) return;
    box.uidvalidity = uidValidity;
    box.messages.forEach((message, at) => {
      message.uid = at + 1;
    });
    box.uidnext = box.messages.length + 1;
  }

  /** Cuts every session, as a restart of the server does. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function signIns(account: MailAccount): string[] {
  return account.token === undefined ? ['AUTH-PLAIN'] : ['XOAUTH2'];
}

/** The token is asked at every sign-in, so that one that ran out is refused. */
function userOf({ password, token }: MailAccount): object {
  return {
    password: password ?? NaN,
    xoauth2: {
      get accessToken() {
        return token?.() ?? NaN;
      },
    },
  };
}
