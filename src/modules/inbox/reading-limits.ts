import type { ImapBounds } from '../../platform/mail/imap-bounds.js';
import type { ImapDeadlines } from '../../platform/mail/imap-session.js';

/** How long reading may take, how much may come in for it, and how often it comes round; in milliseconds and bytes. */
export interface ReadingLimits {
  /** What differs from the usual in connecting and signing in. */
  readonly connect: Partial<ImapDeadlines>;
  /** Listing the folders, or opening one and finding what is new in it. */
  readonly look: ImapBounds;
  /** Fetching one mail, or one portion of headers. */
  readonly fetch: ImapBounds;
  /** Every folder is looked into this often, whatever the server told in between. */
  readonly pollEveryMs: number;
  /** All folders of a mailbox together, once round; what is left then is read the next time. */
  readonly roundMs: number;
  /** Reading the headers of earlier mail, once and asked for. */
  readonly historyMs: number;
  /** Between the starts of two rounds, however much the server calls. */
  readonly gapMs: number;
  /** A line on which nothing comes back is taken for dead. */
  readonly noopMs: number;
  /** Wait after a failure, at first and at most. */
  readonly retryMs: number;
  readonly retryAtMostMs: number;
}

const MEGABYTE = 1024 * 1024;

/** Follow-ups need an inbox that was looked into within five minutes, so four lie between two rounds. */
export const READING_LIMITS: ReadingLimits = {
  connect: {},
  look: { ms: 60_000, bytes: 8 * MEGABYTE },
  fetch: { ms: 2 * 60_000, bytes: 16 * MEGABYTE },
  pollEveryMs: 4 * 60_000,
  roundMs: 10 * 60_000,
  historyMs: 60 * 60_000,
  gapMs: 1_000,
  noopMs: 30_000,
  retryMs: 5_000,
  retryAtMostMs: 5 * 60_000,
};
