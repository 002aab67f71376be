import type { RobotsAllowed, Visit } from '../../../core/verifier/facts.js';
import { matchOccurrences } from '../../../core/verifier/redirect-steps.js';
import { isAccepted, isAtLeast, type LadderSettings } from '../../../core/verifier/url-ladder.js';
import { headerValue } from '../../../platform/fetch/page-fetcher.js';
import { cutEvidence } from './evidence.js';
import type { LinkFollower } from './link-follower.js';
import type { PageReading } from './page-reading.js';
import { type RenderedPage, renderPage } from './page-rendering.js';
import type { RobotsGate } from './robots-gate.js';
import type { TargetVisit, VisitHooks, VisitorMeans, VisitTarget } from './visit-types.js';

/** A page as it was read, and what may be asked beside it. */
export interface VisitedPageParts {
  readonly means: VisitorMeans;
  readonly gate: RobotsGate;
  readonly hooks: VisitHooks;
  readonly reading: PageReading;
  readonly follower: LinkFollower;
  readonly ladder: LadderSettings;
  /** What robots.txt said about the page and its redirects. */
  readonly allowed: RobotsAllowed | null;
}

interface Deferred {
  readonly deferred: string;
}

/** One reading of the page held against one target. */
type Look = Pick<Visit, 'matches' | 'ownSiteRedirects'> & {
  readonly reading: PageReading;
  /** Whether an occurrence stands at the accepted step or better. */
  readonly found: boolean;
};

/** A page that was read once, and what is looked for on it. It is rendered once at most, for the first target that needs it. */
export class VisitedPage {
  private rendering: RenderedPage | null = null;

  constructor(private readonly parts: VisitedPageParts) {}

  async lookFor(target: VisitTarget): Promise<TargetVisit | Deferred> {
    const raw = await this.look(this.parts.reading, target);
    if ('deferred' in raw) return raw;
    if (raw.found || !this.wantsRendering()) return this.report(target, raw, 'none');
    const rendering = await this.render();
    if ('deferred' in rendering) return rendering;
    if (rendering.reading === null) return this.report(target, raw, 'failed');
    const rendered = await this.look(rendering.reading, target);
    if ('deferred' in rendered) return rendered;
    // An unfinished rendering may show that a link is there, never that it is not.
    if (!rendered.found && !rendering.complete) return this.report(target, raw, 'failed');
    return this.report(target, rendered, 'done');
  }

  private async render(): Promise<RenderedPage> {
    const { means, gate, reading } = this.parts;
    this.rendering ??= await renderPage(means, gate, reading);
    return this.rendering;
  }

  private async look(reading: PageReading, target: VisitTarget): Promise<Look | Deferred> {
    const occurrences = reading.facts?.occurrences ?? [];
    const { follower, ladder } = this.parts;
    let seen = matchOccurrences(occurrences, target.targetUrl, follower.chains, ladder);
    if (!seen.matches.some((step) => isAtLeast(step, 'equivalent'))) {
      const followed = await follower.follow(occurrences, target.targetUrl, reading.finalUrl);
      if ('deferred' in followed) return followed;
      if (followed.chains.size > 0)
        seen = matchOccurrences(occurrences, target.targetUrl, followed.chains, ladder);
    }
    const own = new Set(seen.ownSiteRedirects);
    const found = seen.matches.some((step, index) => isAccepted(step, target.match, own.has(index)));
    return { ...seen, reading, found };
  }

  private wantsRendering(): boolean {
    const { hooks, means, reading } = this.parts;
    return hooks.render && means.renderer !== null && reading.facts?.looksScriptBuilt === true;
  }

  private report(target: VisitTarget, look: Look, rendering: Visit['rendering']): TargetVisit {
    const { reading, matches, ownSiteRedirects } = look;
    const visit: Visit = {
      failure: reading.failure,
      robotsAllowed: this.parts.allowed,
      status: reading.status,
      finalUrl: reading.finalUrl,
      redirects: reading.redirects,
      contentType: contentTypeOf(reading),
      page: reading.facts,
      limit: reading.limit,
      rendering,
      matches,
      ...(ownSiteRedirects === undefined ? {} : { ownSiteRedirects }),
    };
    return { target, visit, evidence: this.evidence(look, rendering === 'done') };
  }

  private evidence({ reading, matches }: Look, rendered: boolean): TargetVisit['evidence'] {
    const { body, headers, facts } = reading;
    if (!this.parts.hooks.evidence || body === null || headers === null) return null;
    const contentType = contentTypeOf(reading);
    return cutEvidence({ body, headers, contentType, rendered }, facts?.occurrences ?? [], matches);
  }
}

function contentTypeOf({ headers }: PageReading): string | null {
  return headers === null ? null : headerValue(headers, 'content-type');
}
