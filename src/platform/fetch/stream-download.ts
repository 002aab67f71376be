import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { parseUrl } from '../../core/sites/parse-url.js';
import { AddressGuard, type GuardSettings } from './address-guard.js';
import { classifyFailure, type FetchFailure } from './failure.js';
import { guardedConnector } from './guarded-connector.js';
import { MAX_REDIRECTS, Trail } from './redirect-walk.js';

/** How long a server may be silent: before its answer, and in the middle of it. */
const HEADERS_LIMIT_MS = 30_000;
const SILENCE_LIMIT_MS = 60_000;

export interface DownloadSettings extends GuardSettings {
  readonly userAgent: string;
}

/** A file that is coming. Whoever takes it reads `body` to its end or destroys it. */
export interface Download {
  readonly url: URL;
  readonly body: Readable;
  /** Its day by `Last-Modified`; null when the server does not say. */
  readonly modifiedAt: Date | null;
}

export type DownloadResult =
  | { readonly ok: true; readonly download: Download }
  | { readonly ok: false; readonly failure: FetchFailure; readonly status: number | null };

/**
 * Downloads large files that the operator named, as a stream: any size, no time limit but one on silence, nothing kept in memory. Addresses pass
 * the same guard as pages, after every redirect too.
 */
export class StreamDownload {
  private readonly guard: AddressGuard;
  private readonly agent: Agent;
  private readonly userAgent: string;

  constructor(settings: DownloadSettings) {
    this.guard = new AddressGuard(settings);
    this.userAgent = settings.userAgent;
    this.agent = new Agent({
      connect: guardedConnector(this.guard),
      allowH2: false,
      headersTimeout: HEADERS_LIMIT_MS,
      bodyTimeout: SILENCE_LIMIT_MS,
      keepAliveTimeout: 1,
    });
  }

  /** Asks for a file and follows its redirects. `signal` ends the download at any time. */
  async open(address: string, signal: AbortSignal): Promise<DownloadResult> {
    const trail = new Trail();
    let url = parseUrl(address);
    for (let hop = 0; url !== null && hop <= MAX_REDIRECTS; hop += 1) {
      const wrong = this.refusal(trail, url);
      if (wrong !== null) return { ok: false, failure: wrong, status: null };
      const answer = await this.ask(url, signal);
      if (!answer.ok) return answer;
      const next = await redirectOf(url, answer.head);
      if (next === undefined) return taken(url, answer.head);
      url = next;
    }
    return { ok: false, failure: { code: 'protocol', detail: 'no_location' }, status: null };
  }

  /** Ends all connections at once. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private refusal(trail: Trail, url: URL): FetchFailure | null {
    const wrong = trail.step(url);
    if (wrong !== null) return wrong;
    const refused = this.guard.refuseUrl(url);
    return refused === null ? null : { code: 'address_refused', detail: refused };
  }

  private async ask(
    url: URL,
    signal: AbortSignal,
  ): Promise<
    { ok: true; head: Dispatcher.ResponseData } | { ok: false; failure: FetchFailure; status: number | null }
  > {
    try {
      const head = await this.agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: { 'user-agent': this.userAgent, accept: '*/*', 'accept-encoding': 'identity' },
        signal,
      });
      return { ok: true, head };
    } catch (error) {
      return { ok: false, failure: classifyFailure(error), status: null };
    }
  }
}

/** Where an answer redirects to: null for nowhere usable, undefined when it is no redirect. Its body is thrown away. */
async function redirectOf(url: URL, head: Dispatcher.ResponseData): Promise<URL | null | undefined> {
  if (head.statusCode < 300 || head.statusCode > 399) return undefined;
  await head.body.dump();
  const { location } = head.headers;
  return typeof location === 'string' ? parseUrl(location, url.href) : null;
}

async function taken(url: URL, head: Dispatcher.ResponseData): Promise<DownloadResult> {
  if (head.statusCode !== 200) {
    await head.body.dump();
    return { ok: false, failure: { code: 'protocol', detail: 'status' }, status: head.statusCode };
  }
  const modified = head.headers['last-modified'];
  const at = typeof modified === 'string' ? new Date(modified) : null;
  const modifiedAt = at === null || Number.isNaN(at.getTime()) ? null : at;
  return { ok: true, download: { url, body: head.body, modifiedAt } };
}
