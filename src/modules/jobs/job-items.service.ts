import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What jobs did to the items of their snapshot, for undoing it, in the open transaction. */
@Injectable()
export class JobItems {
  constructor(private readonly database: Database) {}

  /** Ids of the items a job changed, in its order. */
  async changedBy(jobId: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select item_id as id from job_items where job_id = $1 and state = 'done' and before is not null order by item_no`,
      [jobId],
    );
    return rows.map((row) => row.id);
  }

  /** What some items of a job were before it. */
  async before<Before>(jobId: string, itemIds: readonly string[]): Promise<ReadonlyMap<string, Before>> {
    const rows = await this.query<{ id: string; before: Before }>(
      `select item_id as id, before from job_items where job_id = $1 and state = 'done' and item_id = any ($2::uuid[])`,
      [jobId, itemIds],
    );
    return new Map(rows.map((row) => [row.id, row.before]));
  }

  /** Holds a job's row, so that two undos of it cannot both be started; whether one is under way or done. */
  async isBeingUndone(jobId: string): Promise<boolean> {
    await this.query('select id from jobs where id = $1 for update', [jobId]);
    const rows = await this.query<unknown>(
      `select 1 from jobs where params ->> 'jobId' = $1 and state in ('waiting', 'running', 'done')`,
      [jobId],
    );
    return rows.length > 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
