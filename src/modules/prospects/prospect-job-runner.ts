import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import {
  type ItemOutcome,
  type JobItem,
  type ProgressJob,
  scopeOfJob,
} from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { settleItems, waitingItems } from '../../platform/jobs/progress-rows.js';
import { ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { type HeldProspect, ProspectsRepository } from './prospects.repository.js';

/** What became of prospects, by their ids; those left out are skipped. */
export type Outcomes = ReadonlyMap<string, ItemOutcome>;

/** Does one chunk within the open transaction. */
export type ProspectStep = (rows: readonly HeldProspect[], job: ProgressJob) => Promise<Outcomes>;

interface ProspectTask {
  readonly step: ProspectStep;
  /** Runs once all is done, in a transaction of the scope. */
  readonly finished?: (job: ProgressJob) => Promise<void>;
}

/** Every step is a few statements whatever its size; progress is seen five times a thousand. */
const CHUNK = 500;

/**
 * Works through a snapshot of prospects in chunks: their rows are locked together, and what became of them is committed together with
 * what was done, so a job taken up after a crash goes on exactly where it was.
 */
@Injectable()
export class ProspectJobRunner {
  constructor(
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly progress: ProgressJobs,
    private readonly prospects: ProspectsRepository,
  ) {}

  /** Registers the background task of a kind of job. */
  register(kind: string, task: ProspectTask): void {
    this.tasks.whole(kind, async (job, attempt) => {
      const scope = scopeOfJob(job);
      while (await this.chunk(scope, job, task.step)) {
        if (attempt.signal.aborted)
          throw new Error('the worker is stopping; the job goes on at the next attempt');
      }
      return this.database.inWorkspace(scope, async () => {
        await task.finished?.(job);
        const { finished, failed } = await this.progress.get(job.id);
        return { action: job.params['action'] ?? null, finished, failed };
      });
    });
  }

  private chunk(scope: WorkspaceScope, job: ProgressJob, step: ProspectStep): Promise<boolean> {
    return this.database.inWorkspace(scope, async () => {
      const items = await waitingItems(this.database.manager(), job.id, CHUNK);
      if (items.length === 0) return false;
      const outcomes = await step(await this.prospects.lockAll(items.map((item) => item.id)), job);
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
