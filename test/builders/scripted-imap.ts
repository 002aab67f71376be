import type { Socket } from 'node:net';
import { SocketServer } from './socket-server.js';

/** A mail as the scripted server holds it. */
export interface ScriptedMail {
  readonly uid: number;
  readonly raw: string;
  /** Its BODYSTRUCTURE; plain text where absent. */
  readonly structure?: string;
  /** Its ENVELOPE, where somebody asks for it. */
  readonly envelope?: string;
  /** What the server says of its size, where that is not the truth. */
  readonly size?: number;
}

/** The line to one client. */
export interface Line {
  say(text: string): void;
  /** Says the same over and over, as fast as the line takes it, until the line is cut. */
  flood(text: string): void;
  /** One byte a second, without end. */
  drip(text: string): void;
  hangUp(): void;
}

/** A command as it came: its tag, its words in capitals (`UID FETCH`), and what follows. */
export interface Command {
  readonly tag: string;
  readonly verb: string;
  readonly rest: string;
}

/** What a server does that is not what it should; `true` when it has dealt with a command its own way. */
export interface Script {
  readonly greet?: (line: Line) => void;
  readonly on?: (command: Command, line: Line, server: ScriptedImap) => boolean;
  readonly uidValidity?: number;
  readonly uidNext?: number;
  readonly exists?: number;
  readonly capabilities?: string;
}

const FORM = /^(\S+) ((?:UID )?\S+) ?(.*)$/i;
const DONE: Command = { tag: '', verb: 'DONE', rest: '' };
const GREETING = '* OK ready\r\n';

/** An IMAP server with one folder that does what a script says, and else what it should. It is made of sockets alone, so that no library decides what a server may do wrong. */
export class ScriptedImap {
  script: Script = {};
  mails: ScriptedMail[] = [];
  /** Every command that came, without what was signed in with. */
  readonly transcript: string[] = [];
  /** The most bytes that one client took. */
  mostTaken = 0;
  connections = 0;
  private readonly server = new SocketServer((socket) => this.serve(socket));
  private readonly timers = new Set<NodeJS.Timeout>();

  static async start(): Promise<ScriptedImap> {
    const scripted = new ScriptedImap();
    await scripted.server.listen();
    return scripted;
  }

  get port(): number {
    return this.server.port;
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.server.close();
  }

  /** Puts a mail into the folder under the next number. */
  put(raw: string, changes: Partial<ScriptedMail> = {}): void {
    this.mails = [...this.mails, { uid: (this.mails.at(-1)?.uid ?? 0) + 1, raw, ...changes }];
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    socket.on('error', () => undefined);
    const line = this.lineTo(socket);
    let rest = '';
    socket.on('data', (data) => {
      const lines = `${rest}${data.toString('latin1')}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const one of lines) this.hear(one, line);
    });
    socket.on('close', () => {
      this.mostTaken = Math.max(this.mostTaken, socket.bytesWritten - socket.writableLength);
    });
    if (this.script.greet === undefined) line.say(GREETING);
    else this.script.greet(line);
  }

  private lineTo(socket: Socket): Line {
    const flood = (text: string): void => {
      while (!socket.destroyed && socket.write(text, 'latin1'));
      if (!socket.destroyed) socket.once('drain', () => flood(text));
    };
    return {
      say: (text) => void socket.write(text, 'latin1'),
      flood: (text) => flood(text.repeat(Math.ceil(65_536 / text.length))),
      drip: (text) => this.drip(socket, text),
      hangUp: () => void socket.destroy(),
    };
  }

  private drip(socket: Socket, text: string): void {
    let at = 0;
    const timer = setInterval(() => socket.write(text.charAt(at++ % text.length)), 1_000);
    this.timers.add(timer);
    socket.on('close', () => clearInterval(timer));
  }

  private hear(text: string, line: Line): void {
    const [, tag = '', verb = '', rest = ''] = FORM.exec(text) ?? [];
    const command = text === 'DONE' ? DONE : { tag, verb: verb.toUpperCase(), rest };
    this.transcript.push(command.verb === 'LOGIN' ? 'LOGIN' : text.replace(/^\S+ /, ''));
    if (this.script.on?.(command, line, this) !== true) this.answer(command, line);
  }

  private idling = '';

  /** What a well-behaved server says. */
  private answer({ tag, verb, rest }: Command, line: Line): void {
    const ok = (untagged = ''): void => line.say(`${untagged}${tag} OK ${verb} done\r\n`);
    const numbers = (): string =>
      this.found(rest)
        .map(({ uid }) => ` ${uid}`)
        .join('');
    const answers: Readonly<Record<string, () => void>> = {
      DONE: () => line.say(`${this.idling} OK done\r\n`),
      CAPABILITY: () => ok(`* CAPABILITY IMAP4rev1 IDLE ${this.script.capabilities ?? ''}\r\n`),
      LIST: () => ok('* LIST () "/" INBOX\r\n'),
      NAMESPACE: () => ok('* NAMESPACE (("" "/")) NIL NIL\r\n'),
      EXAMINE: () => ok(this.folder()),
      'UID SEARCH': () => ok(`* SEARCH${numbers()}\r\n`),
      'UID FETCH': () =>
        ok(
          this.found(rest)
            .map((mail) => this.told(mail, rest))
            .join(''),
        ),
      IDLE: () => {
        this.idling = tag;
        line.say('+ idling\r\n');
      },
    };
    const answer = answers[verb];
    if (answer === undefined) ok();
    else answer();
  }

  private folder(): string {
    const { exists = this.mails.length, uidValidity = 7, uidNext } = this.script;
    const next = uidNext ?? (this.mails.at(-1)?.uid ?? 0) + 1;
    return `* ${exists} EXISTS\r\n* FLAGS ()\r\n* OK [UIDVALIDITY ${uidValidity}] ok\r\n* OK [UIDNEXT ${next}] ok\r\n`;
  }

  private found(rest: string): ScriptedMail[] {
    const listed = /^\d+(?:,\d+)+/.exec(rest)?.[0].split(',').map(Number);
    if (listed !== undefined) return this.mails.filter(({ uid }) => listed.includes(uid));
    const [, from, , until] = /(?:^|UID )(\d+)(:(\d+|\*))?(?: |$)/.exec(rest) ?? [];
    if (from === undefined) return this.mails;
    const last = until === '*' ? Number.MAX_SAFE_INTEGER : Number(until ?? from);
    return this.mails.filter(({ uid }) => uid >= Number(from) && uid <= last);
  }

  /** What is told of a mail that is asked for. */
  told(mail: ScriptedMail, asked: string): string {
    const { uid, raw, size = raw.length, structure = PLAIN, envelope = 'NIL' } = mail;
    const known: readonly (readonly [string, string])[] = [
      ['RFC822.SIZE', String(size)],
      ['INTERNALDATE', '"20-Nov-2026 09:00:00 +0000"'],
      ['BODYSTRUCTURE', structure],
      ['ENVELOPE', envelope],
    ];
    const wanted = known.filter(([name]) => asked.includes(name)).map((item) => item.join(' '));
    const items = [`UID ${uid}`, ...wanted];
    for (const [, section = '', start = '', most] of asked.matchAll(/BODY\.PEEK\[([^\]]*)\]<(\d+)\.(\d+)>/g))
      items.push(literal(`BODY[${section}]<${start}>`, partOf(raw, section).slice(0, Number(most))));
    return `* ${this.mails.indexOf(mail) + 1} FETCH (${items.join(' ')})\r\n`;
  }
}

const PLAIN = '("TEXT" "PLAIN" NIL NIL NIL "7BIT" 10 1 NIL NIL NIL NIL)';

function literal(name: string, text: string): string {
  return `${name} {${text.length}}\r\n${text}`;
}

function partOf(raw: string, section: string): string {
  return section === '' ? raw : raw.slice(raw.indexOf('\r\n\r\n') + 4);
}
