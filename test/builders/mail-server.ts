import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerAuthentication,
  type SMTPServerSession,
} from 'smtp-server';
import type { MailAccount, MailServerOptions } from './mail-account.js';
import { MailServerBox } from './mail-server-box.js';

/** A mail that the SMTP server took. */
export interface TakenMail {
  readonly user: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** Where a test may make the SMTP server refuse. */
export interface SmtpMoment {
  readonly at: 'auth' | 'mail' | 'rcpt' | 'data';
  readonly user: string;
  readonly address: string;
}

/**
 * A real SMTP server that delivers into the boxes of its accounts, and a real IMAP server for each of them, all on loopback.
 *
 * The program under test needs `LINKLEDGER_FETCH_ALLOW=127.0.0.1/32` to be let there.
 */
export class MailServers {
  /** Every mail that was taken, oldest first. */
  readonly taken: TakenMail[] = [];
  /** A test's own refusals: an SMTP code, or null to go on. */
  refuse: (moment: SmtpMoment) => number | null = () => null;
  /** Mails after which the line breaks: they are taken, but nobody is told so, and no copy of them comes into Sent. */
  hangsUpAfter: (mail: TakenMail) => boolean = () => false;

  private readonly boxes = new Map<string, MailServerBox>();
  private readonly lines = new Map<number, Socket>();
  private smtp = new SMTPServer({ disabledCommands: ['STARTTLS'] });

  private constructor(
    private readonly accounts: readonly MailAccount[],
    private readonly options: MailServerOptions,
  ) {}

  static async start(
    accounts: readonly MailAccount[],
    options: MailServerOptions = {},
  ): Promise<MailServers> {
    const servers = new MailServers(accounts, options);
    for (const account of accounts)
      servers.boxes.set(account.address.toLowerCase(), await MailServerBox.start(account, options));
    await servers.listen();
    return servers;
  }

  get smtpPort(): number {
    return (this.smtp.server.address() as AddressInfo).port;
  }

  imapPort(address: string): number {
    return this.box(address).port;
  }

  /** The box of an account. Throws when there is none. */
  box(address: string): MailServerBox {
    const box = this.boxes.get(address.toLowerCase());
    if (box === undefined) throw new Error(`no box of ${address}`);
    return box;
  }

  /** What is sent to connect an account with a password: the body of POST /mailboxes. */
  connection(address: string): {
    address: string;
    signIn: 'password';
    smtp: { host: string; port: number; security: 'tls' | 'starttls' | 'none' };
    imap: { host: string; port: number; security: 'tls' | 'starttls' | 'none' };
    userName: string;
    password: string;
  } {
    const account = this.accounts.find((one) => one.address === address);
    const security = this.options.security ?? 'none';
    return {
      address,
      signIn: 'password',
      smtp: { host: '127.0.0.1', port: this.smtpPort, security },
      imap: { host: '127.0.0.1', port: this.imapPort(address), security },
      userName: account?.userName ?? address,
      password: account?.password ?? '',
    };
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.smtp.close(() => resolve()));
    await Promise.all([...this.boxes.values()].map((box) => box.close()));
  }

  private async listen(): Promise<void> {
    const security = this.options.security ?? 'none';
    const server = new SMTPServer({
      secure: security === 'tls',
      ...(this.options.certificate && { ...this.options.certificate }),
      ...(security === 'none' && { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      closeTimeout: 100,
      logger: false,
      onAuth: (auth, _session, callback) => this.signIn(auth, callback),
      onMailFrom: (address, session, callback) => callback(this.refusal('mail', address, session)),
      onRcptTo: (address, session, callback) => callback(this.refusal('rcpt', address, session)),
      onData: (stream, session, callback) => {
        buffer(stream).then((raw) => this.answer(raw, session, callback), callback);
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (line: Socket) => {
      this.lines.set(line.remotePort ?? 0, line);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.smtp = server;
  }

  private signIn(
    auth: SMTPServerAuthentication,
    callback: (error: Error | null, response?: { user?: string; data?: object }) => void,
  ): void {
    const user = auth.username ?? '';
    const code = this.refuse({ at: 'auth', user, address: '' });
    if (code !== null) {
      callback(answered(code));
      return;
    }
    const account = this.accounts.find((one) => (one.userName ?? one.address) === user);
    if (account !== undefined && isGood(auth, account)) callback(null, { user: account.address });
    else if (auth.method === 'XOAUTH2') callback(null, { data: { status: '401', schemes: 'bearer' } });
    else callback(answered(535));
  }

  private refusal(
    at: SmtpMoment['at'],
    { address }: SMTPServerAddress,
    session: SMTPServerSession,
  ): Error | null {
    const code = this.refuse({ at, user: String(session.user ?? ''), address });
    return code === null ? null : answered(code);
  }

  /** Takes a mail, or says why not; whoever hangs up says nothing at all. */
  private answer(raw: Buffer, session: SMTPServerSession, callback: (refused: Error | null) => void): void {
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? '' : mailFrom.address;
    const user = String(session.user ?? '');
    const mail = { user, from, to: rcptTo.map(({ address }) => address), raw };
    const refused = this.refusal('data', { address: from, args: false }, session);
    if (refused === null) this.take(mail);
    if (refused === null && this.hangsUpAfter(mail)) {
      this.lines.get(session.remotePort)?.destroy();
      return;
    }
    if (refused === null && this.options.keepsSent === true)
      this.boxes.get(user.toLowerCase())?.append(raw, 'Sent', ['\\Seen']);
    callback(refused);
  }

  private take(mail: TakenMail): void {
    this.taken.push(mail);
    for (const address of mail.to) this.deliver(address, mail.raw);
  }

  private deliver(address: string, raw: Buffer): void {
    const box = this.boxes.get(address.toLowerCase());
    box?.append(raw);
    if (this.options.allMail === true) box?.append(raw, 'All Mail');
  }
}

function isGood({ method, accessToken, password }: SMTPServerAuthentication, account: MailAccount): boolean {
  return method === 'XOAUTH2'
    ? accessToken !== undefined && account.token?.() === accessToken
    : typeof password === 'string' && account.password === password;
}

function answered(code: number): Error {
  return Object.assign(new Error(`refused with ${code}`), { responseCode: code });
}
