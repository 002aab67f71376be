import { complaintOf } from './bounces/notification.js';
import { readHeaderBlock } from './header-block.js';
import { headerOf, type MailHeader, type MailParts } from './mail-parts.js';
import type { FailedRecipient } from './mail-reading.js';

export interface ComplaintReading {
  readonly rule: 'feedback_report' | 'complaint_words' | 'feedback_no_complaint';
  /** False for reports that hold nothing against a mail: `not-spam`, failed authentication (RFC 6591). */
  readonly isComplaint: boolean;
  readonly recipients: readonly FailedRecipient[];
}

/** What Outlook.com sets above a mail its user complained about; some forwarders pass on that mail alone. */
const OUTLOOK_RECIPIENT = 'x-hmxmroriginalrecipient';
const NO_COMPLAINT = /^(?:not-spam|auth-failure|dmarc)$/;
const COMPLAINT_SUBJECT =
  /\b(?:complaint (?:about|regarding|from|notification)|abuse (?:report|complaint)|spam (?:report|complaint)|feedback loop|(?:e-?mail )?feedback report)\b/i;

/**
 * Reads a complaint (RFC 5965, D244), also one without its standard part: a mail returned by a provider's complaint desk under a subject that
 * says so. Null for every other mail.
 */
export function readComplaint(mail: MailParts): ComplaintReading | null {
  const report = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (report !== undefined) return ofReport(readHeaderBlock((report.text ?? '').trimStart()), mail);
  if (headerOf(mail, OUTLOOK_RECIPIENT) !== null)
    return {
      rule: 'complaint_words',
      isComplaint: true,
      recipients: recipientsOf(originalRecipients(mail.headers)),
    };
  const returned = returnedMail(mail);
  if (returned === null || !COMPLAINT_SUBJECT.test(mail.subject)) return null;
  return {
    rule: 'complaint_words',
    isComplaint: true,
    recipients: recipientsOf(originalRecipients(returned)),
  };
}

function ofReport(fields: readonly MailHeader[], mail: MailParts): ComplaintReading {
  const type = (headerOf({ headers: fields }, 'feedback-type') ?? 'abuse').toLowerCase();
  if (NO_COMPLAINT.test(type)) return { rule: 'feedback_no_complaint', isComplaint: false, recipients: [] };
  const stated = fields
    .filter(({ key }) => /^(?:original-rcpt-to|removal-recipient|final-recipient)$/.test(key))
    .flatMap(({ value }) => addressesIn(value.replace(/^rfc822\s*;/i, '')));
  const returned = returnedMail(mail);
  const addresses = stated.length > 0 ? stated : originalRecipients(returned ?? []);
  return { rule: 'feedback_report', isComplaint: true, recipients: recipientsOf(addresses) };
}

function returnedMail(mail: MailParts): readonly MailHeader[] | null {
  const part = mail.parts.find(({ type }) => /^message\/rfc822$|^text\/rfc822-headers$/.test(type));
  return part === undefined ? null : readHeaderBlock((part.text ?? '').trimStart());
}

/** Whom the mail complained about was sent to: a field of the provider first, since he often blacks out the address in To. */
function originalRecipients(headers: readonly MailHeader[]): readonly string[] {
  const provider = headers.filter(
    ({ key }) => /^x-(?:hmxmr)?-?original-?(?:recipient|to)$/.test(key) || key === OUTLOOK_RECIPIENT,
  );
  const fields = provider.length > 0 ? provider : headers.filter(({ key }) => key === 'to');
  return fields.flatMap(({ value }) => addressesIn(value));
}

function addressesIn(value: string): readonly string[] {
  return value.slice(0, 5_000).match(/[^\s<>,;:"()]{1,200}@[^\s<>,;:"()]{1,250}/g) ?? [];
}

function recipientsOf(addresses: readonly string[]): readonly FailedRecipient[] {
  const distinct = [...new Set(addresses)].slice(0, 100);
  return distinct.length === 0 ? [complaintOf(null)] : distinct.map(complaintOf);
}
