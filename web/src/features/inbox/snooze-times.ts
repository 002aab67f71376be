import { dayIn } from '../../i18n/times.js';

/** When to be reminded of a conversation. */
export interface SnoozeChoice {
  readonly key: 'later' | 'tomorrow' | 'monday' | 'week';
  readonly at: Date;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Work begins at nine. */
const BEGINS = 9;

/** In three hours, tomorrow, next Monday and in a week, the days each at nine in the zone of the workspace. */
export function snoozeChoices(now: Date, timeZone: string): readonly SnoozeChoice[] {
  const today = wallDay(now, timeZone);
  const untilMonday = (8 - new Date(today).getUTCDay()) % 7 || 7;
  return [
    { key: 'later', at: new Date(now.getTime() + 3 * HOUR) },
    { key: 'tomorrow', at: momentAt(today + DAY, timeZone) },
    { key: 'monday', at: momentAt(today + untilMonday * DAY, timeZone) },
    { key: 'week', at: momentAt(today + 7 * DAY, timeZone) },
  ];
}

/** Nine o'clock of a day (YYYY-MM-DD) in a zone. */
export function morningOf(day: string, timeZone: string): Date {
  return momentAt(Date.parse(`${day}T00:00:00Z`), timeZone);
}

/** Midnight of the day it is in a zone, as if that zone were UTC. */
function wallDay(at: Date, timeZone: string): number {
  return Date.parse(`${dayIn(at, { timeZone })}T00:00:00Z`);
}

/** The offset is asked twice, for the clocks may change between the guess and the answer. */
function momentAt(wallMidnight: number, timeZone: string): Date {
  const wall = wallMidnight + BEGINS * HOUR;
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return local - Math.floor(moment / 1000) * 1000;
}
