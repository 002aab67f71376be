import { endOfDay } from '../access/day-end.js';
import { localDay } from '../calendar/local-time.js';

/** The moment the month that `now` falls in began in a time zone, in milliseconds since 1970. */
export function monthStart(now: number, timeZone: string): number {
  const firstDay = `${localDay(now, timeZone).slice(0, 7)}-01`;
  const lastOfMonthBefore = new Date(Date.parse(`${firstDay}T00:00:00Z`) - 24 * 3600_000);
  return endOfDay(lastOfMonthBefore.toISOString().slice(0, 10), timeZone);
}
