/** The times of a session, in milliseconds since 1970. */
export interface SessionTimes {
  readonly lastSeenAt: number;
  /** When it ends whatever happens. */
  readonly expiresAt: number;
}

const MINUTE = 60_000;

/** A session unused for this long has ended (12 hours). */
export const IDLE_MS = 12 * 60 * MINUTE;
/** No session lives longer than this (14 days). */
export const LONGEST_MS = 14 * 24 * 60 * MINUTE;
/** Being seen is written down at most this often. */
const SEEN_EVERY_MS = MINUTE;

/** Whether a session still holds at `now`. */
export function isSessionAlive(times: SessionTimes, now: number): boolean {
  return now < times.expiresAt && now - times.lastSeenAt < IDLE_MS;
}

/** Whether the use of a session at `now` is worth writing down. */
export function isSeenAgain(times: SessionTimes, now: number): boolean {
  return now - times.lastSeenAt >= SEEN_EVERY_MS;
}
