import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { WorkspaceScope } from '../database/scope.js';
import { AppError } from '../errors/app-error.js';
import { type JobAttempt, JobHandlers, type JobPayload } from './job-handlers.js';
import { type ItemOutcome, type JobItem, type ProgressJob, scopeOfJob } from './progress-job.js';
import { ProgressJobs } from './progress-jobs.js';
import { settleItems, waitingItems } from './progress-rows.js';

export interface ProgressPayload extends JobPayload {
  readonly jobId: string;
}

/** What a whole job came to. */
export type JobResult = Readonly<Record<string, unknown>>;

/** Does a whole job in transactions of its own, from its own watermark. A refusal (`AppError`) fails the job. */
export type WholeJob = (job: ProgressJob, attempt: JobAttempt) => Promise<JobResult>;

/** Does one item within the open transaction. A refusal (`AppError`) fails that item alone. */
export type ItemStep = (item: JobItem, job: ProgressJob) => Promise<ItemOutcome>;

/** Items of one transaction: large enough to be quick, small enough that progress is seen and locks are short. */
const CHUNK = 50;

/** The background tasks behind jobs that a person can watch. */
@Injectable()
export class ProgressTasks {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly progress: ProgressJobs,
  ) {}

  /** Registers the task of a kind of job. It begins, finishes and fails the job around the work. */
  whole(kind: string, work: WholeJob): void {
    this.handlers.register<ProgressPayload>(kind, async ({ workspaceId, jobId }, attempt) => {
      const here = { workspaceId };
      const job = await this.database.inWorkspace(here, () => this.progress.begin(jobId));
      try {
        const result = await work(job, attempt);
        await this.database.inWorkspace(here, () => this.progress.finish(jobId, result));
      } catch (error) {
        const code = finalCode(error, attempt);
        if (code !== null) await this.database.inWorkspace(here, () => this.progress.fail(jobId, code));
        if (!isRefusal(error)) throw error;
      }
    });
  }

  /**
   * Registers the task of a kind of job that does the same step with every item of its snapshot. What became of an
   * item is committed together with what was done to it, so after a crash the job goes on exactly where it was.
   */
  eachItem(kind: string, step: ItemStep): void {
    this.whole(kind, async (job, attempt) => {
      const scope = scopeOfJob(job);
      while (await this.chunk(scope, job, step)) {
        if (attempt.signal.aborted)
          throw new Error('the worker is stopping; the job goes on at the next attempt');
      }
      return {};
    });
  }

  /** Does the next items; false when none is left. */
  private async chunk(scope: WorkspaceScope, job: ProgressJob, step: ItemStep): Promise<boolean> {
    const items = await this.database.inWorkspace(scope, () =>
      waitingItems(this.database.manager(), job.id, CHUNK),
    );
    if (items.length === 0) return false;
    try {
      await this.settle(scope, job, items, step);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      for (const item of items) await this.settleAlone(scope, job, item, step);
    }
    return true;
  }

  private settle(
    scope: WorkspaceScope,
    job: ProgressJob,
    items: readonly JobItem[],
    step: ItemStep,
  ): Promise<void> {
    return this.database.inWorkspace(scope, async () => {
      const outcomes: [JobItem, ItemOutcome][] = [];
      for (const item of items) outcomes.push([item, await step(item, job)]);
      await settleItems(this.database.manager(), job.id, outcomes);
      await this.progress.tell(job.id);
    });
  }

  private async settleAlone(
    scope: WorkspaceScope,
    job: ProgressJob,
    item: JobItem,
    step: ItemStep,
  ): Promise<void> {
    try {
      await this.settle(scope, job, [item], step);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await this.settle(scope, job, [item], () =>
        Promise.resolve({ state: 'failed', errorCode: error.code }),
      );
    }
  }
}

/** A refusal stays one however often it is tried; a database that is away is none. */
function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.status < 500;
}

/** The code a job fails with now, or null when it is tried again. */
function finalCode(error: unknown, attempt: JobAttempt): string | null {
  if (isRefusal(error)) return error.code;
  return attempt.isLast ? 'server.failed' : null;
}
