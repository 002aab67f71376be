import type { MailAttachment, MailPerson } from './mail-reading.js';

/** A header field: its name in small letters, its value unfolded. */
export interface MailHeader {
  readonly key: string;
  readonly value: string;
}

/** A part that is not the body: what reports are made of, and attachments. */
export interface MailPart {
  readonly type: string;
  readonly name: string | null;
  /** Bytes, decoded. */
  readonly size: number;
  /** Its text, capped; null for what is no text. */
  readonly text: string | null;
}

/** A mail taken apart, its text decoded: what everything else is read from. */
export interface MailParts {
  readonly headers: readonly MailHeader[];
  readonly from: MailPerson | null;
  readonly replyTo: MailPerson | null;
  readonly to: readonly MailPerson[];
  readonly subject: string;
  /** ISO 8601 instant, null where the Date header is none. */
  readonly date: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly parts: readonly MailPart[];
  readonly bodyHash: string;
}

/** The first value of a header, trimmed; null where the mail has none. */
export function headerOf(mail: { readonly headers: readonly MailHeader[] }, key: string): string | null {
  return mail.headers.find((header) => header.key === key)?.value.trim() ?? null;
}

/** What a person sees as attachments: parts of reports are none. */
export function attachmentsOf(mail: MailParts): readonly MailAttachment[] {
  return mail.parts
    .filter(({ type }) => !/^message\/|^text\/rfc822-headers$/.test(type))
    .map(({ name, type, size }) => ({ name, type, size }));
}

const ID = /<([^<>\s]{1,500})>/g;
const MOST_IDS = 200;

/** Message-IDs of a header value (RFC 5322, 3.6.4) in order, without angle brackets; a bare id is taken as it stands. */
export function messageIds(value: string | null): readonly string[] {
  if (value === null) return [];
  const found = [...value.slice(0, 100_000).matchAll(ID)].map(([, id = '']) => id).slice(0, MOST_IDS);
  if (found.length > 0) return found;
  return /^[^\s<>@]{1,250}@[^\s<>@]{1,250}$/.test(value) ? [value] : [];
}
