import { foldSpace } from '../verifier/html-text.js';
import { readSuggestionPage } from './page-reading.js';

/** A pasted text, with what its head says when it is a mail. */
export interface PastedMail {
  readonly from: string | null;
  readonly subject: string | null;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number | null;
  readonly body: string;
}

const HEAD =
  /^(?:from|to|subject|date|reply-to|sent|mime-version|content-type|received|return-path|message-id|delivered-to|van|aan|onderwerp|datum|verzonden)\s*:/i;
const FORWARDED =
  /^-{3,}\s*(?:forwarded message|original message|doorgestuurd bericht|oorspronkelijk bericht)\s*-{3,}\s*$/im;
const LONGEST = 200_000;

/** Reads pasted text: the head of a mail or of a forwarded one is taken off, and its body is decoded into plain lines. */
export function readMailText(pasted: string): PastedMail {
  const text = unquoted(
    pasted
      .slice(0, LONGEST)
      .replace(/\r\n?/g, '\n')
      .replace(/^\uFEFF/, ''),
  );
  const forwarded = FORWARDED.exec(text);
  const whole = forwarded === null ? text : text.slice(forwarded.index + forwarded[0].length);
  const { head, body } = parted(whole.trimStart());
  return {
    from: head.get('from') ?? head.get('van') ?? null,
    subject: head.get('subject') ?? head.get('onderwerp') ?? null,
    sentAt: moment(head.get('date') ?? head.get('sent') ?? null),
    body: plain(decoded(body, head)),
  };
}

/** Two known lines make a head; one alone may be the text itself. */
function parted(text: string): { head: ReadonlyMap<string, string>; body: string } {
  const end = text.search(/\n[ \t]*\n/);
  const lines = (end === -1 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ').split('\n');
  const isHead = HEAD.test(lines[0] ?? '') && lines.filter((line) => HEAD.test(line)).length >= 2;
  if (!isHead || end === -1) return { head: new Map(), body: text };
  const entries = lines.flatMap((line): [string, string][] => {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/s.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
  });
  return { head: new Map(entries.reverse()), body: text.slice(end).trimStart() };
}

function moment(date: string | null): number | null {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : at;
}

/** A mail that is quoted line by line loses the marks. */
function unquoted(text: string): string {
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const isQuoted =
    filled.length > 2 && filled.filter((line) => line.startsWith('>')).length > filled.length * 0.8;
  return isQuoted ? lines.map((line) => line.replace(/^(?:> ?)+/, '')).join('\n') : text;
}

/** The part a person reads: of a multipart the plain text, else its first part. */
function decoded(body: string, head: ReadonlyMap<string, string>): string {
  const chosen = partOf(body, /boundary="?([^";\s]+)"?/i.exec(head.get('content-type') ?? '')?.[1]);
  if (chosen !== null) return decoded(chosen.body, chosen.head);
  const encoding = head.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return utf8(bytesOf(body));
  const looksPrintable = /=\n/.test(body) && /=(?:20|3D|E2|C2|C3)/.test(body);
  return encoding === 'quoted-printable' || looksPrintable ? printable(body) : body;
}

function partOf(body: string, boundary: string | undefined): ReturnType<typeof parted> | null {
  if (boundary === undefined) return null;
  const parts = body
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => parted(part.trimStart()));
  return parts.find(({ head }) => /text\/plain/i.test(head.get('content-type') ?? '')) ?? parts[0] ?? null;
}

function bytesOf(text: string): string | null {
  const bare = text.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) && bare.length % 4 === 0 ? atob(bare) : null;
}

/** Quoted-printable (RFC 2045, 6.7); bytes that are no UTF-8 stay as Latin letters. */
function printable(text: string): string {
  const joined = text.replace(/=[ \t]*\n/g, '');
  return joined.replace(/(?:=[0-9A-F]{2})+/gi, (run) =>
    utf8(run.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))),
  );
}

function utf8(bytes: string | null): string {
  if (bytes === null) return '';
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}

/** A mail in HTML becomes the lines its blocks are. */
function plain(body: string): string {
  const isHtml = /<(?:html|body|table|div|p|br)\b[^>]*>/i.test(body);
  if (!isHtml) return body;
  return readSuggestionPage(body, 'https://mail.invalid/')
    .blocks.map((block) => foldSpace(block.text))
    .join('\n');
}
