import type { WorkspaceScope } from '../database/scope.js';

/** Where work that a person can watch stands. */
export type ProgressState = 'waiting' | 'running' | 'done' | 'failed' | 'undone';

/** Work that a person can watch: an import, a bulk act, an undo. */
export interface ProgressJob {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: string;
  readonly state: ProgressState;
  readonly total: number;
  /** Items that are through, with or without a change. */
  readonly finished: number;
  readonly failed: number;
  /** What was asked for. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What came of it; empty until it is done. */
  readonly result: Readonly<Record<string, unknown>>;
  readonly errorCode: string | null;
  readonly createdBy: string | null;
  /** Clients whoever started it was limited to; null for all of the workspace. */
  readonly limitedTo: readonly string[] | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** The scope a job works in: what whoever started it saw then, so that a job never reaches further than its starter. */
export function scopeOfJob(job: ProgressJob): WorkspaceScope {
  return { workspaceId: job.workspaceId, userId: job.createdBy, clientIds: job.limitedTo };
}

/** Whether somebody may look at a job: a member limited to clients only at their own, because its numbers tell of others. */
export function mayWatch(job: ProgressJob, who: WorkspaceScope): boolean {
  return who.clientIds === undefined || who.clientIds === null || job.createdBy === who.userId;
}

/** One thing of the snapshot a job works through. */
export interface JobItem {
  /** Its place in the snapshot, from 1. */
  readonly no: number;
  readonly id: string;
}

/** What became of one item. `before` is what an undo needs to put it back. */
export type ItemOutcome =
  | { readonly state: 'done'; readonly before?: unknown }
  | { readonly state: 'skipped' }
  | { readonly state: 'failed'; readonly errorCode: string };

/** A new job. */
export interface NewProgressJob {
  /** Name of the background task that does it. */
  readonly kind: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** The snapshot of ids it works through, in this order; a job without one keeps its own watermark. */
  readonly itemIds?: readonly string[];
  /** Number of steps where there is no snapshot. */
  readonly total?: number;
  /** Attempts before it is given up, 5 where absent; each death of a worker is one, so work that goes on where it was takes many. */
  readonly attempts?: number;
}
