import type { Visit } from '../../../core/verifier/facts.js';
import type { AddressReading, LadderSettings } from '../../../core/verifier/url-ladder.js';
import { Deadline } from '../../../platform/fetch/deadline.js';
import { headerValue } from '../../../platform/fetch/page-fetcher.js';
import { Trail, type Walk, walk } from '../../../platform/fetch/redirect-walk.js';
import { LinkFollower } from './link-follower.js';
import { readPage } from './page-reading.js';
import { RobotsGate, type RobotsQuestions, type Stop } from './robots-gate.js';
import type {
  TargetProbe,
  TargetVisit,
  VisitHooks,
  VisitOutcome,
  VisitorMeans,
  VisitRequest,
} from './visit-types.js';
import { VisitedPage } from './visited-page.js';

export interface OpenRequest {
  readonly sourceUrl: string;
  readonly targetUrls: readonly string[];
}

/** A page that was fetched and read; `answered` = it, a redirect of it, or a robots.txt answered with a status. */
export type OpenedPage =
  | { readonly page: VisitedPage; readonly answered: boolean; readonly retryAfter: string | null }
  | { readonly deferred: string };

/**
 * Visits one page for all that is looked for on it: robots.txt, the page with its redirects, its facts, links that may lead to a
 * target, and a rendering where nothing was found on a script-built page. Records and judges nothing.
 */
export class PageVisitor {
  private readonly questions: RobotsQuestions = new Map();

  constructor(private readonly means: VisitorMeans) {}

  /** `request.sourceUrl` must be an http(s) URL; what else goes wrong is part of the visit. */
  async visit(request: VisitRequest, hooks: VisitHooks, ladder: LadderSettings = {}): Promise<VisitOutcome> {
    const since = performance.now();
    const { sourceUrl, targets } = request;
    const opened = await this.open(
      { sourceUrl, targetUrls: targets.map((target) => target.targetUrl) },
      hooks,
      ladder,
    );
    if ('deferred' in opened) return { kind: 'deferred', slot: opened.deferred };
    const visits: TargetVisit[] = [];
    for (const target of targets) {
      const seen = await opened.page.lookFor(target);
      if ('deferred' in seen) return { kind: 'deferred', slot: seen.deferred };
      visits.push(seen);
    }
    return {
      kind: 'visited',
      visits,
      answered: opened.answered,
      retryAfter: opened.retryAfter,
      tookMs: Math.round(performance.now() - since),
    };
  }

  /** Fetches and reads a page, for looking at it target by target. */
  async open(request: OpenRequest, hooks: VisitHooks, ladder: LadderSettings = {}): Promise<OpenedPage> {
    const { means } = this;
    const gate = new RobotsGate(means, hooks, this.questions);
    const reading = await readPage({ ...means, gate }, new URL(request.sourceUrl));
    if ('deferred' in reading) return reading;
    const settings = request.targetUrls.length > 1 ? readingOnce(ladder) : ladder;
    const follower = new LinkFollower(means.fetcher, gate, request.targetUrls, settings);
    const { allowed, robotsAnswered } = gate;
    const page = new VisitedPage({ means, gate, hooks, reading, follower, ladder: settings, allowed });
    const retryAfter = reading.headers === null ? null : headerValue(reading.headers, 'retry-after');
    return { page, answered: reading.status !== null || robotsAnswered, retryAfter };
  }

  /** Asks for a target page itself, without reading it: does it still answer, and where does it lead? */
  async probe(targetUrl: string, hooks: VisitHooks): Promise<TargetProbe> {
    const gate = new RobotsGate(this.means, hooks, this.questions);
    const trail = new Trail();
    const result = await walk(this.means.fetcher, new URL(targetUrl), {
      deadline: new Deadline(20_000),
      trail,
      before: gate.before,
      after: gate.after,
      wantsBody: () => false,
    });
    if (result.kind === 'stopped' && result.by.kind === 'deferred')
      return { kind: 'deferred', slot: result.by.slot };
    const visit: Visit = {
      failure: failureOf(result),
      robotsAllowed: gate.allowed,
      status: result.kind === 'answered' ? result.answer.status : (trail.redirects.at(-1)?.status ?? null),
      finalUrl: trail.urls.at(-1) ?? targetUrl,
      redirects: trail.redirects,
      contentType: result.kind === 'answered' ? headerValue(result.answer.headers, 'content-type') : null,
      page: null,
      limit: null,
      rendering: 'none',
      matches: [],
    };
    return { kind: 'probed', visit };
  }
}

/** Many targets are held against the same links: those are read once for all of them. */
function readingOnce(ladder: LadderSettings): LadderSettings {
  return { ...ladder, readings: new Map<string, AddressReading>() };
}

function failureOf(result: Walk<Stop>): Visit['failure'] {
  if (result.kind === 'failed') return result.failure;
  return result.kind === 'stopped' && result.by.kind === 'unanswered' ? result.by.failure : null;
}
