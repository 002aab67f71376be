import type { Visit } from '../../../core/verifier/facts.js';
import type { LadderSettings } from '../../../core/verifier/url-ladder.js';
import { Deadline } from '../../../platform/fetch/deadline.js';
import { headerValue } from '../../../platform/fetch/page-fetcher.js';
import { Trail, type Walk, walk } from '../../../platform/fetch/redirect-walk.js';
import { LinkFollower } from './link-follower.js';
import { readPage } from './page-reading.js';
import { RobotsGate, type Stop } from './robots-gate.js';
import type {
  TargetProbe,
  TargetVisit,
  VisitHooks,
  VisitOutcome,
  VisitorMeans,
  VisitRequest,
} from './visit-types.js';
import { VisitedPage } from './visited-page.js';

/**
 * Visits one page for all that is looked for on it: robots.txt, the page with its redirects, its facts, links that may lead to a
 * target, and a rendering where nothing was found on a script-built page. Records and judges nothing.
 */
export class PageVisitor {
  constructor(private readonly means: VisitorMeans) {}

  /** `request.sourceUrl` must be an http(s) URL; what else goes wrong is part of the visit. */
  async visit(request: VisitRequest, hooks: VisitHooks, ladder: LadderSettings = {}): Promise<VisitOutcome> {
    const since = performance.now();
    const gate = new RobotsGate(this.means.fetcher, hooks, this.means.now);
    const reading = await readPage({ ...this.means, gate }, new URL(request.sourceUrl));
    if ('deferred' in reading) return { kind: 'deferred', slot: reading.deferred };
    const targets = request.targets.map((target) => target.targetUrl);
    const follower = new LinkFollower(this.means.fetcher, gate, targets, ladder);
    const { allowed, robotsAnswered } = gate;
    const page = new VisitedPage({ means: this.means, gate, hooks, reading, follower, ladder, allowed });
    const visits: TargetVisit[] = [];
    for (const target of request.targets) {
      const seen = await page.lookFor(target);
      if ('deferred' in seen) return { kind: 'deferred', slot: seen.deferred };
      visits.push(seen);
    }
    const answered = reading.status !== null || robotsAnswered;
    const retryAfter = reading.headers === null ? null : headerValue(reading.headers, 'retry-after');
    return { kind: 'visited', visits, answered, retryAfter, tookMs: Math.round(performance.now() - since) };
  }

  /** Asks for a target page itself, without reading it: does it still answer, and where does it lead? */
  async probe(targetUrl: string, hooks: VisitHooks): Promise<TargetProbe> {
    const gate = new RobotsGate(this.means.fetcher, hooks, this.means.now);
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

function failureOf(result: Walk<Stop>): Visit['failure'] {
  if (result.kind === 'failed') return result.failure;
  return result.kind === 'stopped' && result.by.kind === 'unanswered' ? result.by.failure : null;
}
