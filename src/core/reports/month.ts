import { endOfDay } from '../access/day-end.js';
import { localDay } from '../calendar/local-time.js';

/** A month of the calendar in a time zone: its first and last day, and the moments it begins and is over. */
export interface Month {
  /** YYYY-MM-01 */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

const DAY_MS = 86_400_000;

/** The month of a first day (YYYY-MM-01) as the workspace lives it. */
export function monthOf(firstDay: string, timeZone: string): Month {
  const dayBefore = isoDay(Date.parse(`${firstDay}T00:00:00Z`) - DAY_MS);
  const lastDay = isoDay(Date.parse(`${nextFirstDay(firstDay)}T00:00:00Z`) - DAY_MS);
  return { firstDay, lastDay, from: endOfDay(dayBefore, timeZone), until: endOfDay(lastDay, timeZone) };
}

/** Whether a month has begun: of one that has not there is nothing to report. */
export function hasBegun(firstDay: string, now: number, timeZone: string): boolean {
  return firstDay <= localDay(now, timeZone);
}

function nextFirstDay(firstDay: string): string {
  const year = Number(firstDay.slice(0, 4));
  const month = Number(firstDay.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
