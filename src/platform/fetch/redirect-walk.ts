import { parseUrl } from '../../core/sites/parse-url.js';
import type { RedirectHop } from '../../core/verifier/facts.js';
import type { Deadline } from './deadline.js';
import type { AnswerHeaders } from './exchange.js';
import type { FetchFailure } from './failure.js';
import { headerText } from './header-text.js';
import type { FetchedAnswer, PageFetcher } from './page-fetcher.js';

export const MAX_REDIRECTS = 5;

/** Where a walk stands: one set of visited addresses and one count of hops for all its redirects, meta refreshes too. */
export class Trail {
  readonly redirects: RedirectHop[] = [];
  /** Every address requested, in order. */
  readonly urls: string[] = [];
  private readonly seen = new Set<string>();
  private hops = 0;

  /** Notes the next address; answers what is wrong with going there, or null. */
  step(url: URL): FetchFailure | null {
    const key = withoutFragment(url);
    if (this.seen.has(key)) return { code: 'redirect_loop', detail: null };
    if (this.urls.length > 0) this.hops += 1;
    if (this.hops > MAX_REDIRECTS) return { code: 'too_many_redirects', detail: null };
    this.seen.add(key);
    this.urls.push(url.href);
    return null;
  }

  /** Whether an address was requested before. */
  has(url: URL): boolean {
    return this.seen.has(withoutFragment(url));
  }
}

export interface WalkOptions<Stop> {
  readonly deadline: Deadline;
  /** Asked before each request: null = go on, anything else ends the walk there. Its time does not count. */
  readonly before: (url: URL) => Promise<Stop | null>;
  readonly after: (url: URL) => void;
  readonly trail: Trail;
  readonly accept?: string;
  readonly origin?: string;
  readonly maxBytes?: number;
  readonly wantsBody?: (status: number, headers: AnswerHeaders) => boolean;
  /** Ends the walk before an address that is wanted as an end and need not be requested. */
  readonly arrivedAt?: (url: URL) => boolean;
}

export type Walk<Stop> =
  | { readonly kind: 'answered'; readonly answer: FetchedAnswer }
  | {
      readonly kind: 'failed';
      readonly failure: FetchFailure;
      readonly status: number | null;
      readonly url: URL;
    }
  | { readonly kind: 'stopped'; readonly by: Stop; readonly url: URL }
  | { readonly kind: 'arrived'; readonly url: URL };

/** Asks for an address and follows its redirects one by one: at most 5, no address twice, each under the whole guard. */
export async function walk<Stop>(
  fetcher: PageFetcher,
  start: URL,
  options: WalkOptions<Stop>,
): Promise<Walk<Stop>> {
  let url = start;
  for (;;) {
    const stopped = await mayGo(fetcher, url, options);
    if (stopped !== null) return stopped;
    const result = await ask(fetcher, url, options);
    if (!result.ok) return failed(url, result.failure, result.status);
    const { answer } = result;
    if (!isRedirect(answer.status)) return { kind: 'answered', answer };
    answer.release();
    options.trail.redirects.push({ url: url.href, status: answer.status });
    const next = locationOf(answer);
    if (next === null) return failed(url, { code: 'protocol', detail: 'no_location' }, answer.status);
    if (options.arrivedAt?.(next) === true) {
      options.trail.urls.push(next.href);
      return { kind: 'arrived', url: next };
    }
    url = next;
  }
}

/** What ends the walk before an address is asked for: the trail, the guard, or the caller. */
async function mayGo<Stop>(
  fetcher: PageFetcher,
  url: URL,
  { trail, deadline, before }: WalkOptions<Stop>,
): Promise<Walk<Stop> | null> {
  const wrong = trail.step(url);
  if (wrong !== null) return failed(url, wrong, null);
  const refused = fetcher.guard.refuseUrl(url);
  if (refused !== null) return failed(url, { code: 'address_refused', detail: refused }, null);
  deadline.pause();
  const stop = await before(url);
  deadline.resume();
  return stop === null ? null : { kind: 'stopped', by: stop, url };
}

async function ask<Stop>(fetcher: PageFetcher, url: URL, options: WalkOptions<Stop>) {
  const { deadline, accept, origin, maxBytes, wantsBody } = options;
  try {
    return await fetcher.get({
      url,
      deadline,
      wantsBody: (status, headers) => !isRedirect(status) && (wantsBody?.(status, headers) ?? true),
      ...(accept === undefined ? {} : { accept }),
      ...(origin === undefined ? {} : { origin }),
      ...(maxBytes === undefined ? {} : { maxBytes }),
    });
  } finally {
    options.after(url);
  }
}

function failed(url: URL, failure: FetchFailure, status: number | null) {
  return { kind: 'failed' as const, failure, status, url };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status <= 399;
}

/** The one address a redirect names, resolved; null when it names none or several. */
function locationOf(answer: FetchedAnswer): URL | null {
  const raw = answer.headers['location'];
  const named = raw === undefined ? [] : typeof raw === 'string' ? [raw] : [...new Set(raw)];
  const [location = ''] = named;
  return location.trim() === '' || named.length > 1 ? null : parseUrl(headerText(location), answer.url.href);
}

function withoutFragment(url: URL): string {
  return url.href.replace(/#.*$/s, '');
}
