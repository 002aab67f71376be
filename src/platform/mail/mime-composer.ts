import MailComposer from 'nodemailer/lib/mail-composer';
import { optOutHeaders } from '../../core/courtesy/opt-out-headers.js';
import { type ExpectedMail, faultOfBytes } from '../../core/sending/mail-bytes.js';

/** Everything a mail is made of; checked before (`refuseTexts`, `readMailAddress`), and nothing here comes from a caller unread. */
export interface MailParts {
  readonly fromAddress: string;
  readonly fromName: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly unsubscribeUrl: string | null;
}

/** A mail was built that is not what was asked for. It must never be sent. */
export class WrongMail extends Error {
  constructor(readonly fault: string) {
    super(`a mail was built wrongly: ${fault}`);
  }
}

/** The bytes of a mail (RFC 5322, CRLF). Throws `WrongMail` where they are not exactly what was asked for. */
export async function composeMail(parts: MailParts): Promise<Buffer> {
  const bytes = await new MailComposer({
    from: { name: parts.fromName, address: parts.fromAddress },
    to: { name: parts.toName, address: parts.toAddress },
    subject: parts.subject,
    text: parts.text.replace(/\r\n?/g, '\n'),
    ...(parts.html === null ? {} : { html: parts.html.replace(/\r\n?/g, '\n') }),
    messageId: `<${parts.messageId}>`,
    date: parts.date,
    ...answerOf(parts),
    ...(parts.unsubscribeUrl === null ? {} : { headers: oneClick(parts.unsubscribeUrl, parts.fromAddress) }),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  const fault = faultOfBytes(bytes.toString('latin1'), expectedOf(parts));
  if (fault !== null) throw new WrongMail(fault);
  return bytes;
}

function answerOf({ inReplyTo, references }: MailParts): { inReplyTo?: string; references?: string[] } {
  if (inReplyTo === null) return {};
  const thread = references.includes(inReplyTo) ? references : [...references, inReplyTo];
  return { inReplyTo: `<${inReplyTo}>`, references: thread.map((id) => `<${id}>`) };
}

/** RFC 8058 and RFC 2369; unfolded, because a URL has no place to fold. */
function oneClick(
  url: string,
  mailTo: string,
): { key: string; value: { prepared: true; foldLines: false; value: string } }[] {
  return optOutHeaders(url, mailTo).map(({ name, value }) => ({
    key: name,
    value: { prepared: true, foldLines: false, value },
  }));
}

function expectedOf(parts: MailParts): ExpectedMail {
  return {
    fromAddress: parts.fromAddress,
    toAddress: parts.toAddress,
    messageId: parts.messageId,
    hasUnsubscribe: parts.unsubscribeUrl !== null,
    isAnswer: parts.inReplyTo !== null,
  };
}
