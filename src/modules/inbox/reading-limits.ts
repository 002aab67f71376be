/** How long reading may take and how often it comes round, in milliseconds. */
export interface ReadingLimits {
  /** Every folder is looked into this often, whatever the server told in between. */
  readonly pollEveryMs: number;
  /** All folders of a mailbox together, once round; what is left then is read the next time. */
  readonly roundMs: number;
  /** One mail: fetching, reading and keeping it. */
  readonly mailMs: number;
  /** A line on which nothing comes back is taken for dead. */
  readonly noopMs: number;
  /** Wait after a failure, at first and at most. */
  readonly retryMs: number;
  readonly retryAtMostMs: number;
}

/** Follow-ups need an inbox that was looked into within five minutes, so four lie between two rounds. */
export const READING_LIMITS: ReadingLimits = {
  pollEveryMs: 4 * 60_000,
  roundMs: 10 * 60_000,
  mailMs: 2 * 60_000,
  noopMs: 30_000,
  retryMs: 5_000,
  retryAtMostMs: 5 * 60_000,
};
