/** Whether a name is a time zone of the IANA database that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The moment a day (YYYY-MM-DD) is over in a time zone, in milliseconds since 1970. The offset is asked twice, because
 * the clocks may change between the first guess and the answer.
 */
export function endOfDay(day: string, timeZone: string): number {
  const nextMidnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  const guess = nextMidnight - offsetAt(nextMidnight, timeZone);
  return nextMidnight - offsetAt(guess, timeZone);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(moment: number, timeZone: string): number {
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
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
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

/** The day (YYYY-MM-DD) a moment falls on in a time zone. */
export function dayIn(moment: number, timeZone: string): string {
  return new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 10);
}
