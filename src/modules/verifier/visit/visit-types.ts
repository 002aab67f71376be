import type { AcceptedStep } from '../../../core/placements/terms.js';
import type { Visit } from '../../../core/verifier/facts.js';
import type { PageRenderer } from '../../../platform/browser/page-renderer.js';
import type { PageFetcher } from '../../../platform/fetch/page-fetcher.js';
import type { RobotsStore } from '../../../platform/fetch/robots-source.js';
import type { HtmlReader } from '../../../platform/html/html-reader.js';

/** What a visitor works with. */
export interface VisitorMeans {
  readonly fetcher: PageFetcher;
  readonly reader: HtmlReader;
  /** null where pages are never rendered. */
  readonly renderer: PageRenderer | null;
  /** Milliseconds since 1970, for the age of robots.txt copies. */
  readonly now: () => number;
}

/** One thing looked for on a page. */
export interface VisitTarget {
  readonly targetUrl: string;
  readonly match: AcceptedStep;
}

export interface VisitRequest {
  readonly sourceUrl: string;
  /** All that is looked for on this page: it is fetched once for all of them. At least one. */
  readonly targets: readonly VisitTarget[];
}

/** Why one request is about to be sent, and to whom. */
export interface RequestNotice {
  /** Host name and port, e.g. `blog.example:443`: the key of the host's slot. */
  readonly slot: string;
  readonly url: string;
  /** Pause the site asks for in its robots.txt (at most 60 s), null when it names none or it is not known yet. */
  readonly crawlDelayMs: number | null;
}

/**
 * What the caller keeps for a visit: turns at hosts, the store of robots.txt answers, and what is wanted.
 *
 * `beforeRequest` is awaited before EVERY request (page, robots.txt, each redirect hop, followed links, one rendering) and
 * waiting in it does not count against any time limit. It answers `deferred` when another worker holds the host: the
 * visit then ends without a verdict. `afterRequest` is called once for each `go`, when that request is over.
 */
export interface VisitHooks {
  readonly beforeRequest: (notice: RequestNotice) => Promise<'go' | 'deferred'>;
  readonly afterRequest?: (notice: RequestNotice) => void;
  readonly robots: RobotsStore;
  /** False leaves rendering out (`--no-render`). */
  readonly render: boolean;
  /** Whether evidence is cut out of the page. */
  readonly evidence: boolean;
}

/** What proves a check: the exact HTML around each occurrence, what the server said, and the hash of what was read. */
export interface VisitEvidence {
  /** One entry for each occurrence of the target's own site, in source order. */
  readonly snippets: readonly { readonly occurrence: number; readonly html: string }[];
  /** Selected headers of the last answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 (hex) of the inflated body as read. */
  readonly bodySha256: string;
  readonly bodyBytes: number;
  readonly rendered: boolean;
}

/** What a visit found for one target, in the order of `VisitRequest.targets`. */
export interface TargetVisit {
  readonly target: VisitTarget;
  /** Its `redirects` name instant meta refreshes too, with status 200. */
  readonly visit: Visit;
  /** null when no HTML was read or no evidence was asked for. */
  readonly evidence: VisitEvidence | null;
}

export type VisitOutcome =
  | {
      readonly kind: 'visited';
      readonly visits: readonly TargetVisit[];
      /** Whether the page, one of its redirects or a robots.txt answered with a status at all. */
      readonly answered: boolean;
      /** The Retry-After of the page's answer, as sent. */
      readonly retryAfter: string | null;
      /** Milliseconds from the first request to the last word of the judge, waiting for slots included. */
      readonly tookMs: number;
    }
  | { readonly kind: 'deferred'; readonly slot: string };

/** What asking for a target page itself showed; `failing` follows core's reading of `visit.status` and `visit.failure`. */
export type TargetProbe =
  | { readonly kind: 'probed'; readonly visit: Visit }
  | { readonly kind: 'deferred'; readonly slot: string };
