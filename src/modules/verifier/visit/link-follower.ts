import type { Occurrence } from '../../../core/verifier/facts.js';
import { followCandidates, type ObservedChains } from '../../../core/verifier/redirect-steps.js';
import { isAtLeast, type LadderSettings, matchStep } from '../../../core/verifier/url-ladder.js';
import { Deadline } from '../../../platform/fetch/deadline.js';
import type { PageFetcher } from '../../../platform/fetch/page-fetcher.js';
import { Trail, walk } from '../../../platform/fetch/redirect-walk.js';
import type { RobotsGate } from './robots-gate.js';

const FOLLOW_LIMIT_MS = 20_000;

/**
 * Requests links that may lead to a target by a redirect (core says which, at most 3 a target), under the same guard, robots.txt
 * and slots as the page. Each address is asked for once a visit.
 */
export class LinkFollower {
  readonly chains = new Map<string, readonly string[]>();

  constructor(
    private readonly fetcher: PageFetcher,
    private readonly gate: RobotsGate,
    private readonly targets: readonly string[],
    private readonly ladder: LadderSettings,
  ) {}

  /** Follows what is worth following for one target; answers the slot that deferred the visit, or the chains seen. */
  async follow(
    occurrences: readonly Occurrence[],
    targetUrl: string,
    pageUrl: string,
  ): Promise<{ readonly deferred: string } | { readonly chains: ObservedChains }> {
    for (const address of followCandidates(occurrences, targetUrl, { ...this.ladder, pageUrl })) {
      if (this.chains.has(address)) continue;
      const deferred = await this.followOne(new URL(address));
      if (deferred !== null) return { deferred };
    }
    return { chains: this.chains };
  }

  private async followOne(start: URL): Promise<string | null> {
    const trail = new Trail();
    const result = await walk(this.fetcher, start, {
      deadline: new Deadline(FOLLOW_LIMIT_MS),
      trail,
      before: this.gate.before,
      after: this.gate.after,
      wantsBody: () => false,
      arrivedAt: (url) =>
        this.targets.some((target) => isAtLeast(matchStep(url.href, target, this.ladder), 'equivalent')),
    });
    if (result.kind === 'stopped' && result.by.kind === 'deferred') return result.by.slot;
    const ended = result.kind === 'answered' || result.kind === 'arrived';
    this.chains.set(start.href, ended ? trail.urls : []);
    return null;
  }
}
