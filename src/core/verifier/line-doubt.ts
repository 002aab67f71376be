/** One check of a worker's last minutes, as far as it says something about the worker's own line. */
export interface LineCheck {
  readonly at: Date;
  readonly host: string;
  /** The page could be read the last time and could not now. */
  readonly surprising: boolean;
}

/** What addresses that always answer say: none are configured, at least one answered, or none did. */
export type Canaries = 'none' | 'answer' | 'fail';

/** How far back a worker looks, and how long it then keeps silent. */
export const DOUBT_WINDOW_MS = 15 * 60_000;
const MOST_SURPRISES = 0.3;
const LEAST_HOSTS = 5;

/** The checks a worker still looks back on. */
export function withinWindow(checks: readonly LineCheck[], now: Date): LineCheck[] {
  const since = now.getTime() - DOUBT_WINDOW_MS;
  return checks.filter((check) => check.at.getTime() > since);
}

/**
 * Whether so many pages that could be read before fail at once that the fault may be ours: more than 30 % of the checks
 * of 15 minutes, on at least 5 hosts. Pages never read before do not count: a list full of dead addresses is no outage.
 */
export function suspectsLine(checks: readonly LineCheck[], now: Date): boolean {
  const recent = withinWindow(checks, now);
  const surprises = recent.filter((check) => check.surprising);
  const hosts = new Set(surprises.map((check) => check.host));
  return hosts.size >= LEAST_HOSTS && surprises.length > recent.length * MOST_SURPRISES;
}

/**
 * Whether a worker may not believe its own results: it suspects its line and no canary speaks for it, or pages fail and
 * no canary answers.
 */
export function doubtsLine(checks: readonly LineCheck[], now: Date, canaries: Canaries): boolean {
  if (canaries === 'none') return suspectsLine(checks, now);
  return canaries === 'fail' && withinWindow(checks, now).some((check) => check.surprising);
}
