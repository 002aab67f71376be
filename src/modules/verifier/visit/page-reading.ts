import { parseUrl } from '../../../core/sites/parse-url.js';
import type { PageFacts, RedirectHop } from '../../../core/verifier/facts.js';
import { Deadline } from '../../../platform/fetch/deadline.js';
import type { AnswerHeaders } from '../../../platform/fetch/exchange.js';
import type { FetchFailure } from '../../../platform/fetch/failure.js';
import { headerText } from '../../../platform/fetch/header-text.js';
import { type FetchedAnswer, headerValue, type PageFetcher } from '../../../platform/fetch/page-fetcher.js';
import { Trail, walk } from '../../../platform/fetch/redirect-walk.js';
import { isHtml, mayBeHtml } from '../../../platform/html/content-kind.js';
import type { HtmlReader, HtmlSource } from '../../../platform/html/html-reader.js';
import type { RobotsGate } from './robots-gate.js';

/** DNS, connections, TLS, redirects and body together; waiting for slots and for robots.txt does not count. */
const PAGE_LIMIT_MS = 20_000;

/** One page as fetched and read, whatever is looked for on it. */
export interface PageReading {
  readonly failure: FetchFailure | null;
  /** The last status any hop answered with. */
  readonly status: number | null;
  readonly finalUrl: string;
  /** Every hop, instant meta refreshes (status 200) among them. */
  readonly redirects: readonly RedirectHop[];
  readonly headers: AnswerHeaders | null;
  readonly facts: PageFacts | null;
  readonly limit: 'too_large' | 'parse_limit' | null;
  /** The inflated body when HTML was read, or what the caller keeps; else null. */
  readonly body: Buffer | null;
}

export type PageReadingResult = PageReading | { readonly deferred: string };

interface Means {
  readonly fetcher: PageFetcher;
  readonly reader: HtmlReader;
  readonly gate: RobotsGate;
  /** Types of answers whose bytes are kept though they are no HTML. */
  readonly keeps?: (contentType: string | null) => boolean;
}

/** Fetches a page with its redirects and instant meta refreshes, and reads its facts. */
export async function readPage(means: Means, start: URL): Promise<PageReadingResult> {
  const trail = new Trail();
  const deadline = new Deadline(PAGE_LIMIT_MS);
  let url = start;
  for (;;) {
    const result = await walk(means.fetcher, url, {
      deadline,
      trail,
      before: means.gate.before,
      after: means.gate.after,
      wantsBody: (status, headers) => {
        const type = headerValue(headers, 'content-type');
        return isRead(status) && (mayBeHtml(type) || means.keeps?.(type) === true);
      },
    });
    if (result.kind === 'arrived') throw new Error('A page walk has no place to arrive at.');
    if (result.kind === 'stopped') {
      if (result.by.kind === 'deferred') return { deferred: result.by.slot };
      const failure = result.by.kind === 'unanswered' ? result.by.failure : null;
      return unread(trail, { failure, status: lastStatus(trail, null), finalUrl: result.url.href });
    }
    if (result.kind === 'failed') {
      const { failure, status } = result;
      return unread(trail, { failure, status: lastStatus(trail, status), finalUrl: result.url.href });
    }
    const reading = await readAnswer(means, result.answer, trail);
    const next = refreshTarget(reading, trail);
    if (next === null) return reading;
    trail.redirects.push({ url: reading.finalUrl, status: result.answer.status });
    url = next;
  }
}

/** What the reader must know of an answer beside its bytes. */
export function htmlSource(url: string, headers: AnswerHeaders): HtmlSource {
  return {
    url,
    contentType: headerValue(headers, 'content-type'),
    robotsTags: listOf(headers['x-robots-tag']),
    linkHeaders: listOf(headers['link']).map(headerText),
  };
}

async function readAnswer(
  { reader, keeps }: Pick<Means, 'reader' | 'keeps'>,
  answer: FetchedAnswer,
  trail: Trail,
): Promise<PageReading> {
  const { url, status, headers, body, tooLarge } = answer;
  const base = {
    failure: null,
    status,
    finalUrl: withoutFragment(url),
    redirects: trail.redirects,
    headers,
    facts: null,
    limit: null,
    body: null,
  };
  try {
    if (!isRead(status)) return base;
    const type = headerValue(headers, 'content-type');
    if (keeps?.(type) === true) return { ...base, limit: tooLarge ? 'too_large' : null, body };
    if (!isHtml(type, body)) return base;
    const reading = await reader.read(body, htmlSource(base.finalUrl, headers));
    if (!reading.ok) return { ...base, limit: 'parse_limit', body };
    return { ...base, facts: reading.facts, limit: tooLarge ? 'too_large' : null, body };
  } finally {
    answer.release();
  }
}

/** The address of an instant meta refresh, unless it leads back to where we were: then this is the page. */
function refreshTarget(reading: PageReading, trail: Trail): URL | null {
  const refresh = reading.facts?.metaRefresh ?? null;
  const next = refresh === null ? null : parseUrl(refresh, reading.finalUrl);
  if (next === null) return null;
  if (next.protocol !== 'http:' && next.protocol !== 'https:') return null;
  return trail.has(next) ? null : next;
}

/** Only a success with a whole body is read (204 has none, 206 a part). */
function isRead(status: number): boolean {
  return status >= 200 && status <= 299 && status !== 204 && status !== 206;
}

type Unread = Pick<PageReading, 'failure' | 'status' | 'finalUrl'>;

function unread(trail: Trail, what: Unread): PageReading {
  return { ...what, redirects: trail.redirects, headers: null, facts: null, limit: null, body: null };
}

function lastStatus(trail: Trail, status: number | null): number | null {
  return status ?? trail.redirects.at(-1)?.status ?? null;
}

function withoutFragment(url: URL): string {
  return url.href.replace(/#.*$/s, '');
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
