import { createTransport } from 'nodemailer';
import type { MailAccount } from '../builders/mail-account.js';
import { GOOD } from '../fetch/certificates.js';
import { CutLine } from './cut-line.js';
import { Ground } from './daemon.js';
import { Dovecot } from './dovecot.js';
import { Exim } from './exim.js';
import { WatchedFolder } from './watched-folder.js';

/** The name on the certificate of both servers. */
export const HOST = 'site.test';

/** Dovecot and Exim of Debian with the same accounts, on loopback, in a folder of their own. */
export class DebianServers {
  private readonly watched: WatchedFolder[] = [];

  private constructor(
    private readonly ground: Ground,
    private readonly accounts: readonly MailAccount[],
    readonly dovecot: Dovecot,
    readonly exim: Exim,
    /** The way to Exim in clear text, which can be cut. */
    readonly line: CutLine,
  ) {}

  static async start(accounts: readonly MailAccount[]): Promise<DebianServers> {
    const ground = new Ground();
    const certificate = ground.write('certificate.pem', `${GOOD.cert}\n`);
    const key = ground.write('key.pem', `${GOOD.key}\n`);
    const settings = { accounts, certificate, key };
    const dovecot = await Dovecot.start(ground, settings);
    const exim = await Exim.start(ground, { ...settings, lmtpPort: dovecot.lmtpPort });
    return new DebianServers(ground, accounts, dovecot, exim, await CutLine.to(exim.port));
  }

  /** What is sent to connect an account: straight and with STARTTLS, or through the line that can be cut. */
  connection(address: string, way: 'starttls' | 'line'): Record<string, unknown> {
    const security = way === 'line' ? 'none' : way;
    const smtpPort = way === 'line' ? this.line.port : this.exim.port;
    return {
      address,
      signIn: 'password',
      smtp: { host: HOST, port: smtpPort, security },
      imap: { host: HOST, port: this.dovecot.imapPort, security },
      userName: address,
      password: this.passwordOf(address),
    };
  }

  /** A folder of an account, as a program sees it that opens it now; open until the end. */
  async folder(address: string, folder = 'INBOX'): Promise<WatchedFolder> {
    const reader = { port: this.dovecot.imapPort, address, password: this.passwordOf(address) };
    const opened = await WatchedFolder.open(reader, folder);
    this.watched.push(opened);
    return opened;
  }

  /** Sends a mail as somebody's own program would; answers its Message-ID. */
  async sendAs(address: string, mail: Readonly<Record<string, unknown>>): Promise<string> {
    const auth = { user: address, pass: this.passwordOf(address) };
    const transport = createTransport({ host: '127.0.0.1', port: this.exim.port, ignoreTLS: true, auth });
    const sent = await transport.sendMail({ from: address, ...mail });
    transport.close();
    return sent.messageId;
  }

  async stop(): Promise<void> {
    for (const folder of this.watched) await folder.close();
    await this.line.close();
    await this.exim.stop();
    await this.dovecot.stop();
    this.ground.remove();
  }

  private passwordOf(address: string): string {
    return this.accounts.find((account) => account.address === address)?.password ?? '';
  }
}
