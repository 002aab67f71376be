const CAP_MS = 5000;

/**
 * Milliseconds before the n-th attempt (from 1) to connect again: doubling from 100, at most five seconds, of which
 * `chance` (0 to 1) takes up to half, so that many processes do not come back at one moment.
 */
export function reconnectWait(attempt: number, chance: number): number {
  const full = Math.min(CAP_MS, 100 * 2 ** Math.min(attempt - 1, 10));
  return Math.round(full * (1 - chance / 2));
}
