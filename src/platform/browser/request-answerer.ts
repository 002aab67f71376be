import type { Request, Route } from 'playwright-core';
import { parseUrl } from '../../core/sites/parse-url.js';
import { siteKey } from '../../core/sites/site-key.js';
import { Deadline } from '../fetch/deadline.js';
import type { FetchedAnswer, PageFetcher } from '../fetch/page-fetcher.js';
import { Trail, walk } from '../fetch/redirect-walk.js';

/** The page as it was fetched: it is not asked for again. */
export interface FetchedPage {
  readonly url: string;
  readonly contentType: string;
  readonly body: Buffer;
}

const MAX_REQUESTS = 60;
const MAX_BYTES = 10 * 1024 * 1024;
const UNWANTED = new Set([
  'image',
  'font',
  'media',
  'texttrack',
  'manifest',
  'ping',
  'websocket',
  'eventsource',
]);
/** Headers that would be wrong about the inflated body, or that a page must not set. */
const DROPPED = ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie', 'report-to', 'nel'];

/**
 * Answers everything a rendered page asks for through the guarded fetcher: GET alone, at most 60 requests and 10 MB, no images,
 * fonts and media. Knows whether something was kept back that the page may have needed.
 */
export class RequestAnswerer {
  /** True once a limit, or a refusal to send data to the page's own site, may have left the page unfinished. */
  starved = false;
  /** Requests being answered right now. */
  running = 0;
  private requests = 0;
  private bytes = 0;
  private pageServed = false;

  constructor(
    private readonly fetcher: PageFetcher,
    private readonly page: FetchedPage,
    private readonly deadline: Deadline,
  ) {}

  async handle(route: Route): Promise<void> {
    const request = route.request();
    this.running += 1;
    try {
      if (this.isThePage(request)) await this.servePage(route);
      else if (this.mayAsk(request)) await this.fetch(route, request);
      else await route.abort('blockedbyclient');
    } catch {
      // The page was closed or the browser died: the renderer sees that for itself.
    } finally {
      this.running -= 1;
    }
  }

  private isThePage(request: Request): boolean {
    return !this.pageServed && request.isNavigationRequest() && request.frame().parentFrame() === null;
  }

  private async servePage(route: Route): Promise<void> {
    this.pageServed = true;
    await route.fulfill({ status: 200, contentType: this.page.contentType, body: this.page.body });
  }

  private mayAsk(request: Request): boolean {
    if (UNWANTED.has(request.resourceType())) return false;
    if (request.method() !== 'GET') {
      if (isDataRequest(request) && siteKey(request.url()) === siteKey(this.page.url)) this.starved = true;
      return false;
    }
    this.requests += 1;
    if (this.requests <= MAX_REQUESTS) return true;
    this.starved = true;
    return false;
  }

  private async fetch(route: Route, request: Request): Promise<void> {
    const answer = await this.follow(request);
    if (answer === null) return route.abort('failed');
    answer.release();
    this.bytes += answer.body.length;
    if (this.bytes > MAX_BYTES || answer.tooLarge) {
      this.starved = true;
      return route.abort('failed');
    }
    return route.fulfill({ status: answer.status, headers: passedOn(answer), body: answer.body });
  }

  private async follow(request: Request): Promise<FetchedAnswer | null> {
    const url = parseUrl(request.url());
    if (url === null) return null;
    const headers = request.headers();
    const result = await walk<never>(this.fetcher, url, {
      deadline: this.deadline,
      before: async () => null,
      after: () => undefined,
      trail: new Trail(),
      accept: headers['accept'] ?? '*/*',
      ...(headers['origin'] === undefined ? {} : { origin: headers['origin'] }),
    });
    return result.kind === 'answered' ? result.answer : null;
  }
}

function isDataRequest(request: Request): boolean {
  return request.resourceType() === 'xhr' || request.resourceType() === 'fetch';
}

function passedOn(answer: FetchedAnswer): Record<string, string> {
  const entries = Object.entries(answer.headers).filter(([name]) => !DROPPED.includes(name.toLowerCase()));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.join(', ')]),
  );
}
