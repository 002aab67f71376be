import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobHandlers, type JobPayload } from './job-handlers.js';

export interface JobOptions {
  /** A waiting job of the same task, workspace and key is replaced by this one. */
  readonly key?: string;
  /** Not before this moment. For seconds and minutes; later work is a due column read by a tick. */
  readonly runAt?: Date;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
  /** Attempts before it is given up; 25 where absent, with waits that grow. */
  readonly attempts?: number;
}

/** Adds background jobs in the open transaction: a job exists exactly if the fact it serves is committed. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
  ) {}

  async add(task: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
    this.handlers.handler(task);
    const key = options.key === undefined ? null : `${task}:${payload.workspaceId}:${options.key}`;
    await this.database
      .manager()
      .query(
        `select 1 from graphile_worker.add_job($1, payload := $2::json, job_key := $3, run_at := $4, queue_name := $5, max_attempts := $6)`,
        [
          task,
          JSON.stringify(payload),
          key,
          options.runAt ?? null,
          options.queue ?? null,
          options.attempts ?? null,
        ],
      );
  }
}
