import { dayAfter, localDay, momentsBetween, weekdayOf } from '../calendar/local-time.js';

export { localDay, momentOf } from '../calendar/local-time.js';

/** When mail may leave: from one time of the wall to another, on some weekdays, in a zone of the IANA database. */
export interface MailWindow {
  readonly zone: string;
  /** HH:MM or HH:MM:SS; the window is open at this time. */
  readonly from: string;
  /** HH:MM or HH:MM:SS, up to 24:00; the window is shut at this time. One that is not later than `from` never opens. */
  readonly until: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  readonly days: readonly number[];
}

/** How far ahead an open moment is looked for. */
const LOOK_AHEAD_DAYS = 60;
const DAY_MS = 24 * 3600_000;

/**
 * The first moment from `notBefore` on (milliseconds since 1970) that lies inside all windows, `notBefore` itself where it does; null when there is
 * none within 60 days. A window that begins in a gap of the clocks opens at the first moment after it; of an hour that comes twice, only the first counts.
 */
export function firstMomentIn(windows: readonly MailWindow[], notBefore: number): number | null {
  const last = notBefore + LOOK_AHEAD_DAYS * DAY_MS;
  let at = notBefore;
  for (;;) {
    const open = windows.map((window) => nextOpen(window, at));
    const latest = Math.max(at, ...open.map((moment) => moment ?? Infinity));
    if (latest > last) return null;
    if (latest === at) return at;
    at = latest;
  }
}

/** The day (YYYY-MM-DD) so many working days after another: days of the week that are not named do not count. Without named days all do. */
export function addWorkingDays(day: string, count: number, days: readonly number[]): string {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = dayAfter(reached);
    if (days.length === 0 || days.includes(weekdayOf(reached))) left -= 1;
  }
  return reached;
}

function nextOpen(window: MailWindow, at: number): number | null {
  let day = localDay(at, window.zone);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS + 1; ahead += 1) {
    if (window.days.includes(weekdayOf(day))) {
      const open = momentsBetween(day, window, window.zone).find(({ until }) => until > at);
      if (open !== undefined) return Math.max(open.from, at);
    }
    day = dayAfter(day);
  }
  return null;
}
