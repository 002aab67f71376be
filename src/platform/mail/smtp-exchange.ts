import type { Socket } from 'node:net';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { SmtpEnd, SmtpPhase } from '../../core/sending/smtp-outcome.js';
import { BodyStopped, MailBody } from './mail-body.js';
import { lineFault } from './mail-errors.js';
import type { MailServer } from './smtp-settings.js';
import { openSocket, tlsOptions } from './smtp-socket.js';

/** How long each phase may take as a whole, in milliseconds; a server that sends a byte a second gains nothing by it. */
export interface SmtpDeadlines {
  readonly connectMs: number;
  /** Greeting, EHLO and TLS together. */
  readonly greetingMs: number;
  /** Signing in; and once more MAIL, RCPT and DATA together. */
  readonly commandMs: number;
  readonly bodyMs: number;
  /** From the dot to its answer: RFC 5321, 4.5.3.2.6 asks for ten minutes. */
  readonly dotMs: number;
  readonly quitMs: number;
}

export const SMTP_DEADLINES: SmtpDeadlines = {
  connectMs: 20_000,
  greetingMs: 60_000,
  commandMs: 300_000,
  bodyMs: 600_000,
  dotMs: 660_000,
  quitMs: 5_000,
};

/** A mail as the server gets it: one sender, one recipient, the frozen bytes. */
export interface SmtpMail {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
  /** Asked after 354 and before the first byte; a no stops the mail. */
  readonly mayBegin: () => Promise<boolean>;
}

/** What a server may say in a whole session, and in one answer; more is an attack. */
const MOST_BYTES = 1_048_576;
const LONGEST_ANSWER = 65_536;
const LOOK_EVERY_MS = 20;

interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly command?: string;
}

/** Hands one mail to a server and says how that ended; never throws for what a server does. One connection a mail. */
export function smtpExchange(
  server: MailServer,
  mail: SmtpMail,
  deadlines: SmtpDeadlines = SMTP_DEADLINES,
): Promise<SmtpEnd> {
  return new Exchange(server, mail, deadlines).run();
}

class Exchange {
  private phase: SmtpPhase = 'connect';
  private watchdog: NodeJS.Timeout | undefined;
  private guard: NodeJS.Timeout | undefined;
  private connection: SmtpConnection | null = null;
  private finish: (end: SmtpEnd) => void = () => undefined;
  private readonly body: MailBody;

  constructor(
    private readonly server: MailServer,
    private readonly mail: SmtpMail,
    private readonly deadlines: SmtpDeadlines,
  ) {
    this.body = new MailBody(
      mail.bytes,
      () => this.mayBegin(),
      () => this.bodyStep(),
    );
    this.body.on('error', () => undefined);
  }

  async run(): Promise<SmtpEnd> {
    const ended = new Promise<SmtpEnd>((done) => {
      this.finish = done;
    });
    this.begin().catch((error: unknown) => this.broke(error));
    const end = await ended;
    clearTimeout(this.watchdog);
    clearInterval(this.guard);
    this.part(end);
    this.body.destroy();
    // A commit that is under way decides what the row says: nobody may write an end before it.
    await this.body.asked;
    return end;
  }

  private async begin(): Promise<void> {
    const socket = await openSocket(this.server, this.deadlines.connectMs);
    this.enter('greeting', this.deadlines.greetingMs);
    this.connection = this.connectionOver(socket);
    this.guard = setInterval(() => this.countBytes(socket), LOOK_EVERY_MS);
    await this.step((done) => this.connection?.connect(done));
    await this.signIn();
    this.enter('mail', this.deadlines.commandMs);
    this.connection.send({ from: this.mail.from, to: [this.mail.to] }, this.body, (error, info) =>
      error === null ? this.answered(info.response) : this.broke(error),
    );
  }

  private connectionOver(socket: Socket): SmtpConnection {
    const { security, servername } = this.server;
    const connection = new SmtpConnection({
      connection: socket,
      secure: security === 'tls',
      secured: security === 'tls',
      ignoreTLS: security === 'none',
      requireTLS: security === 'starttls',
      servername,
      tls: tlsOptions(this.server),
      greetingTimeout: this.deadlines.greetingMs,
      // The watchdog of the phase comes first.
      socketTimeout: this.deadlines.dotMs * 2,
      socketCloseTimeout: 0,
      maxResponseSize: LONGEST_ANSWER,
    });
    connection.on('error', (error: Error) => this.broke(error));
    // What the last answer was is told by the call it belongs to, right after this.
    connection.on('end', () => setImmediate(() => this.broke(hungUp())));
    return connection;
  }

  private async signIn(): Promise<void> {
    const { auth } = this.server;
    if (auth.user === '') return;
    this.enter('sign_in', this.deadlines.commandMs);
    if (this.connection?.allowsAuth !== true)
      throw Object.assign(new Error('no sign-in offered'), { code: 'ENOAUTH' });
    const login =
      'pass' in auth
        ? { user: auth.user, pass: auth.pass }
        : { user: auth.user, oauth2: new XOAuth2({ user: auth.user, accessToken: auth.accessToken }) };
    await this.step((done) => this.connection?.login(login, done));
  }

  private step(work: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((done, fail) => {
      work((error) => (error === undefined || error === null ? done() : fail(error)));
    });
  }

  private enter(phase: SmtpPhase, limitMs: number): void {
    this.phase = phase;
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.end(null, 'timeout'), limitMs);
  }

  /** Another answer than 354 to DATA is no permission (nodemailer takes any 2xx for one). */
  private async mayBegin(): Promise<boolean> {
    if (!/^354/.test(lastAnswer(this.connection)))
      throw Object.assign(new Error('no 354'), { code: 'EPROTOCOL' });
    return this.mail.mayBegin();
  }

  /** The first byte is about to leave, or the last has. */
  private bodyStep(): void {
    if (this.body.ended) this.enter('dot', this.deadlines.dotMs);
    else this.enter('body', this.deadlines.bodyMs);
  }

  private answered(reply: string): void {
    if (this.phase === 'dot' || this.phase === 'body') this.end(reply, null);
    else this.end(null, 'not_spoken');
  }

  private broke(error: unknown): void {
    if (error instanceof BodyStopped || causeOf(error) instanceof BodyStopped) {
      this.finish({ phase: 'data', reply: null, fault: null, isStopped: true });
      return;
    }
    const known = error as SmtpError;
    this.phase = phaseOf(this.phase, known);
    const reply = replyOf(this.phase, known);
    this.end(reply, reply === null ? (lineFault(error) ?? 'closed') : null);
  }

  private end(reply: string | null, fault: string | null): void {
    this.finish({ phase: this.phase, reply, fault, isStopped: false });
  }

  /** Says goodbye after a yes, which nothing that happens now can undo; hangs up otherwise. */
  private part(end: SmtpEnd): void {
    const { connection } = this;
    if (connection === null) return;
    if (end.phase !== 'dot' || end.reply === null) {
      connection.close();
      return;
    }
    setTimeout(() => connection.close(), this.deadlines.quitMs).unref();
    connection.quit();
  }

  private countBytes(plain: Socket): void {
    const now = this.connection === null ? plain : Reflect.get(this.connection, '_socket');
    const read = Number(Reflect.get(Object(now), 'bytesRead') ?? 0);
    if (read > MOST_BYTES) this.end(null, 'not_spoken');
  }
}

function hungUp(): Error {
  return Object.assign(new Error('the server hung up'), { code: 'ECONNECTION' });
}

function lastAnswer(connection: SmtpConnection | null): string {
  const answer: unknown = connection?.lastServerResponse;
  return typeof answer === 'string' ? answer : '';
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

/** nodemailer names the command that was refused; a line that broke stays where we were. */
function phaseOf(phase: SmtpPhase, { command = '' }: SmtpError): SmtpPhase {
  if (phase !== 'mail') return phase;
  if (command === 'RCPT TO') return 'rcpt';
  return command === 'DATA' ? 'data' : 'mail';
}

/** The answer an error stands for: after the first byte only one that came whole and where it belongs. */
function replyOf(phase: SmtpPhase, { code, response }: SmtpError): string | null {
  if (response === undefined || !/^[2-5]\d\d(?:[ -]|$)/.test(response)) return null;
  if (code === 'EMESSAGE') return response;
  if (phase === 'body' || phase === 'dot' || code === 'ETLS') return null;
  return response;
}
