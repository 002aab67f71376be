import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { MailPart, MailParts } from '../../core/mail-reading/mail-parts.js';
import type { MailPerson } from '../../core/mail-reading/mail-reading.js';

/** Of a larger mail only the beginning is read: reports and texts stand before what is long. */
const MOST_BYTES = 4 * 1024 * 1024;
/** The parser takes its time for every line; more of them than this are an attachment or a bomb. */
const MOST_LINES = 40_000;
const MOST_PARTS = 1_000;
const MOST_NESTING = 50;
const MOST_HEADER_BYTES = 512 * 1024;
const MOST_TEXT = 512 * 1024;
const MOST_PART_TEXT = 256 * 1024;
const MOST_PEOPLE = 100;
const MOST_HEADERS = 1_000;
const LONGEST_HEADER = 20_000;
/** How much of a header is looked at where the whole mail could not be read. */
const GLANCE_BYTES = 32 * 1024;

export type ParsedMail =
  | { readonly ok: true; readonly mail: MailParts }
  | { readonly ok: false; readonly limit: 'parts' | 'form'; readonly mail: MailParts };

/** Takes a mail apart (RFC 5322, RFC 2045). One that breaks a limit is answered with what its header says at a glance. */
export async function parseMail(whole: Uint8Array): Promise<ParsedMail> {
  const bytes = beginning(withoutMboxLine(whole.subarray(0, MOST_BYTES)));
  const bodyHash = hashOfBody(whole);
  if (countParts(bytes) > MOST_PARTS)
    return { ok: false, limit: 'parts', mail: await glance(bytes, bodyHash) };
  try {
    return { ok: true, mail: partsOf(await parse(bytes), bytes, bodyHash) };
  } catch {
    return { ok: false, limit: 'form', mail: await glance(bytes, bodyHash) };
  }
}

/** What the header of a mail says that is not read as a whole; never fails. */
export async function glance(bytes: Uint8Array, bodyHash = hashOfBody(bytes)): Promise<MailParts> {
  try {
    const head = bytes.subarray(0, Math.min(endOfHeader(bytes), GLANCE_BYTES));
    return { ...partsOf(await parse(head), head, bodyHash), text: null, html: null, parts: [] };
  } catch {
    return {
      headers: [],
      from: null,
      replyTo: null,
      to: [],
      subject: '',
      date: null,
      text: null,
      html: null,
      parts: [],
      bodyHash,
    };
  }
}

function parse(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: MOST_NESTING,
    maxHeadersSize: MOST_HEADER_BYTES,
  });
}

function partsOf(email: Email, bytes: Uint8Array, bodyHash: string): MailParts {
  const hasNothing = email.text === undefined && email.html === undefined && email.attachments.length === 0;
  return {
    headers: email.headers
      .slice(0, MOST_HEADERS)
      .map(({ key, value }) => ({ key, value: clean(value, LONGEST_HEADER) })),
    from: people(email.from === undefined ? [] : [email.from])[0] ?? null,
    replyTo: people(email.replyTo ?? [])[0] ?? null,
    to: people(email.to ?? []),
    subject: clean(email.subject ?? '', 2_000),
    date: instant(email.date),
    // A body whose boundaries are broken is still a text somebody can read.
    text: hasNothing ? clean(bodyText(bytes), MOST_TEXT) : cleanOrNull(email.text),
    html: cleanOrNull(email.html),
    parts: email.attachments.map(partOf),
    bodyHash,
  };
}

function partOf({ mimeType, filename, content }: Attachment): MailPart {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const isText = /^(?:message|text)\//.test(mimeType) || mimeType === '';
  return {
    type: clean(mimeType, 200),
    name: filename === null ? null : clean(filename, 500),
    size: bytes.length,
    text: isText ? clean(new TextDecoder().decode(bytes.subarray(0, MOST_PART_TEXT)), MOST_PART_TEXT) : null,
  };
}

function people(addresses: readonly Address[]): MailPerson[] {
  return addresses
    .slice(0, MOST_PEOPLE)
    .flatMap((address) => address.group ?? [address])
    .slice(0, MOST_PEOPLE)
    .map(({ name, address }) => ({ address: clean(address, 1_000).trim(), name: clean(name, 1_000).trim() }));
}

function instant(date: string | undefined): string | null {
  return date !== undefined && /^\d{4}-\d\d-\d\dT/.test(date) ? date : null;
}

function cleanOrNull(text: string | undefined): string | null {
  return text === undefined ? null : clean(text, MOST_TEXT);
}

/** Capped, without NUL and with whole code points only: PostgreSQL takes neither NUL nor half a surrogate pair. */
function clean(text: string, most: number): string {
  return text
    .slice(0, most)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** How many parts there may be: lines that are a boundary some header of the mail declares. One pass over the bytes, before anything is parsed. */
function countParts(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const declared = new Set<string>();
  for (const [, quoted, bare] of text.matchAll(
    /boundary\*?\d?\*?[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi,
  )) {
    declared.add(quoted ?? bare ?? '');
    if (declared.size > MOST_PARTS) return declared.size;
  }
  let count = 0;
  for (let at = text.indexOf('\n--'); at !== -1 && count <= MOST_PARTS; at = text.indexOf('\n--', at + 3)) {
    const end = text.indexOf('\n', at + 1);
    const line = text.slice(at + 3, Math.min(end === -1 ? text.length : end, at + 300)).trimEnd();
    if (declared.has(line)) count += 1;
  }
  return count;
}

function beginning(bytes: Uint8Array): Uint8Array {
  let at = -1;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    at = bytes.indexOf(0x0a, at + 1);
    if (at === -1) return bytes;
  }
  return bytes.subarray(0, at + 1);
}

/** A mail taken out of an mbox file begins with a line that is no header. */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  const isMbox =
    bytes[0] === 0x46 && bytes[4] === 0x20 && Buffer.from(bytes.subarray(0, 5)).toString() === 'From ';
  const end = isMbox ? bytes.indexOf(0x0a) : -1;
  return end === -1 ? bytes : bytes.subarray(end + 1);
}

function endOfHeader(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = [view.indexOf('\r\n\r\n'), view.indexOf('\n\n')].filter((at) => at !== -1);
  return ends.length === 0 ? bytes.length : Math.min(...ends);
}

function bodyText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(endOfHeader(bytes))).trimStart();
}

function hashOfBody(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes.subarray(endOfHeader(bytes)))
    .digest('hex');
}
