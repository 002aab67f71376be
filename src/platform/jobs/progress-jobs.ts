import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import { AppError } from '../errors/app-error.js';
import { Notify } from '../events/notify.js';
import { Jobs } from './jobs.js';
import { mayWatch, type NewProgressJob, type ProgressJob } from './progress-job.js';
import { findJob, insertJob } from './progress-rows.js';

/** The topic under which news of these jobs travels. */
export const JOB_NEWS = 'jobs';

/** Attempts before a job that keeps failing is told to be failed: about a minute, so that nobody watches in vain. */
const ATTEMPTS = 5;

/**
 * Work that a person can watch. Creating it writes the job, its snapshot of ids and the background task in the open
 * transaction; answer 202 with the id. The methods that change it belong to the task, in its own transactions.
 */
@Injectable()
export class ProgressJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly notify: Notify,
  ) {}

  /** Creates a job; its background task gets `{ workspaceId, jobId }`. Answers the job's id. */
  async create(wanted: NewProgressJob): Promise<string> {
    const { workspaceId, userId = null, clientIds = null } = this.database.scope();
    const createdAt = this.clock.now();
    const job: ProgressJob = {
      id: newId(createdAt),
      workspaceId,
      kind: wanted.kind,
      state: 'waiting',
      total: wanted.itemIds?.length ?? wanted.total ?? 0,
      finished: 0,
      failed: 0,
      params: wanted.params ?? {},
      result: {},
      errorCode: null,
      createdBy: userId,
      limitedTo: clientIds,
      createdAt,
      startedAt: null,
      finishedAt: null,
    };
    await insertJob(this.database.manager(), job, wanted.itemIds ?? []);
    await this.jobs.add(
      wanted.kind,
      { workspaceId, jobId: job.id },
      { attempts: wanted.attempts ?? ATTEMPTS },
    );
    return job.id;
  }

  /** One job. Refuses with `job.not_found`; so is somebody else's for a member limited to clients. */
  async get(id: string): Promise<ProgressJob> {
    const job = await findJob(this.database.manager(), id);
    if (job === null || !mayWatch(job, this.database.scope())) throw new AppError('job.not_found');
    return job;
  }

  /** The task has begun, or is taken up again after a crash. Answers the job as it stands, with its watermark. */
  async begin(id: string): Promise<ProgressJob> {
    await this.change(id, `state = 'running', started_at = coalesce(started_at, $2)`, [this.clock.now()]);
    return this.get(id);
  }

  /** Steps that are through, for a job that keeps its own watermark; `total` once it is known. */
  async advance(id: string, steps: { finished?: number; failed?: number; total?: number }): Promise<void> {
    await this.change(id, 'finished = finished + $2, failed = failed + $3, total = coalesce($4, total)', [
      steps.finished ?? 0,
      steps.failed ?? 0,
      steps.total ?? null,
    ]);
  }

  async finish(id: string, result: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.change(id, `state = 'done', result = $2, finished_at = $3`, [
      JSON.stringify(result),
      this.clock.now(),
    ]);
  }

  /** The whole job came to nothing; `errorCode` is a code of refusal that the screen can say. */
  async fail(id: string, errorCode: string): Promise<void> {
    await this.change(id, `state = 'failed', error_code = $2, finished_at = $3`, [
      errorCode,
      this.clock.now(),
    ]);
  }

  /** What it did was taken back. */
  async undone(id: string): Promise<void> {
    await this.change(id, `state = 'undone'`, []);
  }

  /** Tells who watches that the job changed; goes out with the open transaction. */
  async tell(id: string): Promise<void> {
    await this.notify.publish(JOB_NEWS, { workspaceId: this.database.scope().workspaceId, id });
  }

  private async change(id: string, assignments: string, values: readonly unknown[]): Promise<void> {
    await this.database.manager().query(`update jobs set ${assignments} where id = $1`, [id, ...values]);
    await this.tell(id);
  }
}
