/** A day read from a cell: the day, or why it cannot be told which one is meant. */
export type DayReading =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly why: 'unreadable' | 'ambiguous' };

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const LOCAL = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * Reads a day. Year first is never in doubt; with dots or dashes the day comes first, as in Europe; with slashes both
 * orders are in use, so a cell that could mean either is refused rather than guessed.
 */
export function readDay(text: string): DayReading {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso !== null) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = LOCAL.exec(trimmed);
  if (local === null) return { ok: false, why: 'unreadable' };
  const [first, second, year] = [Number(local[1]), Number(local[3]), Number(local[4])];
  if (local[2] !== '/') return real(year, second, first);
  if (first > 12) return real(year, second, first);
  if (second > 12) return real(year, first, second);
  return first === second ? real(year, first, second) : { ok: false, why: 'ambiguous' };
}

function real(year: number, month: number, day: number): DayReading {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { ok: true, day: date.toISOString().slice(0, 10) } : { ok: false, why: 'unreadable' };
}
