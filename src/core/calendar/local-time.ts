const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Days remembered at most: a year of some twenty zones. */
const MOST_REMEMBERED = 8000;

/** A stretch of time in which a zone keeps one distance to UTC. Moments are milliseconds since 1970, `until` is not part of it. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** What a clock on the wall is ahead of UTC, in milliseconds. */
  readonly ahead: number;
  /** What the wall shows from when on it shows times it has not shown before, and at the end, as if the wall were in UTC. */
  readonly wallFrom: number;
  readonly wallUntil: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** The stretch a zone was last asked about: the next question is mostly about the same. */
const lastStretch = new Map<string, Stretch>();
const remembered = new Map<string, readonly Stretch[]>();

/** The day (YYYY-MM-DD) that a calendar on the wall shows in a zone. A zone this machine does not know is read as UTC. */
export function localDay(at: number, zone: string): string {
  const last = lastStretch.get(zone);
  if (last !== undefined && at >= last.from && at < last.until) return dayOf(at + last.ahead);
  const day = dayOf(at + offsetAt(at, zone));
  const around = stretchesAround(day, zone).find(({ from, until }) => at >= from && at < until);
  if (around !== undefined) lastStretch.set(zone, around);
  return day;
}

/**
 * The moment at which the wall shows a time (HH:MM, HH:MM:SS, 24:00) on a day. A time that the clocks skip is the first moment after the gap;
 * one they show twice is the first of the two.
 */
export function momentOf(day: string, time: string, zone: string): number {
  const wall = wallOf(day, time);
  for (const stretch of stretchesAround(day, zone)) {
    if (wall < stretch.wallUntil) return Math.max(wall, stretch.wallFrom) - stretch.ahead;
  }
  return wall - offsetAt(wall, zone);
}

/** What lies between two times of the wall on a day, in order: in two pieces where the clocks are put back in between, none where all of it is skipped. */
export function momentsBetween(
  day: string,
  times: { readonly from: string; readonly until: string },
  zone: string,
): readonly { from: number; until: number }[] {
  const first = wallOf(day, times.from);
  const last = wallOf(day, times.until);
  return stretchesAround(day, zone)
    .map((stretch) => ({
      from: Math.max(first, stretch.wallFrom) - stretch.ahead,
      until: Math.min(last, stretch.wallUntil) - stretch.ahead,
    }))
    .filter(({ from, until }) => from < until);
}

/** The day so many days of the calendar after another. */
export function dayAfter(day: string, count = 1): string {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

/** The weekday of a day: 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return ((new Date(day).getUTCDay() + 6) % 7) + 1;
}

function wallOf(day: string, time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return Date.parse(day) + hours * HOUR_MS + minutes * 60_000 + seconds * 1000;
}

function dayOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** The stretches around a day, each cut to the times of the wall that were not shown before it: the second occurrence of an hour is nobody's. */
function stretchesAround(day: string, zone: string): readonly Stretch[] {
  const key = `${zone} ${day}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = stretchesOf(day, zone);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

function stretchesOf(day: string, zone: string): readonly Stretch[] {
  const noon = Date.parse(day) + 12 * HOUR_MS;
  const changes: number[] = [];
  // No zone changes its clocks twice within six hours, and none is further than 15 hours from UTC.
  for (let at = noon - 36 * HOUR_MS; at < noon + 36 * HOUR_MS; at += 6 * HOUR_MS) {
    if (offsetAt(at, zone) !== offsetAt(at + 6 * HOUR_MS, zone))
      changes.push(changeIn(at, at + 6 * HOUR_MS, zone));
  }
  const bounds = [noon - 36 * HOUR_MS, ...changes, noon + 36 * HOUR_MS];
  const stretches: Stretch[] = [];
  let shown = -Infinity;
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const until = bounds[index + 1] ?? from;
    const offset = offsetAt(from, zone);
    stretches.push({
      from,
      until,
      ahead: offset,
      wallFrom: Math.max(from + offset, shown),
      wallUntil: until + offset,
    });
    shown = Math.max(shown, until + offset);
  }
  return stretches;
}

/** The first second at which the clocks are changed, between two moments of which only the later one has the new time. */
function changeIn(before: number, after: number, zone: string): number {
  const old = offsetAt(before, zone);
  let [low, high] = [before, after];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. A zone this machine does not know is read as UTC. */
export function offsetAt(at: number, zone: string): number {
  const wholeSecond = Math.floor(at / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(wholeSecond)) part[type] = Number(value);
  const wall = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
    part['second'] ?? 0,
  );
  return wall - wholeSecond;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = formatterFor(zone) ?? formatterOf('UTC');
  formatters.set(zone, made);
  return made;
}

function formatterFor(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}
