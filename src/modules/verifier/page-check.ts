import type { Visit } from '../../core/verifier/facts.js';
import { backedOffUntil, retryAfterMs } from '../../core/verifier/host-backoff.js';
import { judge } from '../../core/verifier/judge.js';
import type { PlannedPage } from '../../core/verifier/turn-plan.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { RobotsStore } from '../../platform/fetch/robots-source.js';
import type { PlacementToCheck } from '../placements/placement-checks.service.js';
import { checkEvidence } from './check-evidence.js';
import type { TurnMeans } from './turn-means.js';
import type { TurnResult } from './turn-results.js';
import type { Deferral, TurnSlots } from './turn-slots.js';
import type { TargetVisit, VisitHooks, VisitOutcome } from './visit/visit-types.js';

/** What came of one page: results; or it could not be visited now; or our own code failed on it. */
export type PageOutcome =
  | { readonly kind: 'checked'; readonly results: readonly TurnResult[]; readonly hostIsLeftAlone: boolean }
  | DeferredPage
  | { readonly kind: 'broken' };

export type ProbeOutcome =
  | { readonly kind: 'probed'; readonly visit: Visit; readonly hostIsLeftAlone: boolean }
  | DeferredPage;

/** The page could not be asked for. Where not even robots.txt could be read, no other page of the host can be. */
export interface DeferredPage {
  readonly kind: 'deferred';
  readonly deferral: Deferral | null;
  readonly isWholeHost: boolean;
}

/** Visits pages of one turn and judges what is found for each placement on them. */
export class PageCheck {
  constructor(
    private readonly means: TurnMeans,
    private readonly slots: TurnSlots,
    private readonly robots: RobotsStore,
  ) {}

  /** Visits a page once for all its placements. A failure of our own code is logged and does not stop the host. */
  async check(page: PlannedPage<PlacementToCheck>): Promise<PageOutcome> {
    try {
      return await this.visit(page);
    } catch (error) {
      if (error instanceof AppError) throw error;
      this.means.log.error(
        { err: error, url: page.url },
        'a page could not be checked: this is a fault of the program',
      );
      return { kind: 'broken' };
    } finally {
      await this.slots.endVisit();
    }
  }

  /** Asks for a target page of ours. */
  async probe(url: string): Promise<ProbeOutcome> {
    try {
      this.slots.startVisit(this.means.config.hostGapMs);
      const outcome = await this.means.visitor.probe(url, this.hooks([]));
      if (outcome.kind === 'deferred') return await this.deferred(url);
      const hostIsLeftAlone = await this.listen(outcome.visit, null);
      return { kind: 'probed', visit: outcome.visit, hostIsLeftAlone };
    } finally {
      await this.slots.endVisit();
    }
  }

  private async deferred(url: string): Promise<DeferredPage> {
    const isWholeHost = (await this.robots.get(new URL(url).origin)) === null;
    return { kind: 'deferred', deferral: this.slots.deferral, isWholeHost };
  }

  private async visit({ url, placements }: PlannedPage<PlacementToCheck>): Promise<PageOutcome> {
    this.slots.startVisit(gapFor(placements, this.means.config.hostGapMs));
    this.means.progress.tell('queued', placements);
    const targets = placements.map(({ terms }) => ({ targetUrl: terms.targetUrl, match: terms.match }));
    const outcome = await this.means.visitor.visit({ sourceUrl: url, targets }, this.hooks(placements));
    if (outcome.kind === 'deferred') return this.deferred(url);
    this.means.progress.tell('judging', placements);
    const first = outcome.visits[0]?.visit;
    const hostIsLeftAlone = first === undefined ? false : await this.listen(first, outcome.retryAfter);
    return { kind: 'checked', results: this.judged(placements, outcome), hostIsLeftAlone };
  }

  private judged(
    placements: readonly PlacementToCheck[],
    outcome: Extract<VisitOutcome, { kind: 'visited' }>,
  ): TurnResult[] {
    const at = this.means.clock.now();
    return placements.flatMap((placement, place) => {
      const seen = outcome.visits[place];
      return seen === undefined ? [] : [judged(placement, seen, { at, durationMs: outcome.tookMs })];
    });
  }

  /** A host that says 429 or 503 is left alone as long as it wishes; one that answers otherwise starts afresh. */
  private async listen(visit: Visit, retryAfter: string | null): Promise<boolean> {
    const { leases } = this.means.ledger;
    const lease = this.slots.lastAsked();
    if (visit.status !== 429 && visit.status !== 503) {
      if (visit.failure === null && lease.backoffs > 0) await leases.forgetBackoff(lease);
      return false;
    }
    const now = this.means.clock.now();
    await leases.backOff(lease, backedOffUntil(now, retryAfterMs(retryAfter, now), lease.backoffs));
    return lease.slot === this.slots.lease.slot;
  }

  private hooks(placements: readonly PlacementToCheck[]): VisitHooks {
    let isFetching = false;
    return {
      beforeRequest: async (notice) => {
        const answer = await this.slots.beforeRequest(notice);
        if (answer === 'go' && !isFetching) this.means.progress.tell('fetching', placements);
        isFetching = true;
        return answer;
      },
      afterRequest: (notice) => {
        this.slots.afterRequest(notice);
        if (!notice.url.endsWith('/robots.txt')) this.means.progress.tell('reading', placements);
      },
      robots: this.robots,
      render: true,
      evidence: placements.length > 0,
    };
  }
}

function judged(
  placement: PlacementToCheck,
  seen: TargetVisit,
  { at, durationMs }: { at: Date; durationMs: number },
): TurnResult {
  const check = {
    id: newId(at),
    placementId: placement.id,
    revision: placement.revision,
    at,
    origin: placement.isAsked ? ('asked' as const) : ('schedule' as const),
    visit: seen.visit,
    judgement: judge(placement.terms, seen.visit, placement.context),
    evidence: checkEvidence(seen),
    durationMs,
  };
  return { placement, check };
}

/** The longest gap anybody whose placement stands on the page asks for. */
function gapFor(placements: readonly PlacementToCheck[], installationMs: number): number {
  return Math.max(installationMs, ...placements.map(({ hostGapMs }) => hostGapMs ?? 0));
}
