import { daysInMonth } from '../calendar/calendar-day.js';
import { monthNumber } from './month-names.js';

/** Which of two numbers is the day, where a file writes both below 13. */
export type DateOrder = 'day_first' | 'month_first' | 'unknown';

/** How moments of a file are written. */
export interface MomentDialect {
  readonly dateOrder: DateOrder;
  /** Whether a bare number is a day counted by Excel. */
  readonly hasSerials: boolean;
}

/** A moment read from a cell: its day and the moment itself (midnight UTC where only a day is told), or why it cannot be told. */
export type MomentReading =
  | { readonly ok: true; readonly day: string; readonly at: string }
  | { readonly ok: false; readonly why: 'unreadable' | 'ambiguous' };

const UNREADABLE = { ok: false, why: 'unreadable' } as const;
const LONGEST = 64;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(.*))?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(.*))?$/;
const CHINESE = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日$/;
const SERIAL = /^\d{4,6}(?:\.\d+)?$/;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(am|pm)?\s*(?:(utc|gmt|z)|([+-])(\d{2}):?(\d{2}))?$/i;

/**
 * Reads a moment: ISO 8601 and its relatives, day and month by number, month names of seven languages, days counted by Excel. Year first is never
 * in doubt; with dots or dashes the day comes first unless the file says otherwise; with slashes both orders are in use, so a cell that could
 * mean either is refused rather than guessed.
 */
export function readMoment(text: string, dialect: MomentDialect): MomentReading {
  const cell = text.trim();
  if (cell.length > LONGEST) return UNREADABLE;
  const year = YEAR_FIRST.exec(cell);
  if (year !== null) return moment([Number(year[1]), Number(year[3]), Number(year[4])], year[5]);
  const chinese = CHINESE.exec(cell);
  if (chinese !== null)
    return moment([Number(chinese[1]), Number(chinese[2]), Number(chinese[3])], undefined);
  const local = YEAR_LAST.exec(cell);
  if (local !== null) return byNumbers(local, dialect.dateOrder);
  if (SERIAL.test(cell)) return dialect.hasSerials ? bySerial(Number(cell)) : UNREADABLE;
  return byName(cell);
}

/** Says which order a cell proves: the first number or the second is beyond 12; null when it proves none. */
export function provenOrder(text: string): 'day_first' | 'month_first' | null {
  const local = text.length > LONGEST ? null : YEAR_LAST.exec(text.trim());
  const [first, second] = [Number(local?.[1]), Number(local?.[3])];
  if (local === null || first === second) return null;
  if (first > 12 && second <= 12) return 'day_first';
  return second > 12 && first <= 12 ? 'month_first' : null;
}

function byNumbers(parts: RegExpExecArray, order: DateOrder): MomentReading {
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = fullYear(parts[4] ?? '');
  const dayFirst = (): MomentReading => moment([year, second, first], parts[5]);
  const monthFirst = (): MomentReading => moment([year, first, second], parts[5]);
  if (first > 12 || first === second) return dayFirst();
  if (second > 12) return monthFirst();
  if (order !== 'unknown') return order === 'day_first' ? dayFirst() : monthFirst();
  return parts[2] === '/' ? { ok: false, why: 'ambiguous' } : dayFirst();
}

/** Two digits are years of this century: nobody's links are older. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** `Sep 15, 2026`, `15. September 2026`, `15 de septiembre de 2026`, `15-Sep-2026 10:00`. */
function byName(cell: string): MomentReading {
  const words = cell
    .split(/[\s,/-]+|\.(?=\s|$)/)
    .filter((word) => word !== '' && !/^(?:de|del|of)$/i.test(word));
  const isMonthFirst = monthNumber(String(words[0])) !== null;
  const [monthWord, dayWord] = isMonthFirst ? words : [words[1], words[0]];
  const month = monthNumber(String(monthWord));
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|e)?\.?$/i.exec(String(dayWord))?.[1];
  if (month === null || day === undefined || !/^\d{4}$/.test(String(words[2]))) return UNREADABLE;
  return moment([Number(words[2]), month, Number(day)], words.slice(3).join(' '));
}

function bySerial(serial: number): MomentReading {
  // From 1982 to 2063: other numbers are no days of links.
  if (serial < 30_000 || serial > 60_000) return UNREADABLE;
  const at = new Date(Math.round((Date.UTC(1899, 11, 30) + serial * 86_400_000) / 1000) * 1000).toISOString();
  return { ok: true, day: at.slice(0, 10), at };
}

function moment(
  [year, month, day]: readonly [number, number, number],
  time: string | undefined,
): MomentReading {
  if (year < 1900 || year > 2200 || day < 1 || day > daysInMonth(year, month)) return UNREADABLE;
  const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const clock = time === undefined || time.trim() === '' ? NO_TIME : readTime(time.trim());
  if (clock === null) return UNREADABLE;
  return { ok: true, day: text, at: atZone(`${text}T${clock.time}.000Z`, clock.zoneMinutes) };
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function atZone(at: string, minutes: number): string {
  return minutes === 0 ? at : new Date(Date.parse(at) - minutes * 60_000).toISOString();
}

/** A time of the day, and how far its zone is ahead of UTC. */
interface Clock {
  readonly time: string;
  readonly zoneMinutes: number;
}

const NO_TIME: Clock = { time: '00:00:00', zoneMinutes: 0 };

/** Null for what is no time. A zone that is not said counts as UTC; a leap second as the one before. */
function readTime(text: string): Clock | null {
  const parts = TIME.exec(text);
  if (parts === null) return null;
  const [hour, minute, second] = [hourOf(parts), Number(parts[2]), Number(parts[3] ?? '0')];
  if (hour > 23 || minute > 59 || second > 60) return null;
  const time = [hour, minute, Math.min(second, 59)].map(twoDigits).join(':');
  return { time, zoneMinutes: zoneMinutes(parts) };
}

function hourOf(parts: RegExpExecArray): number {
  const half = parts[4]?.toLowerCase();
  return half === undefined ? Number(parts[1]) : (Number(parts[1]) % 12) + (half === 'pm' ? 12 : 0);
}

function zoneMinutes(parts: RegExpExecArray): number {
  return (Number(parts[7] ?? '0') * 60 + Number(parts[8] ?? '0')) * (parts[6] === '-' ? -1 : 1);
}
