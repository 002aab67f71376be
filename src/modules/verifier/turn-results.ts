import { isProof } from '../../core/verifier/proof.js';
import type { Verdict } from '../../core/verifier/verdict.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Log } from '../../platform/logging/log.js';
import {
  type JudgedCheck,
  type PlacementChecksService,
  type PlacementToCheck,
  type WrittenCheck,
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
  readonly log: Log;
}

/** Results wait this long for others of their host, so that a slow host's are not kept back and a quick one's are written together. */
const LONGEST_WAIT_MS = 3_000;
const MOST_WAITING = 20;
/** A placement on which our own code fails is left alone for this long. */
export const BROKEN_AGAIN_MS = 3_600_000;

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

  /** Results of a worker that doubts its line are dropped: others may check, and we later. */
  private async writeWorkspace(workspaceId: string, results: readonly TurnResult[]): Promise<boolean> {
    const { placements, doubt, slot } = this.means;
    if (doubt.silence !== null) return false;
    const written = await this.record(workspaceId, results);
    if (written === null) return false;
    const surprises = results.map(({ placement, check }): Surprise | null => {
      const own = written.find(({ checkId }) => checkId === check.id);
      if (own === undefined || !isSurprising(placement, check.judgement.verdict)) return null;
      return { takeBack: (retryAt) => placements.takeBack(workspaceId, own, retryAt) };
    });
    await doubt.note(slot, results[0]?.check.at ?? new Date(0), surprises);
    return true;
  }

  /** One result the ledger does not take must not keep the others of its host out: then each is written alone. */
  private async record(
    workspaceId: string,
    results: readonly TurnResult[],
  ): Promise<readonly WrittenCheck[] | null> {
    const { placements, stillOurs, log } = this.means;
    try {
      const checks = results.map(({ check }) => check);
      return await placements.record(workspaceId, checks, stillOurs);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (results.length > 1) return this.recordEach(workspaceId, results);
      const ids = results.map(({ placement }) => placement.id);
      log.error({ err: error, ids }, 'a check could not be recorded: this is a fault of the program');
      const [result] = results;
      if (result !== undefined)
        await placements.defer(workspaceId, ids, new Date(result.check.at.getTime() + BROKEN_AGAIN_MS));
      return [];
    }
  }

  private async recordEach(
    workspaceId: string,
    results: readonly TurnResult[],
  ): Promise<readonly WrittenCheck[] | null> {
    const written: WrittenCheck[] = [];
    for (const result of results) {
      const one = await this.record(workspaceId, [result]);
      if (one === null) return null;
      written.push(...one);
    }
    return written;
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
