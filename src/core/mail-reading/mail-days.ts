import { daysInMonth } from '../calendar/calendar-day.js';

/** A day a text names: as YYYY-MM-DD, and where it stands. */
export interface NamedDay {
  readonly day: string;
  readonly at: number;
  readonly end: number;
}

const MONTHS = [
  'jan(?:uary|uari)?',
  'feb(?:ruary|ruari)?',
  'mar(?:ch)?|maart|mrt',
  'apr(?:il)?',
  'may|mei',
  'june?|juni',
  'july?|juli',
  'aug(?:ust|ustus)?',
  'sept?(?:ember)?',
  'oct(?:ober)?|okt(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
] as const;
const ANY_MONTH = `(?:${MONTHS.join('|')})\\.?`;
const WEEKDAYS = [
  'sunday|zondag',
  'monday|maandag',
  'tuesday|dinsdag',
  'wednesday|woensdag',
  'thursday|donderdag',
  'friday|vrijdag',
  'saturday|zaterdag',
] as const;
const ANY_WEEKDAY = WEEKDAYS.join('|');
const DAY_MS = 86_400_000;
/** A day without its year is the next one to come; one that passed less than this ago is meant as past and is none. */
const LOOK_BACK_DAYS = 30;
const MOST_CHARS = 20_000;

const FORMS: readonly (readonly [
  RegExp,
  (found: RegExpMatchArray, today: string | null) => string | null,
])[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, ([, year, month, day]) => dayOf(year, month, day)],
  [
    new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|e|ste|de)?\\.?(?: of)? (${ANY_MONTH})(?:,? (?:van )?(\\d{4})\\b)?`,
      'gi',
    ),
    ([, day, month, year], today) => namedDay({ day, month, year }, today),
  ],
  [
    new RegExp(`\\b(${ANY_MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (\\d{4})\\b)?`, 'gi'),
    ([, month, day, year], today) => namedDay({ day, month, year }, today),
  ],
  [
    /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/g,
    ([, first, second, year = '']) => numericDay(first, second, year.length === 2 ? `20${year}` : year),
  ],
  [
    new RegExp(
      `\\b(?:(next|volgende|aanstaande|komende) )?(?:week )?(${ANY_WEEKDAY})(?: (next week|volgende week))?\\b(?!,? (?:the |de )?(?:\\d|${ANY_MONTH}\\b))`,
      'gi',
    ),
    ([, , weekday = ''], today) => nextWeekday(weekday, today),
  ],
  [/\b(?:tomorrow|morgen)\b/gi, (_, today) => addDays(today, 1)],
];

/**
 * The days a text names in English and Dutch, in order. A day without a year is the next one after `today` (YYYY-MM-DD, the mail's own day; null
 * where that is unknown, and then only whole dates count). 03/04/2027 may be two days and is none.
 */
export function daysIn(text: string, today: string | null): readonly NamedDay[] {
  const capped = text.slice(0, MOST_CHARS);
  const found: NamedDay[] = [];
  for (const [form, read] of FORMS) {
    for (const match of capped.matchAll(form)) {
      const day = read(match, today);
      const at = match.index;
      const end = at + match[0].length;
      const isTaken = found.some((other) => at < other.end && other.at < end);
      if (day !== null && !isTaken) found.push({ day, at, end });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A day some days later; null for none. */
export function addDays(day: string | null, count: number): string | null {
  if (day === null) return null;
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const isDay = y >= 2000 && y < 2100 && d >= 1 && d <= daysInMonth(y, m);
  return isDay ? `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` : null;
}

interface Named {
  readonly day: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

function namedDay({ day, month = '', year }: Named, today: string | null): string | null {
  const number = MONTHS.findIndex((names) => new RegExp(`^(?:${names})\\.?$`, 'i').test(month)) + 1;
  if (year !== undefined) return dayOf(year, String(number), day);
  if (today === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const candidates = [thisYear, thisYear + 1].map((one) => dayOf(String(one), String(number), day));
  const earliest = addDays(today, -LOOK_BACK_DAYS) ?? today;
  const next = candidates.find((one) => one !== null && one >= earliest) ?? null;
  return next !== null && next < today ? null : next;
}

function numericDay(first = '', second = '', year = ''): string | null {
  if (Number(first) > 12 || first === second) return dayOf(year, second, first);
  return Number(second) > 12 ? dayOf(year, first, second) : null;
}

function nextWeekday(weekday: string, today: string | null): string | null {
  if (today === null) return null;
  const wanted = WEEKDAYS.findIndex((names) => new RegExp(`^(?:${names})$`, 'i').test(weekday));
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (wanted - now + 7) % 7 || 7);
}
