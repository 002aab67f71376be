import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type JobItem, type ProgressJob, scopeOfJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { settleItems, waitingItems } from '../../platform/jobs/progress-rows.js';
import { type JobResult, ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { AddressLook } from './address-look.js';
import { type AddressRow, AddressRowsRepository } from './address-rows.repository.js';

/** Name of the background task that checks the addresses of many contacts. */
export const CHECK_TASK = 'contacts.check_addresses';

const CHUNK = 100;

/** Checks addresses a hundred contacts at a time: read in one transaction, looked at outside of any, written down in another with the progress. */
@Injectable()
export class ContactCheckJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly progress: ProgressJobs,
    private readonly addresses: AddressRowsRepository,
    private readonly look: AddressLook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tasks.whole(CHECK_TASK, async (job, attempt) => {
      while (await this.chunk(job)) {
        if (attempt.signal.aborted)
          throw new Error('the worker is stopping; the job goes on at the next attempt');
      }
      return this.result(job);
    });
  }

  private async chunk(job: ProgressJob): Promise<boolean> {
    const scope = scopeOfJob(job);
    const { items, rows } = await this.database.inWorkspace(scope, () => this.waiting(job));
    if (items.length === 0) return false;
    const results = await this.look.at(rows);
    await this.database.inWorkspace(scope, async () => {
      await this.addresses.record(results, 'check', this.clock.now());
      const checked = new Set(rows.map(({ contactId }) => contactId));
      const outcomes = items.map(
        (item) => [item, { state: checked.has(item.id) ? 'done' : 'skipped' }] as const,
      );
      await settleItems(this.database.manager(), job.id, outcomes);
      await this.progress.tell(job.id);
    });
    return true;
  }

  private async waiting(job: ProgressJob): Promise<{ items: JobItem[]; rows: AddressRow[] }> {
    const items = await waitingItems(this.database.manager(), job.id, CHUNK);
    return { items, rows: await this.addresses.ofContacts(items.map(({ id }) => id)) };
  }

  private result(job: ProgressJob): Promise<JobResult> {
    return this.database.inWorkspace(scopeOfJob(job), async () => {
      const { finished, failed } = await this.progress.get(job.id);
      return { finished, failed };
    });
  }
}
