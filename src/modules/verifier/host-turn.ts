import { deferredUntil } from '../../core/verifier/host-backoff.js';
import { type PlannedPage, planTurn } from '../../core/verifier/turn-plan.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { PlacementToCheck } from '../placements/placement-checks.service.js';
import type { DueItem } from './due.repository.js';
import { type DeferredPage, PageCheck } from './page-check.js';
import { TurnRobots } from './robots-copies.repository.js';
import type { TurnMeans } from './turn-means.js';
import { BROKEN_AGAIN_MS, TurnResults } from './turn-results.js';
import type { Deferral, TurnSlots } from './turn-slots.js';

/** At most this many placements (and as many target pages) a turn: then others get the host. */
export const MOST_A_TURN = 20;

/**
 * One turn at one leased host: its due placements page by page, then target pages of ours on it. Ends early when the host
 * wants to be left alone, the lease is lost, or the worker stops.
 */
export class HostTurn {
  private readonly results: TurnResults;
  private readonly pages: PageCheck;
  private readonly taken = new Set<string>();
  private isOver = false;
  private isWoken = false;

  constructor(
    private readonly means: TurnMeans,
    private readonly slots: TurnSlots,
  ) {
    const { placements, leases, robots } = means.ledger;
    const stillOurs = () => leases.holds(slots.lease);
    const { doubt, log } = means;
    this.results = new TurnResults({ placements, doubt, stillOurs, slot: slots.lease.slot, log });
    this.pages = new PageCheck(means, slots, new TurnRobots(robots));
  }

  /** Something on this host was asked for: it is looked at before the rest. */
  wake(): void {
    this.isWoken = true;
  }

  async run(): Promise<void> {
    try {
      await this.placements();
      await this.write();
      if (this.goesOn()) await this.targetPages();
    } catch (error) {
      if (!(error instanceof AppError))
        await this.means.ledger.leases.rest(this.slots.lease, this.later(BROKEN_AGAIN_MS));
      throw error;
    } finally {
      await this.slots.release();
    }
  }

  private async placements(): Promise<void> {
    while (this.goesOn() && this.taken.size < MOST_A_TURN) {
      const plan = planTurn(await this.due());
      if (plan.length === 0) return;
      this.isWoken = false;
      for (const page of plan) {
        await this.check(page);
        if (this.results.isDue) await this.write();
        if (this.mustLookAgain()) break;
      }
      await this.write();
    }
  }

  private goesOn(): boolean {
    return !this.isOver;
  }

  private mustLookAgain(): boolean {
    return this.isOver || this.isWoken;
  }

  /** What is due and was not taken in this turn, read in the workspace it belongs to. */
  private async due(): Promise<PlacementToCheck[]> {
    const { due, placements } = this.means.ledger;
    const items = await due.placements(this.slots.lease.slot, this.means.clock.now(), MOST_A_TURN);
    const fresh = items.filter(({ id }) => !this.taken.has(id)).slice(0, MOST_A_TURN - this.taken.size);
    const ofWorkspace = (workspaceId: string) => fresh.filter((item) => item.workspaceId === workspaceId);
    const read: PlacementToCheck[] = [];
    for (const workspaceId of new Set(fresh.map((item) => item.workspaceId)))
      read.push(
        ...(await placements.load(
          workspaceId,
          ofWorkspace(workspaceId).map(({ id }) => id),
        )),
      );
    const order = new Map(fresh.map(({ id }, place) => [id, place]));
    return read.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  }

  private async check(page: PlannedPage<PlacementToCheck>): Promise<void> {
    for (const { id } of page.placements) this.taken.add(id);
    const outcome = await this.pages.check(page);
    if (outcome.kind === 'checked') {
      this.results.add(outcome.results);
      this.isOver ||= outcome.hostIsLeftAlone;
      return;
    }
    if (outcome.kind === 'broken') return this.deferAll(page.placements, this.later(BROKEN_AGAIN_MS));
    const until = await this.retryAt(outcome);
    if (until !== null) await this.deferAll(page.placements, until);
  }

  private async deferAll(items: readonly DueItem[], until: Date): Promise<void> {
    for (const { workspaceId, id } of items)
      await this.means.ledger.placements.defer(workspaceId, [id], until);
  }

  /** When a deferred check is tried again; null when the turn is over, for then it simply stays due. */
  private async retryAt({ deferral, isWholeHost }: DeferredPage): Promise<Date | null> {
    const until = retryTime(deferral, this.means.clock.now());
    if (until === null || isWholeHost) this.isOver = true;
    if (until === null || !isWholeHost) return until;
    await this.means.ledger.leases.rest(this.slots.lease, until);
    return null;
  }

  private later(ms: number): Date {
    return new Date(this.means.clock.now().getTime() + ms);
  }

  private async write(): Promise<void> {
    if (!(await this.results.write())) this.isOver = true;
  }

  private async targetPages(): Promise<void> {
    const { due, targets, leases } = this.means.ledger;
    for (const item of await due.targetPages(this.slots.lease.slot, this.means.clock.now(), MOST_A_TURN)) {
      if (!this.goesOn()) return;
      const url = await targets.urlOf(item);
      if (url === null) continue;
      const outcome = await this.pages.probe(url);
      if (outcome.kind === 'probed') {
        const written = await targets.record(item, outcome.visit, () => leases.holds(this.slots.lease));
        this.isOver ||= !written || outcome.hostIsLeftAlone;
        continue;
      }
      const until = await this.retryAt(outcome);
      if (until !== null) await targets.defer(item, until);
    }
  }
}

/** A moment when the host on the way may be free; null when this worker may not go on at all. */
function retryTime(deferral: Deferral | null, now: Date): Date | null {
  if (deferral?.kind === 'backing_off') return deferral.until;
  return deferral?.kind === 'taken' ? deferredUntil(now, Math.random()) : null;
}
