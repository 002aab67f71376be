const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** No host is left alone for longer, whatever its Retry-After says. */
const LONGEST_MS = 24 * HOUR_MS;
/** Without Retry-After the wait doubles up to this. */
const LONGEST_GUESS_MS = 6 * HOUR_MS;

/**
 * How long a host wants to be left alone, in milliseconds, from its Retry-After: seconds or an HTTP date (RFC 9110,
 * 10.2.3). Null when there is none that can be read.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Number(text) * SECOND_MS;
  if (!/[a-z]/i.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now.getTime());
}

/**
 * Until when a host is not asked after it answered 429 or 503: what it said, at least a minute and at most 24 hours;
 * when it said nothing a minute, doubled each time in a row up to 6 hours.
 */
export function backedOffUntil(now: Date, saidMs: number | null, timesBefore: number): Date {
  const guess = Math.min(MINUTE_MS * 2 ** Math.min(timesBefore, 20), LONGEST_GUESS_MS);
  const wait = saidMs === null ? guess : Math.min(Math.max(saidMs, MINUTE_MS), LONGEST_MS);
  return new Date(now.getTime() + wait);
}

/**
 * When a check is tried again that found a host on its way held by another worker: 20 to 40 seconds later, so that two
 * hosts that lead to each other do not meet again. `chance` is in [0, 1).
 */
export function deferredUntil(now: Date, chance: number): Date {
  return new Date(now.getTime() + Math.round((20 + 20 * chance) * SECOND_MS));
}
