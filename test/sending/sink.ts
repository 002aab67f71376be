import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import { SocketServer } from '../builders/socket-server.js';

/** Where in a session something goes wrong. */
export type FaultPhase = 'connect' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';
/** What goes wrong there: an answer, or none. `lost` is a drop after a mail was kept, before the answer. */
export type FaultAnswer = '4xx' | '5xx' | 'silence' | 'rst' | 'garbage' | 'other_2xx';

export interface SinkFault {
  readonly phase: FaultPhase;
  readonly answer: FaultAnswer;
  /** Whether the mail is kept all the same; only where the dot was seen. */
  readonly isStored?: boolean;
}

/** What the sink has seen of one session so far. */
export interface Seen {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly messageId: string;
}

export interface SinkSettings {
  readonly log: string;
  /** What goes wrong with a mail; asked at each phase with what is known by then. */
  readonly fault?: (phase: FaultPhase, seen: Seen) => SinkFault | null;
  /** Called when a phase is reached, before anything is answered. */
  readonly reached?: (phase: FaultPhase, seen: Seen) => void;
  /** Waited for when the dot was seen, before a mail is kept. */
  readonly beforeKeep?: () => Promise<void>;
  /** Longest random wait before a mail is kept, and again before its answer, in milliseconds. */
  readonly slowMs?: number;
  readonly extensions?: readonly string[];
}

/** A mail as it was kept: envelope and bytes. */
export interface KeptMail {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly messageId: string;
  readonly bytes: string;
}

/**
 * An SMTP server that writes every mail into a file and has it on the disk before it says 250. It is made of sockets alone, so that no
 * library decides what a server may do wrong.
 */
export class Sink {
  readonly kept: KeptMail[] = [];
  private readonly ids = new Set<string>();
  private readonly file: number;
  private readonly server = new SocketServer((socket) => new Session(this, this.settings, socket).begin());

  constructor(private readonly settings: SinkSettings) {
    this.file = openSync(settings.log, 'a');
  }

  /** Listens on loopback; answers the port. */
  start(): Promise<number> {
    return this.server.listen();
  }

  async close(): Promise<void> {
    await this.server.close();
    closeSync(this.file);
  }

  /** Puts a mail on the disk. */
  keep(mail: KeptMail): void {
    writeSync(this.file, `${JSON.stringify({ to: mail.recipients, id: mail.messageId })}\n`);
    fdatasyncSync(this.file);
    this.kept.push(mail);
    this.ids.add(mail.messageId);
  }

  /** Whether a mail was kept: what a Sent folder of this server would show. */
  has(messageId: string): boolean {
    return this.ids.has(messageId);
  }
}

/** What a sink's log holds: how often each Message-ID was kept. */
export function keptInLog(log: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(log, 'utf8').split('\n').filter(Boolean)) {
    const { id } = JSON.parse(line) as { id: string };
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const COMMANDS: readonly (readonly [RegExp, FaultPhase | 'quit' | 'other', string])[] = [
  [/^(?:EHLO|HELO)/i, 'ehlo', ''],
  [/^AUTH/i, 'auth', '235 2.7.0 welcome'],
  [/^MAIL/i, 'mail', '250 2.1.0 ok'],
  [/^RCPT/i, 'rcpt', '250 2.1.5 ok'],
  [/^DATA/i, 'data', '354 go on'],
  [/^QUIT/i, 'quit', '221 bye'],
];

class Session {
  private text = '';
  private inBody = false;
  private from = '';
  private recipients: string[] = [];
  private bodySeen = false;
  private isMute = false;

  constructor(
    private readonly sink: Sink,
    private readonly settings: SinkSettings,
    private readonly socket: Socket,
  ) {}

  begin(): void {
    this.socket.on('error', () => undefined);
    this.socket.setNoDelay(true);
    this.socket.on('data', (bytes) => {
      this.text += bytes.toString('latin1');
      this.read();
    });
    this.say('connect', '220 sink ESMTP');
  }

  private read(): void {
    while (!this.isMute) {
      if (this.inBody) {
        if (!this.readBody()) return;
        continue;
      }
      const end = this.text.indexOf('\r\n');
      if (end < 0) return;
      const line = this.text.slice(0, end);
      this.text = this.text.slice(end + 2);
      this.command(line);
    }
  }

  private command(line: string): void {
    const [, phase = 'other', answer = '250 ok'] = COMMANDS.find(([form]) => form.test(line)) ?? [];
    if (phase === 'quit') this.socket.end('221 bye\r\n');
    else if (phase === 'other') this.write('250 ok');
    else this.speak(phase, line, answer);
  }

  private speak(phase: FaultPhase, line: string, answer: string): void {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (phase === 'mail') {
      this.from = address;
      this.recipients = [];
    }
    const isFine = this.say(phase, phase === 'ehlo' ? this.greeting() : this.answerTo(phase, answer));
    if (phase === 'rcpt' && isFine) this.recipients.push(address);
    if (phase === 'data' && isFine && this.recipients.length > 0) {
      this.inBody = true;
      this.bodySeen = false;
    }
  }

  private answerTo(phase: FaultPhase, answer: string): string {
    return phase === 'data' && this.recipients.length === 0 ? '554 5.5.1 no valid recipients' : answer;
  }

  private greeting(): string {
    const lines = ['sink', 'AUTH PLAIN LOGIN', ...(this.settings.extensions ?? [])];
    return lines.map((line, at) => `250${at === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n');
  }

  /** False when the whole body is not there yet. */
  private readBody(): boolean {
    if (!this.bodySeen && this.text.includes('\r\n\r\n')) {
      this.bodySeen = true;
      this.settings.reached?.('body', this.seen());
      const fault = this.settings.fault?.('body', this.seen()) ?? null;
      if (fault !== null) {
        this.fail(fault);
        return false;
      }
    }
    const end = this.text.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    const seen = this.seen();
    const bytes = this.text.slice(0, end + 2);
    this.text = this.text.slice(end + 5);
    this.inBody = false;
    this.settings.reached?.('dot', seen);
    this.finish({ ...seen, bytes });
    return true;
  }

  private finish(mail: KeptMail): void {
    const fault = this.settings.fault?.('dot', mail) ?? null;
    const wait = (): number => Math.random() * (this.settings.slowMs ?? 0);
    const ready = this.settings.beforeKeep?.() ?? Promise.resolve();
    const answer = (): void => (fault === null ? this.write('250 2.0.0 ok queued') : this.fail(fault));
    const keep = async (): Promise<void> => {
      await ready;
      if (fault === null || fault.isStored === true) this.sink.keep(mail);
      setTimeout(answer, wait());
    };
    setTimeout(() => void keep(), wait());
  }

  /** Whether the phase went as it should. */
  private say(phase: FaultPhase, answer: string): boolean {
    this.settings.reached?.(phase, this.seen());
    const fault = this.settings.fault?.(phase, this.seen()) ?? null;
    if (fault === null) this.write(answer);
    else this.fail(fault);
    return fault === null;
  }

  private fail({ answer, phase }: SinkFault): void {
    if (answer === '4xx') this.write(phase === 'rcpt' ? '450 4.2.0 greylisted' : '451 4.3.0 try later');
    else if (answer === '5xx') this.write(phase === 'rcpt' ? '550 5.1.1 no such user' : '554 5.6.0 no');
    else if (answer === 'garbage') this.write('hello world');
    else if (answer === 'other_2xx') this.write('251 2.0.0 something else');
    else if (answer === 'rst') this.hangUp();
    else this.isMute = true;
  }

  private hangUp(): void {
    this.isMute = true;
    this.socket.resetAndDestroy();
  }

  private write(text: string): void {
    if (!this.socket.destroyed) this.socket.write(`${text}\r\n`);
  }

  private seen(): Seen {
    const id = /^Message-ID: <([^>]*)>/im.exec(this.text)?.[1] ?? '';
    return { from: this.from, recipients: [...this.recipients], messageId: this.inBody ? id : '' };
  }
}
