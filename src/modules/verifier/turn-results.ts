import { isProof } from '../../core/verifier/proof.js';
import type { Verdict } from '../../core/verifier/verdict.js';
import {
  type JudgedCheck,
  type PlacementChecksService,
  type PlacementToCheck,
} from '../placements/placement-checks.service.js';
import type { LineDoubt, Surprise } from './line-doubt.js';

/** A judged check with the placement it is of. */
export interface TurnResult {
  readonly placement: PlacementToCheck;
  readonly check: JudgedCheck;
}

interface Means {
  readonly placements: PlacementChecksService;
  readonly doubt: LineDoubt;
  /** Whether the host's lease is still ours; asked inside the transaction that writes. */
  readonly stillOurs: () => Promise<boolean>;
  readonly slot: string;
}

/** Results wait this long for others of their host, so that a slow host's are not kept back and a quick one's are written together. */
const LONGEST_WAIT_MS = 3_000;
const MOST_WAITING = 20;

/** Results of one turn on their way into the ledger: written together, under the host's lease or not at all. */
export class TurnResults {
  private waiting: TurnResult[] = [];
  private since = 0;

  constructor(private readonly means: Means) {}

  add(results: readonly TurnResult[]): void {
    if (this.waiting.length === 0) this.since = performance.now();
    this.waiting.push(...results);
  }

  /** Whether what waits is to be written now: somebody watches, it is much, or it has waited long. */
  get isDue(): boolean {
    if (this.waiting.length === 0) return false;
    const isWatched = this.waiting.some(({ placement }) => placement.isAsked);
    return (
      isWatched || this.waiting.length >= MOST_WAITING || performance.now() - this.since >= LONGEST_WAIT_MS
    );
  }

  /** Writes what waits, one transaction a workspace; false when the lease was lost, and then nothing more may be done. */
  async write(): Promise<boolean> {
    const results = this.waiting;
    this.waiting = [];
    for (const [workspaceId, ofWorkspace] of byWorkspace(results)) {
      if (!(await this.writeWorkspace(workspaceId, ofWorkspace))) return false;
    }
    return true;
  }

  private async writeWorkspace(workspaceId: string, results: readonly TurnResult[]): Promise<boolean> {
    const { placements, doubt, stillOurs, slot } = this.means;
    const silence = doubt.silence;
    if (silence !== null) {
      await placements.defer(
        workspaceId,
        results.map(({ placement }) => placement.id),
        silence,
      );
      return true;
    }
    const written = await placements.record(
      workspaceId,
      results.map(({ check }) => check),
      stillOurs,
    );
    if (written === null) return false;
    const surprises = results.map(({ placement, check }): Surprise | null => {
      const own = written.find(({ checkId }) => checkId === check.id);
      if (own === undefined || !isSurprising(placement, check.judgement.verdict)) return null;
      return { takeBack: (retryAt) => placements.takeBack(workspaceId, own, retryAt) };
    });
    await doubt.note(slot, results[0]?.check.at ?? new Date(0), surprises);
    return true;
  }
}

function isSurprising(placement: PlacementToCheck, verdict: Verdict): boolean {
  return placement.wasReadable && !isProof(verdict);
}

function byWorkspace(results: readonly TurnResult[]): Map<string, TurnResult[]> {
  const grouped = new Map<string, TurnResult[]>();
  for (const result of results) {
    const { workspaceId } = result.placement;
    grouped.set(workspaceId, [...(grouped.get(workspaceId) ?? []), result]);
  }
  return grouped;
}
