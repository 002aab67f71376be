import { Deadline } from './deadline.js';
import type { FetchFailure } from './failure.js';
import type { PageFetcher } from './page-fetcher.js';
import { Trail, type Walk, walk } from './redirect-walk.js';

/** A robots.txt answer as it is kept: the rules' text, "everything allowed", or "not answered". Plain data, may be stored. */
export type RobotsAnswer =
  | { readonly kind: 'rules'; readonly status: number; readonly text: string }
  | { readonly kind: 'allow_all'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly status: number | null; readonly failure: FetchFailure };

export interface StoredRobots {
  /** Milliseconds since 1970 when it was fetched. */
  readonly fetchedAt: number;
  readonly answer: RobotsAnswer;
}

/** Keeps robots.txt answers by authority (`https://blog.example:8443`). Age is judged by the reader, not the store. */
export interface RobotsStore {
  get(authority: string): Promise<StoredRobots | null>;
  put(authority: string, robots: StoredRobots): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** RFC 9309, 2.4: a copy is used for 24 hours at most. */
const FRESH_MS = 24 * HOUR_MS;
/** No answer is asked for again soon, but not for every page of a host that is down. */
const UNREACHABLE_FRESH_MS = HOUR_MS / 6;
/** RFC 9309, 2.5: at least 500 KiB are read; the rest is left. */
const MAX_ROBOTS_BYTES = 500 * 1024;
const ROBOTS_LIMIT_MS = 10_000;

/** Whether a kept answer may still be used. */
export function isFresh(stored: StoredRobots, now: number): boolean {
  const age = now - stored.fetchedAt;
  return age >= 0 && age < (stored.answer.kind === 'unreachable' ? UNREACHABLE_FRESH_MS : FRESH_MS);
}

export interface RobotsTurns<Stop> {
  readonly before: (url: URL) => Promise<Stop | null>;
  readonly after: (url: URL) => void;
}

/**
 * Fetches the robots.txt of a page's authority, redirects followed across hosts. 2xx = its rules, 4xx and more than 5
 * redirects = everything allowed, anything else = not answered (RFC 9309, 2.3.1).
 */
export async function fetchRobots<Stop>(
  fetcher: PageFetcher,
  page: URL,
  turns: RobotsTurns<Stop>,
): Promise<RobotsAnswer | { readonly kind: 'stopped'; readonly by: Stop }> {
  const result = await walk(fetcher, new URL('/robots.txt', page), {
    ...turns,
    trail: new Trail(),
    deadline: new Deadline(ROBOTS_LIMIT_MS),
    accept: 'text/plain,*/*;q=0.5',
    maxBytes: MAX_ROBOTS_BYTES,
    wantsBody: (status) => status >= 200 && status <= 299,
  });
  return result.kind === 'stopped' ? { kind: 'stopped', by: result.by } : readAnswer(result, page);
}

function readAnswer<Stop>(result: Exclude<Walk<Stop>, { kind: 'stopped' }>, page: URL): RobotsAnswer {
  if (result.kind === 'arrived') throw new Error('A robots.txt walk has no place to arrive at.');
  if (result.kind === 'failed') {
    const { code } = result.failure;
    if (code === 'too_many_redirects' || code === 'redirect_loop') return { kind: 'allow_all', status: 404 };
    const isOwnHost = result.url.host === page.host;
    return { kind: 'unreachable', status: result.status, failure: unanswered(result.failure, isOwnHost) };
  }
  const { status, body, release } = result.answer;
  release();
  if (status >= 400 && status <= 499) return { kind: 'allow_all', status };
  if (status < 200 || status > 299) {
    return { kind: 'unreachable', status, failure: { code: 'robots_unreachable', detail: String(status) } };
  }
  return { kind: 'rules', status, text: body.subarray(0, MAX_ROBOTS_BYTES).toString('utf8') };
}

/** When the page's own host cannot even be connected to, that is the news, and not its robots.txt. */
function unanswered(failure: FetchFailure, isOwnHost: boolean): FetchFailure {
  const isAboutHost =
    ['dns', 'tls', 'address_refused'].includes(failure.code) ||
    (failure.code === 'timeout' && failure.detail === 'connect');
  if (isOwnHost && isAboutHost) return failure;
  return { code: 'robots_unreachable', detail: failure.detail ?? failure.code };
}
