import { daysInMonth } from '../calendar/calendar-day.js';
import { offsetAt } from '../calendar/local-time.js';

/** A deadline as it was read. What the words do not say is null: no day and no hour is ever made up (D189). */
export interface Deadline {
  /** The words themselves. */
  readonly raw: string;
  /** YYYY-MM-DD. */
  readonly on: string | null;
  /** HH:MM on the wall of the zone. */
  readonly time: string | null;
  /** The zone as it is written. */
  readonly zoneWords: string | null;
  /** IANA name of the zone. */
  readonly zone: string | null;
  /** The moment, in milliseconds since 1970; null unless day, hour and zone are all known. */
  readonly at: number | null;
}

/** Words for zones as newsletters write them. "Eastern Standard Time" is printed in summer, too: the wall of New York is meant (D179). */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:eastern(?: standard| daylight)?(?: time)?|e[sd]?t)\b/i, 'America/New_York'],
  [
    /\b(?:central european(?: summer)? time|ces?t)\b|\b(?:nederlandse tijd|dutch time|amsterdam)\b/i,
    'Europe/Amsterdam',
  ],
  [/\b(?:central(?: standard| daylight)?(?: time)?|c[sd]?t)\b/i, 'America/Chicago'],
  [/\b(?:mountain(?: standard| daylight)?(?: time)?|m[sd]t)\b/i, 'America/Denver'],
  [/\b(?:pacific(?: standard| daylight)?(?: time)?|p[sd]?t)\b/i, 'America/Los_Angeles'],
  [/\b(?:bst|uk time|british summer time|london time)\b/i, 'Europe/London'],
  [/\b(?:utc|gmt)\b(?![+-])/i, 'UTC'],
  [/\b(?:aest|aedt|sydney time)\b/i, 'Australia/Sydney'],
];

const MONTHS: readonly RegExp[] = [
  /^jan/i,
  /^feb/i,
  /^(?:mar|maa|mrt)/i,
  /^apr/i,
  /^(?:may|mei)/i,
  /^jun/i,
  /^jul/i,
  /^aug/i,
  /^sep/i,
  /^(?:oct|okt)/i,
  /^nov/i,
  /^dec/i,
];
const MONTH =
  '(jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli|aug(?:ust|ustus)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_FIRST = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th|e)?(?:\s+of)?\s+${MONTH}\b\.?(?:,?\s+(\d{4})\b)?`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(\d{4})\b)?`,
  'i',
);
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
/** Days with dots or dashes are written day first; with slashes nobody can tell. */
const NUMBERS = /\b(\d{1,2})[-.](\d{1,2})[-.](\d{4})\b/;
const CLOCK =
  /\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?|\b(\d{1,2})[:.](\d{2})(?!\d)|\b(\d{1,2})\s*(?:uur|u)\b|\bnoon\b/i;

const DAY_MS = 86_400_000;

/**
 * Reads a deadline. `receivedAt` (milliseconds since 1970) says which year is meant where none is written: the first such day that is no
 * more than a day before it (D169); without it no year is chosen.
 */
export function readDeadline(words: string, receivedAt: number | null): Deadline {
  const raw = words.replace(/\s+/g, ' ').trim();
  const found = localDay(raw, receivedAt);
  const rest = found === null ? raw : raw.replace(found.words, ' ');
  const { words: zoneWords, name: zone } = zoneIn(rest);
  const wall = { on: found?.on ?? null, time: timeIn(rest), zone };
  return { raw, ...wall, zoneWords, at: momentOf(wall) };
}

/** The moment a clock on the wall shows this day and time, in milliseconds since 1970; null unless all of it is known. */
function momentOf({ on, time, zone }: Pick<Deadline, 'on' | 'time' | 'zone'>): number | null {
  if (on === null || time === null || zone === null) return null;
  const wall = Date.parse(`${on}T${time}:00Z`);
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

function zoneIn(text: string): { words: string | null; name: string | null } {
  for (const [form, name] of ZONES) {
    const words = form.exec(text)?.[0];
    if (words !== undefined) return { words, name };
  }
  return { words: null, name: null };
}

interface FoundDay {
  readonly on: string;
  readonly words: string;
}

function localDay(text: string, receivedAt: number | null): FoundDay | null {
  const iso = ISO.exec(text);
  if (iso !== null) return whole(iso[0], Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return whole(numbers[0], Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return named(dayFirst[0], [dayFirst[1], dayFirst[2], dayFirst[3]], receivedAt);
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst === null
    ? null
    : named(monthFirst[0], [monthFirst[2], monthFirst[1], monthFirst[3]], receivedAt);
}

function named(
  words: string,
  [day, month = '', year]: readonly [string | undefined, string | undefined, string | undefined],
  receivedAt: number | null,
): FoundDay | null {
  const no = MONTHS.findIndex((form) => form.test(month)) + 1;
  if (year !== undefined) return whole(words, Number(year), no, Number(day));
  return receivedAt === null ? null : next(words, { month: no, day: Number(day) }, receivedAt);
}

/** The first such day from the day before on. */
function next(
  words: string,
  { month, day }: { month: number; day: number },
  receivedAt: number,
): FoundDay | null {
  const from = receivedAt - 2 * DAY_MS;
  const year = Number(isoDay(from).slice(0, 4));
  const candidates = [year, year + 1].map((at) => whole(words, at, month, day));
  return candidates.find((found) => found !== null && found.on > isoDay(from)) ?? null;
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function whole(words: string, year: number, month: number, day: number): FoundDay | null {
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return { words, on: text(year, month, day) };
}

function text(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function timeIn(rest: string): string | null {
  const found = CLOCK.exec(rest);
  if (found === null) return null;
  if (/noon/i.test(found[0])) return '12:00';
  const [, hours12, minutes12 = '00', half, hours24, minutes24 = '00', hoursOnly] = found;
  if (half !== undefined)
    return clock(
      (Number(hours12) % 12) + (half.toLowerCase() === 'p' ? 12 : 0),
      Number(minutes12),
      Number(hours12) <= 12,
    );
  return clock(Number(hours24 ?? hoursOnly), Number(minutes24), true);
}

function clock(hours: number, minutes: number, isHour: boolean): string | null {
  if (!isHour || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
