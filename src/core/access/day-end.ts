import { offsetAt } from '../calendar/local-time.js';

/** Whether a name is a time zone of the IANA database that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The moment a day (YYYY-MM-DD) is over in a time zone, in milliseconds since 1970. The offset is asked twice, because
 * the clocks may change between the first guess and the answer.
 */
export function endOfDay(day: string, timeZone: string): number {
  const nextMidnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  const guess = nextMidnight - offsetAt(nextMidnight, timeZone);
  return nextMidnight - offsetAt(guess, timeZone);
}
