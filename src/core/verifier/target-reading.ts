import type { TargetPageStatus } from '../clients/target-page.js';
import type { Visit } from './facts.js';
import type { FindingCode, UnreachableCode } from './verdict.js';

/** What one visit to a target page says of it. */
export interface TargetReading {
  readonly status: Exclude<TargetPageStatus, 'unknown'>;
  /** Why it does not answer; null when it does. */
  readonly code: FindingCode | null;
}

/** What is known of a target page: `failingSince` outlasts visits that could not tell. */
export interface TargetState {
  readonly status: TargetPageStatus;
  readonly failingSince: Date | null;
  readonly code: FindingCode | null;
}

/** Failures that lie with our own page. The others may as well lie with the line, or with a guard before the page. */
const OWN_FAILURES: ReadonlySet<UnreachableCode> = new Set<UnreachableCode>([
  'dns',
  'tls',
  'server_error',
  'protocol',
  'bad_encoding',
  'redirect_loop',
  'too_many_redirects',
]);

/**
 * Whether a target page answers, fails, or could not be asked. Only a page that surely does not work is `failing`: nothing
 * gets worse while it does, so a doubt must not stop the checks.
 */
export function readTarget(visit: Visit): TargetReading {
  if (visit.robotsAllowed?.own === false) return { status: 'could_not_check', code: 'robots_denied' };
  if (visit.failure !== null) {
    const { code } = visit.failure;
    return { status: OWN_FAILURES.has(code) ? 'failing' : 'could_not_check', code };
  }
  return readStatus(visit.status ?? 0) ?? readMarks(visit);
}

function readStatus(status: number): TargetReading | null {
  if (status >= 200 && status <= 299) return null;
  if (status === 404 || status === 410) return { status: 'failing', code: 'page_gone' };
  if (status >= 500) return { status: 'failing', code: 'server_error' };
  return { status: 'could_not_check', code: status === 429 ? 'rate_limited' : 'http_status' };
}

function readMarks(visit: Visit): TargetReading {
  const mark = visit.page?.marks.find((found) => found === 'soft_404' || found === 'domain_parked');
  return mark === undefined ? { status: 'answers', code: null } : { status: 'failing', code: mark };
}

/** What is known of a target page after a visit. One that could not be asked stays failing if it was. */
export function nextTargetState(before: TargetState, reading: TargetReading, at: Date): TargetState {
  if (reading.status === 'answers') return { status: 'answers', failingSince: null, code: null };
  const failingSince = reading.status === 'failing' ? (before.failingSince ?? at) : before.failingSince;
  return { status: failingSince === null ? 'could_not_check' : 'failing', failingSince, code: reading.code };
}
