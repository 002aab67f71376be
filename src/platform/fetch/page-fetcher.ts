import { Agent } from 'undici';
import { AddressGuard, type GuardSettings, portOf } from './address-guard.js';
import type { Deadline } from './deadline.js';
import { type AnswerHeaders, exchange } from './exchange.js';
import type { FetchFailure } from './failure.js';
import { guardedConnector } from './guarded-connector.js';
import { ACCEPT_ENCODING, inflate } from './inflate.js';
import { LargeBodies } from './large-bodies.js';

export interface FetcherSettings extends GuardSettings {
  readonly userAgent: string;
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly trusted?: readonly string[];
}

export interface FetchRequest {
  readonly url: URL;
  readonly deadline: Deadline;
  readonly accept?: string;
  /** Named to the server for a script of a rendered page that asks another origin (CORS). */
  readonly origin?: string;
  readonly maxBytes?: number;
  readonly wantsBody?: (status: number, headers: AnswerHeaders) => boolean;
}

/** One answered request: no redirect followed yet. `body` is inflated. */
export interface FetchedAnswer {
  readonly url: URL;
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Buffer;
  /** True when the body was cut at 5 MB; what was read is in `body`. */
  readonly tooLarge: boolean;
  /** Gives back the room a large body takes. Call it once the body is dealt with; calling it twice is harmless. */
  readonly release: () => void;
}

export type FetchResult =
  | { readonly ok: true; readonly answer: FetchedAnswer }
  | { readonly ok: false; readonly failure: FetchFailure; readonly status: number | null };

const MAX_HEADER_BYTES = 32 * 1024;
const HEADERS_LIMIT_MS = 10_000;
const KEEP_ALIVE_MS = 2_000;
const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';

/**
 * Asks for one address under the guard: no cookies, no cache, no referrer, everything bounded (time, head, body, inflated
 * size). Whatever the network does comes back as a value; redirects are the caller's to follow, hop by hop.
 */
export class PageFetcher {
  readonly guard: AddressGuard;
  private readonly agent: Agent;
  private readonly large = new LargeBodies();
  private readonly userAgent: string;

  constructor(settings: FetcherSettings) {
    this.guard = new AddressGuard(settings);
    this.userAgent = settings.userAgent;
    this.agent = new Agent({
      connect: guardedConnector(this.guard, settings.trusted),
      connections: null,
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_LIMIT_MS,
      bodyTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
    });
  }

  async get(request: FetchRequest): Promise<FetchResult> {
    const refused = this.guard.refuseUrl(request.url);
    if (refused !== null) {
      return { ok: false, failure: { code: 'address_refused', detail: refused }, status: null };
    }
    const result = await exchange(this.agent, this.large, {
      url: request.url,
      deadline: request.deadline,
      headers: {
        'user-agent': this.userAgent,
        accept: request.accept ?? ACCEPT,
        'accept-encoding': ACCEPT_ENCODING,
        ...(request.origin === undefined ? {} : { origin: request.origin }),
      },
      wantsBody: request.wantsBody ?? (() => true),
      ...(request.maxBytes === undefined ? {} : { maxBytes: request.maxBytes }),
    });
    if (!result.ok) return { ok: false, failure: result.failure, status: null };
    const { status, headers, body, cut, release } = result.answer;
    const inflated = await inflate(body, headerValue(headers, 'content-encoding') ?? '', cut);
    if (!inflated.ok) {
      release();
      return { ok: false, failure: { code: 'bad_encoding', detail: inflated.detail }, status };
    }
    return {
      ok: true,
      answer: { url: request.url, status, headers, body: inflated.bytes, tooLarge: cut, release },
    };
  }

  /** Ends all connections at once. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

/** One header as one text; several of the same name are joined by a comma (RFC 9110, 5.3). */
export function headerValue(headers: AnswerHeaders, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
}

/** The host name and port whose slot a request takes. */
export function hostSlot(url: URL): string {
  return `${url.hostname}:${portOf(url)}`;
}
