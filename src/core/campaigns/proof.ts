/** One dated look at a page that is said to be dead, as the program recorded it. */
export interface DeadSight {
  /** The page that was looked at. */
  readonly url: string;
  /** YYYY-MM-DD in the workspace's zone. */
  readonly on: string;
  /** HTTP status of the answer, null without one. */
  readonly status: number | null;
  /** Code of the verifier's finding, where it says more than the status. */
  readonly finding: string | null;
}

/** On how many different days a page must be found dead before anybody is told (D288). */
export const DAYS_OF_PROOF = 2;

/** Findings that mean nobody will ever read that page there; a timeout or a refusal proves nothing. */
const DEAD_FINDINGS = ['page_gone', 'dns', 'soft_404', 'domain_parked'];

/** Whether this look found the page dead: gone (404, 410), its host unknown, a soft 404, or a parked domain. */
export function isDeadSight(sight: DeadSight): boolean {
  return sight.status === 404 || sight.status === 410 || DEAD_FINDINGS.includes(sight.finding ?? '');
}

/**
 * Whether the looks prove that this page is dead: found so on two different days, and the newest look, too. Looks at another address do not
 * count, so a changed address is proven anew.
 */
export function isProven(sights: readonly DeadSight[], url: unknown): boolean {
  const ours = sights.filter((sight) => sight.url === url);
  const newest = ours.at(-1);
  if (newest === undefined || !isDeadSight(newest)) return false;
  return new Set(ours.filter(isDeadSight).map((sight) => sight.on)).size >= DAYS_OF_PROOF;
}

/** The looks kept in a proof field, oldest first; what is not one is left out. */
export function readSights(value: unknown): DeadSight[] {
  return Array.isArray(value) ? value.filter(isSight) : [];
}

function isSight(value: unknown): value is DeadSight {
  if (typeof value !== 'object' || value === null) return false;
  const { url, on, status, finding } = value as Partial<Record<keyof DeadSight, unknown>>;
  const isAnswer = status === null || typeof status === 'number';
  const isFinding = finding === null || typeof finding === 'string';
  return typeof url === 'string' && typeof on === 'string' && isAnswer && isFinding;
}
