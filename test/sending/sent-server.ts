import type { Socket } from 'node:net';
import { SocketServer } from '../builders/socket-server.js';

/** What comes before the OK of commands that ask for something which is always the same. */
const ANSWERS: readonly (readonly [form: RegExp, lines: readonly string[]])[] = [
  [/^CAPABILITY/i, ['* CAPABILITY IMAP4rev1 SPECIAL-USE LITERAL+']],
  [/^(?:LIST|LSUB)/i, ['* LIST (\\HasNoChildren) "/" INBOX', '* LIST (\\HasNoChildren \\Sent) "/" Sent']],
  [
    /^(?:SELECT|EXAMINE)/i,
    ['* FLAGS (\\Seen)', '* 1 EXISTS', '* OK [UIDVALIDITY 1] ok', '* OK [UIDNEXT 2] ok'],
  ],
  [/^LOGOUT/i, ['* BYE']],
];

/** An IMAP server with one folder, Sent, which holds what it is told; made of sockets alone. It knows as much as a client asks for. */
export class SentServer {
  readonly appended: string[] = [];
  /** How many copies it refuses before it takes one. */
  refusals = 0;
  private readonly server = new SocketServer((socket) => this.serve(socket));

  constructor(private readonly holds: (messageId: string) => boolean) {}

  /** Listens on loopback; answers the port. */
  start(): Promise<number> {
    return this.server.listen();
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private serve(socket: Socket): void {
    let text = '';
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1 SPECIAL-USE LITERAL+] ready\r\n');
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        const literal = /\{(\d+)\+?\}$/.exec(line)?.[1];
        const length = end + 2 + Number(literal ?? 0);
        if (literal !== undefined && text.length < length + 2) {
          if (!line.endsWith('+}')) socket.write('+ go on\r\n');
          return;
        }
        const body = literal === undefined ? '' : text.slice(end + 2, length);
        text = text.slice(literal === undefined ? end + 2 : length + 2);
        this.answer(socket, line, body);
      }
    });
  }

  private answer(socket: Socket, line: string, body: string): void {
    const [tag = '', ...rest] = line.split(' ');
    const command = rest.join(' ');
    const say = (...lines: string[]): void => {
      socket.write(`${[...lines, `${tag} OK done`].join('\r\n')}\r\n`);
    };
    if (/^APPEND/i.test(command) && !this.takes(body)) {
      socket.write(`${tag} NO [OVERQUOTA] full\r\n`);
      return;
    }
    if (/^UID SEARCH/i.test(command)) say(this.found(/<([^>]*)>/.exec(command + body)?.[1] ?? ''));
    else say(...(ANSWERS.find(([form]) => form.test(command))?.[1] ?? []));
    if (/^LOGOUT/i.test(command)) socket.end();
  }

  /** Whether a copy that is put there was taken. */
  private takes(copy: string): boolean {
    if (this.refusals > 0) {
      this.refusals -= 1;
      return false;
    }
    this.appended.push(copy);
    return true;
  }

  private found(messageId: string): string {
    const isThere = this.holds(messageId) || this.appended.some((copy) => copy.includes(`<${messageId}>`));
    return isThere ? '* SEARCH 1' : '* SEARCH';
  }
}
