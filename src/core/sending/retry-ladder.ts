import type { Ladder } from './smtp-outcome.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits after the first, second, third ... try; the last one goes on until four days are over (RFC 5321, 4.5.4.1). */
const STEPS: Readonly<Record<Ladder, readonly number[]>> = {
  ordinary: [5 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR],
  // Greylisting lets a second try through after some minutes.
  greylist: [12 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR],
  rate: [30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR],
};
const GIVE_UP_MS = 4 * 24 * HOUR;
/** A wait may be a fifth longer or shorter, so that many do not come back at once. */
const JITTER = 0.2;

export interface Tries {
  /** How many tries there were, this one included. */
  readonly tries: number;
  readonly firstTryAt: number;
  readonly now: number;
  /** Chance from 0 to 1. */
  readonly chance: number;
}

/** When to try again, in milliseconds since 1970; null when four days have been tried in vain. */
export function nextTry(ladder: Ladder, { tries, firstTryAt, now, chance }: Tries): number | null {
  if (now - firstTryAt >= GIVE_UP_MS) return null;
  const steps = STEPS[ladder];
  const step = steps[Math.min(Math.max(tries, 1), steps.length) - 1] ?? HOUR;
  const wait = step * (1 + (chance * 2 - 1) * JITTER);
  return Math.min(now + Math.round(wait), firstTryAt + GIVE_UP_MS);
}

/** How long a host that cannot be reached is left alone, by the number of failures in a row: a minute, doubled up to half an hour. */
export function hostRest(failures: number): number {
  return Math.min(MINUTE * 2 ** Math.max(failures - 1, 0), 30 * MINUTE);
}
