import { dateFormat, numberFormat, relativeFormat } from './formats.js';
import { formatTag, type Messages } from './messages.js';

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
/** From this distance on a date says more than a count of days. */
const DATE_FROM_DAYS = 7;

type In = Pick<Messages, 'locale' | 'timeZone'>;

/** "2 hr ago", "in 22 hr", "tomorrow"; from a week on the day itself ("28 Nov", with the year when it is another). */
export function relativeTime(at: Date, now: Date, inside: In): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = relativeFormat(formatTag(inside.locale));
  if (Math.abs(seconds) < 60) return format.format(0, 'second');
  if (Math.abs(seconds) >= DATE_FROM_DAYS * 86_400) return shortDay(at, now, inside);
  const [unit, size] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['minute', 60];
  return format.format(Math.trunc(seconds / size), unit);
}

/** The day without the year when it is this year's: "28 Nov", "28 Nov 2025". */
export function shortDay(at: Date, now: Date, { locale, timeZone }: In): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return dateFormat(formatTag(locale), {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The exact time in the workspace's zone: "Friday 20 November 2026 at 10:12:07 CET". */
export function exactTime(at: Date, { locale, timeZone }: In): string {
  return dateFormat(formatTag(locale), {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'long',
  }).format(at);
}

/** A calendar day ("2026-11-28") in words; it belongs to no zone, so none shifts it. */
export function dayInWords(day: string, { locale }: Pick<In, 'locale'>): string {
  return dateFormat(formatTag(locale), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A month (YYYY-MM) with its year: "November 2026". */
export function monthInWords(month: string, { locale }: Pick<In, 'locale'>): string {
  const form = dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return form.format(new Date(`${month}-01T00:00:00Z`));
}

/** A count with the separators of the language; "10,000+" when the server stopped counting. */
export function countInWords(total: number, isExact: boolean, { locale }: Pick<In, 'locale'>): string {
  const figure = numberFormat(formatTag(locale)).format(total);
  return isExact ? figure : `${figure}+`;
}

/** The calendar day of a moment in the workspace's zone, as fields of the type "date" hold it: "2026-11-28". */
export function dayIn(at: Date, { timeZone }: Pick<In, 'timeZone'>): string {
  const parts = dateFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
