import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { type Delivery, MailSender, type SystemMail } from './mail-sender.js';

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 30_000, socketTimeout: 60_000 } as const;
/** One plain address (RFC 5321, Mailbox without quoted parts): anything else could name a second recipient. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]\p{Cc}]+@[^\s@<>(),;:"\\[\]\p{Cc}]+$/u;

/** Hands system mail to the operator's SMTP server. */
export class SmtpMailSender extends MailSender {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      ...TIMEOUTS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: SystemMail): Promise<Delivery> {
    if (!ADDRESS.test(mail.toAddress)) return { kind: 'refused', reason: 'not an address' };
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { address: mail.toAddress, name: mail.toName },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${createHash('sha256').update(mail.key).digest('hex').slice(0, 40)}@linkledger>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return failureOf(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** A 5xx answer is final (RFC 5321, 4.2.1); a 4xx, a broken line or a wrong password may be mended by the operator. */
function failureOf(error: unknown): Delivery {
  const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
  const isAuthentication = error instanceof Error && 'code' in error && error.code === 'EAUTH';
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return { kind: status >= 500 && !isAuthentication ? 'refused' : 'later', reason };
}
