import type { FailedRecipient, MailReading } from '../../../core/mail-reading/mail-reading.js';

export type InspectedKind = 'bounce' | 'complaint' | 'auto_reply' | 'reply' | 'unsubscribe' | 'other';

/** What `mail inspect` prints: a contract. Keys are never absent, what is unknown is null. */
export interface InspectedMail {
  readonly kind: InspectedKind;
  readonly recipients: readonly FailedRecipient[];
  readonly inReplyTo: string | null;
  readonly rule: string;
  readonly text: string;
}

/**
 * Puts a reading into the words of the contract: who left the company answers automatically, what could not be read is other, and a person's
 * clear request for no more mail is told as `unsubscribe`, since that is what follows from it.
 */
export function inspected(reading: MailReading): InspectedMail {
  const asksOut = reading.kind === 'reply' && reading.optOut.answer === 'clear';
  return {
    kind: asksOut ? 'unsubscribe' : kindOf(reading.kind),
    recipients: reading.recipients.map(({ address, status, replyCode, permanent, scope, reason }) => ({
      address,
      status,
      replyCode,
      permanent,
      scope,
      reason,
    })),
    inReplyTo: reading.inReplyTo,
    rule: asksOut ? 'opt_out_words' : reading.rule,
    text: reading.text,
  };
}

function kindOf(kind: MailReading['kind']): InspectedKind {
  if (kind === 'left_company') return 'auto_reply';
  return kind === 'unparsed' ? 'other' : kind;
}

/** The same for a person: a line for the mail, one a recipient, then its new text. */
export function asTable(mail: InspectedMail): string {
  const answers = mail.inReplyTo === null ? '' : `, about ${printable(mail.inReplyTo)}`;
  const recipients = mail.recipients.map(
    ({ address, status, replyCode, permanent, scope, reason }) =>
      `  ${permanent ? 'permanent' : 'passing  '}  ${printable(address ?? 'unknown address')}  ${reason} (${scope})  ${[replyCode, status].filter((code) => code !== null).join(' ')}`,
  );
  const text = mail.text.split('\n').map((line) => `  ${printable(line)}`);
  return [`${mail.kind}  by rule ${mail.rule}${answers}`, ...recipients, '', ...text].join('\n').trimEnd();
}

/** Mails come from strangers: nothing in them may steer a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => (sign === '\t' ? ' ' : '\u{fffd}'));
}
