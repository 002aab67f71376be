import { splitText, withoutSignature } from './answers/new-text.js';
import { returnDay, saysLeft, successorIn } from './automatic/absence.js';
import { autoSign } from './automatic/auto-signs.js';
import { readNotification } from './bounces/notification.js';
import { readBounce } from './bounces/read-bounce.js';
import { readComplaint } from './complaint.js';
import { htmlToText } from './html-text.js';
import { attachmentsOf, headerOf, type MailParts, messageIds } from './mail-parts.js';
import type { FailedRecipient, MailKind, MailReading } from './mail-reading.js';
import { isPlainStop } from './opt-out/hints.js';
import { readOptOut } from './opt-out/read-opt-out.js';
import { originalIdsOf } from './originals.js';
import { subjectKey } from './subject-key.js';
import { readTerms } from './terms/read-terms.js';
import { isUnsubscribeMail } from './unsubscribe-mail.js';

export interface ReadingContext {
  /** Our own sender addresses: a line that names one before a quote begins the quoted part. */
  readonly ownAddresses: readonly string[];
}

interface Taken {
  readonly kind: MailKind;
  readonly rule: string;
  readonly recipients: readonly FailedRecipient[];
  readonly originalIds: readonly string[];
}

const MOST_HTML = 200_000;

/**
 * Reads a mail that was taken apart: what it is and by which rule, whom it speaks of, what is new in it. Reports of failure are asked for before
 * automatic answers, which many of them call themselves (D239); only a person's own words are read for requests and terms.
 */
export function readMail(mail: MailParts, context: ReadingContext): MailReading {
  const body = bodyOf(mail);
  const split = splitText(body, context.ownAddresses);
  const taken = takenFor(mail, body, split.text);
  const isReport = taken.kind === 'bounce' || taken.kind === 'complaint' || taken.recipients.length > 0;
  const text = isReport ? body : split.text;
  return {
    ...whatItIs(mail, taken),
    ...whatHeaderSays(mail),
    text,
    quoted: isReport ? '' : split.quoted,
    html: mail.html === null ? null : mail.html.slice(0, MOST_HTML),
    attachments: attachmentsOf(mail),
    ...whatWordsSay(mail, taken.kind, text, context),
    bodyHash: mail.bodyHash,
  };
}

/** The reading of a mail that broke a limit: its header at a glance and nothing else. */
export function unparsedMail(mail: MailParts, limit: string): MailReading {
  const taken: Taken = { kind: 'unparsed', rule: `unparsed_${limit}`, recipients: [], originalIds: [] };
  return {
    ...whatItIs(mail, taken),
    ...whatHeaderSays(mail),
    text: '',
    quoted: '',
    html: null,
    attachments: [],
    optOut: { answer: 'none', sentence: null },
    terms: null,
    returnsOn: null,
    successor: null,
    bodyHash: mail.bodyHash,
  };
}

function bodyOf(mail: MailParts): string {
  const plain = (mail.text ?? '').trim();
  return plain === '' && mail.html !== null ? htmlToText(mail.html) : plain;
}

function takenFor(mail: MailParts, body: string, newText: string): Taken {
  return reportOf(mail, body) ?? { ...takenForAnswer(mail, newText), recipients: [], originalIds: [] };
}

function reportOf(mail: MailParts, body: string): Taken | null {
  const complaint = readComplaint(mail);
  if (complaint !== null) {
    const kind = complaint.isComplaint ? 'complaint' : 'other';
    return {
      kind,
      rule: complaint.rule,
      recipients: complaint.recipients,
      originalIds: originalIdsOf(mail, body),
    };
  }
  const notification = readNotification(body);
  if (notification !== null) return { rule: 'notification', ...notification };
  const bounce = readBounce(mail, body);
  if (bounce === null) return null;
  const kind = bounce.isFailure ? 'bounce' : 'other';
  return { kind, rule: bounce.rule, recipients: bounce.recipients, originalIds: originalIdsOf(mail, body) };
}

function takenForAnswer(mail: MailParts, newText: string): Pick<Taken, 'kind' | 'rule'> {
  if (mail.parts.some(({ type }) => type === 'message/disposition-notification'))
    return { kind: 'other', rule: 'read_receipt' };
  if (isUnsubscribeMail(mail, newText)) return { kind: 'unsubscribe', rule: 'unsubscribe_mail' };
  const sign = autoSign(mail);
  if (sign === null) return { kind: 'reply', rule: 'person' };
  if (!sign.isAnswer) return { kind: 'other', rule: sign.rule };
  return saysLeft(`${mail.subject}\n${newText}`)
    ? { kind: 'left_company', rule: 'left_words' }
    : { kind: 'auto_reply', rule: sign.rule };
}

function whatItIs(
  mail: MailParts,
  taken: Taken,
): Pick<MailReading, 'kind' | 'rule' | 'recipients' | 'originalIds' | 'inReplyTo'> {
  const answered = messageIds(headerOf(mail, 'in-reply-to'))[0] ?? null;
  return { ...taken, inReplyTo: answered ?? taken.originalIds[0] ?? null };
}

function whatHeaderSays(
  mail: MailParts,
): Pick<
  MailReading,
  'messageId' | 'references' | 'from' | 'replyTo' | 'to' | 'subject' | 'subjectKey' | 'date'
> {
  const { from, replyTo, to, subject, date } = mail;
  return {
    messageId: messageIds(headerOf(mail, 'message-id'))[0] ?? null,
    references: messageIds(headerOf(mail, 'references')),
    from,
    replyTo,
    to,
    subject,
    subjectKey: subjectKey(subject),
    date,
  };
}

function whatWordsSay(
  mail: MailParts,
  kind: MailKind,
  text: string,
  { ownAddresses }: ReadingContext,
): Pick<MailReading, 'optOut' | 'terms' | 'returnsOn' | 'successor'> {
  const today = mail.date?.slice(0, 10) ?? null;
  const isAutomatic = kind === 'auto_reply' || kind === 'left_company';
  const ours = [...ownAddresses, ...mail.to.map(({ address }) => address)];
  const namesSuccessor = isAutomatic || (kind === 'reply' && saysLeft(text));
  return {
    optOut: optOutOf(mail, kind, text),
    terms: kind === 'reply' ? readTerms(text, today) : null,
    returnsOn: isAutomatic ? returnDay(`${mail.subject}\n${text}`, today) : null,
    successor: namesSuccessor ? successorIn(withoutSignature(text), mail.from, ours) : null,
  };
}

function optOutOf(mail: MailParts, kind: MailKind, text: string): MailReading['optOut'] {
  if (kind === 'unsubscribe') return { answer: 'clear', sentence: mail.subject.trim() || text };
  if (kind !== 'reply') return { answer: 'none', sentence: null };
  // A subject that is nothing but a word to stop is the writer's own: what he answers keeps ours.
  return readOptOut(isPlainStop(mail.subject) ? `${mail.subject}\n${text}` : text);
}
