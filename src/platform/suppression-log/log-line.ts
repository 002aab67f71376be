import type { SuppressionSource } from '../../core/courtesy/suppression.js';
import type { SuppressionReason } from '../../core/prospects/prospect.js';

/** A line of the log: an entry that was put on the do-not-contact list, or taken off it. No address, no name, no words of anybody. */
export interface LogLine {
  readonly act: 'kept' | 'lifted';
  readonly at: string;
  readonly workspaceId: string;
  readonly id: string;
  /** SHA-256 of the address's key in hexadecimal digits; null for a site. */
  readonly hash: string | null;
  /** The key of the site; null for an address. */
  readonly site: string | null;
  readonly clientId: string | null;
  readonly reason: SuppressionReason;
  readonly source: SuppressionSource;
  readonly sourceId: string | null;
}

/** One line with its end. */
export function writeLine(line: LogLine): string {
  return `${JSON.stringify({ v: 1, ...line })}\n`;
}

/** What a line says; null for one that was cut off by a crash or is of another version. */
export function readLine(text: string): LogLine | null {
  try {
    const { v, ...line } = JSON.parse(text) as Omit<LogLine, 'act'> & { v: number; act: string };
    const isWhole = v === 1 && typeof line.id === 'string' && typeof line.workspaceId === 'string';
    const { act } = line;
    return isWhole && (act === 'kept' || act === 'lifted') ? { ...line, act } : null;
  } catch {
    return null;
  }
}
