/** A field of a mail that cannot be sent as it is, and why. */
export interface FieldFault {
  readonly field: string;
  readonly fault: 'control_character' | 'encoded_word' | 'lone_surrogate' | 'too_long' | 'empty' | 'form';
}

/** The texts of a mail as they will stand in its headers and body. */
export interface MailTexts {
  readonly fromName: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly unsubscribeUrl: string | null;
}

const LONGEST = { name: 200, subject: 500, text: 200_000, html: 500_000, url: 1500 } as const;
/** C0, DEL, C1, and the separators that some programs take for line ends. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
/** In a body lines may end, and a tab is a tab. */
const CONTROL_OF_TEXT = /[^\P{Cc}\t\n\r]/u;
/** What readers would decode (RFC 2047): the decoded text may hold anything. */
const ENCODED_WORD = /=\?[^?]*\?/;
/** A URL in angle brackets of a header (RFC 2369): printable ASCII, nothing that ends it. */
const HEADER_URL = /^https?:\/\/[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/;

/** What is wrong with the texts of a mail, or null. Refused at input: folding and encoding are a second wall, not the first (S4). */
export function refuseTexts(mail: MailTexts): FieldFault | null {
  return (
    refuseLine('fromName', mail.fromName, LONGEST.name) ??
    refuseLine('toName', mail.toName, LONGEST.name) ??
    refuseLine('subject', mail.subject, LONGEST.subject) ??
    refuseEmpty('subject', mail.subject) ??
    refuseBody('text', mail.text, LONGEST.text) ??
    refuseEmpty('text', mail.text) ??
    (mail.html === null ? null : refuseBody('html', mail.html, LONGEST.html)) ??
    refuseUrl(mail.unsubscribeUrl)
  );
}

/** What is wrong with one line of a header, or null. */
function refuseLine(field: string, value: string, longest: number): FieldFault | null {
  if (CONTROL.test(value)) return { field, fault: 'control_character' };
  if (!isWellFormed(value)) return { field, fault: 'lone_surrogate' };
  if (ENCODED_WORD.test(value)) return { field, fault: 'encoded_word' };
  return value.length > longest ? { field, fault: 'too_long' } : null;
}

function refuseBody(field: string, value: string, longest: number): FieldFault | null {
  if (CONTROL_OF_TEXT.test(value)) return { field, fault: 'control_character' };
  if (!isWellFormed(value)) return { field, fault: 'lone_surrogate' };
  return value.length > longest ? { field, fault: 'too_long' } : null;
}

function refuseEmpty(field: string, value: string): FieldFault | null {
  return value.trim() === '' ? { field, fault: 'empty' } : null;
}

function refuseUrl(url: string | null): FieldFault | null {
  if (url === null) return null;
  if (url.length > LONGEST.url) return { field: 'unsubscribeUrl', fault: 'too_long' };
  return HEADER_URL.test(url) ? null : { field: 'unsubscribeUrl', fault: 'form' };
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** The text with the mailbox's signature below it, once. */
export function withSignature(text: string, signature: string): string {
  const sign = signature.trim();
  const body = text.trimEnd();
  return sign === '' || body.endsWith(sign) ? body : `${body}\n\n${sign}`;
}
