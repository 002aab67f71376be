import { attributionAt } from './attribution.js';
import { isHeaderBlock, isSeparator } from './quote-headers.js';

export interface SplitText {
  /** What the writer wrote himself. */
  readonly text: string;
  /** What he quoted, with the line that announces it. */
  readonly quoted: string;
}

const MOST_LINES = 5_000;
/** No program writes a longer line above a quote; a paragraph of one line is longer. */
const LONGEST_ANNOUNCEMENT = 500;

/**
 * Parts the new text of an answer from what it quotes. Lines behind `>` are quoted wherever they stand, so that answers between them stay; an
 * announcement ("On … wrote:", a block of From, Sent, To, Subject) makes everything below it quoted unless `>` marks what is.
 */
export function splitText(text: string, ownAddresses: readonly string[]): SplitText {
  const lines = text.split(/\r\n|\n|\r/).slice(0, MOST_LINES);
  const fresh: string[] = [];
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const length = announcementAt(lines, at, ownAddresses);
    if (length > 0 && !marksQuotes(lines, at + length)) {
      quoted.push(...lines.slice(at));
      break;
    }
    const isQuote = length > 0 || isQuoted(lines[at] ?? '');
    const taken = length > 0 ? length + blanksAt(lines, at + length) : 1;
    (isQuote ? quoted : fresh).push(...lines.slice(at, at + taken));
    at += taken - 1;
  }
  return { text: tidy(fresh), quoted: tidy(quoted) };
}

/** How many lines from here announce a quote; 0 for none. */
function announcementAt(lines: readonly string[], at: number, ownAddresses: readonly string[]): number {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_ANNOUNCEMENT || line.trim() === '' || isQuoted(line)) return 0;
  if (isSeparator(lines, at) || isHeaderBlock(lines, at)) return 1;
  const length = attributionAt(lines, at);
  return length > 0 ? length : ownLineAt(lines, at, ownAddresses);
}

/** A line of whatever language that names our own address before a quote announces it. */
function ownLineAt(lines: readonly string[], at: number, ownAddresses: readonly string[]): number {
  const line = (lines[at] ?? '').toLowerCase();
  if (!ownAddresses.some((address) => address !== '' && line.includes(address.toLowerCase()))) return 0;
  return /[:\uff1a]\s*$/.test(line) || marksQuotes(lines, at + 1) ? 1 : 0;
}

/** Whether the next line that has something on it stands behind `>`. */
function marksQuotes(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 4).find((line) => line.trim() !== '');
  return next !== undefined && isQuoted(next);
}

function blanksAt(lines: readonly string[], from: number): number {
  const next = lines.slice(from, from + 4).findIndex((line) => line.trim() !== '');
  return Math.max(next, 0);
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** New text without the signature: what stands behind a line of two hyphens (RFC 3676, 4.3), or what a telephone adds. */
export function withoutSignature(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) =>
    /^--\s*$|^_{5,}$|^(?:sent from my|verstuurd vanaf|verzonden vanaf|von meinem .{3,20} gesendet|envoyé de mon|get outlook for)\b/i.test(
      line.trim(),
    ),
  );
  return (end === -1 ? lines : lines.slice(0, end)).join('\n').trim();
}
