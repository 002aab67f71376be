import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type ItemOutcome, type JobItem, type ProgressJob, scopeOfJob } from './progress-job.js';
import { ProgressJobs } from './progress-jobs.js';
import { settleItems, waitingItems } from './progress-rows.js';
import { ProgressTasks } from './progress-tasks.js';

/** What became of records, by their ids; those left out are skipped. */
export type Outcomes = ReadonlyMap<string, ItemOutcome>;

/** Work on a snapshot of records, some at a time. */
export interface ChunkedTask<Row> {
  /** Records of one chunk. */
  readonly size: number;
  /** The rows of these ids, held until the chunk is done. */
  readonly lock: (ids: string[]) => Promise<readonly Row[]>;
  /** Does one chunk within the open transaction. */
  readonly step: (rows: readonly Row[], job: ProgressJob) => Promise<Outcomes>;
  /** Runs once all is done, in a transaction of the scope. */
  readonly finished?: (job: ProgressJob) => Promise<void>;
}

/**
 * Works through a snapshot of records in chunks: their rows are locked together, and what became of them is committed together with what
 * was done, so a job taken up after a crash goes on exactly where it was.
 */
@Injectable()
export class ChunkedTasks {
  constructor(
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly progress: ProgressJobs,
  ) {}

  /** Registers the background task of a kind of job. */
  register<Row>(kind: string, task: ChunkedTask<Row>): void {
    this.tasks.whole(kind, async (job, attempt) => {
      while (await this.chunk(job, task)) {
        if (attempt.signal.aborted)
          throw new Error('the worker is stopping; the job goes on at the next attempt');
      }
      return this.database.inWorkspace(scopeOfJob(job), async () => {
        await task.finished?.(job);
        const { finished, failed } = await this.progress.get(job.id);
        return { action: job.params['action'] ?? null, finished, failed };
      });
    });
  }

  private chunk<Row>(job: ProgressJob, { size, lock, step }: ChunkedTask<Row>): Promise<boolean> {
    return this.database.inWorkspace(scopeOfJob(job), async () => {
      const items = await waitingItems(this.database.manager(), job.id, size);
      if (items.length === 0) return false;
      const outcomes = await step(await lock(items.map((item) => item.id)), job);
      const settled = items.map((item): [JobItem, ItemOutcome] => [
        item,
        outcomes.get(item.id) ?? { state: 'skipped' },
      ]);
      await settleItems(this.database.manager(), job.id, settled);
      await this.progress.tell(job.id);
      return true;
    });
  }
}
