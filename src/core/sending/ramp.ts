import { dayAfter, weekdayOf } from '../calendar/local-time.js';

/** What a mailbox may send a day, and how it gets there. */
export interface Ramp {
  readonly capPerDay: number;
  /** Mails on the first day; null: the whole cap from the start. */
  readonly from: number | null;
  /** More mails on each working day after it. */
  readonly step: number;
  /** YYYY-MM-DD; null while it has not begun. */
  readonly startedOn: string | null;
  /** ISO weekdays the mailbox sends on. */
  readonly workDays: readonly number[];
}

/** Mails a mailbox may send on a local day (YYYY-MM-DD): fewer at first, more each working day, never more than its cap. */
export function capOn(day: string, { capPerDay, from, step, startedOn, workDays }: Ramp): number {
  if (from === null) return capPerDay;
  if (startedOn === null) return Math.min(from, capPerDay);
  let cap = from;
  for (let at = startedOn; at < day && cap < capPerDay; ) {
    at = dayAfter(at);
    if (workDays.includes(weekdayOf(at))) cap += step;
  }
  return Math.min(cap, capPerDay);
}
