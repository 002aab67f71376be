import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan, Raw } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Notify } from '../../platform/events/notify.js';
import { ImportEntity, type ImportSummary } from './import.entity.js';
import type { OutcomeCounts } from './row-outcome.js';

/** Columns of an import to write. */
export type ImportColumns = { [Column in keyof ImportEntity]?: ImportEntity[Column] };

/** A batch that is through. */
export interface BatchStep {
  readonly batchNo: number;
  readonly lastRowNo: number;
  readonly counts: OutcomeCounts;
  /** The sums of the import after this batch. */
  readonly summary: Partial<ImportSummary>;
}

/**
 * Rows of imports, in the open transaction of their workspace. A member limited to clients sees those that were made
 * under limits no wider than their own: the file of somebody who sees more may hold rows of any client.
 */
@Injectable()
export class ImportsRepository {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
  ) {}

  find(id: string): Promise<ImportEntity | null> {
    return this.table().findOneBy({ id, ...this.visible() });
  }

  /** The import, kept from changing until the transaction ends. */
  lock(id: string): Promise<ImportEntity | null> {
    return this.table().findOne({ where: { id, ...this.visible() }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(row: ImportEntity): Promise<void> {
    await this.table().insert(row);
  }

  async update(id: string, change: ImportColumns): Promise<void> {
    await this.table().update({ id }, change);
    await this.tell(id);
  }

  /**
   * Adds to the counts of an import and moves its watermark. False when the batch before is not the last one that is through: somebody else
   * does this work, and the open transaction must not be committed.
   */
  async advance(id: string, step: BatchStep): Promise<boolean> {
    const { counts } = step;
    const [, updated] = await this.database.manager().query<[unknown[], number]>(
      `update imports set created_rows = created_rows + $2, changed_rows = changed_rows + $3,
         skipped_rows = skipped_rows + $4, duplicate_rows = duplicate_rows + $5, bad_rows = bad_rows + $6,
         last_row_no = greatest(last_row_no, $7), last_batch_no = $8, summary = $9
       where id = $1 and last_batch_no = $8 - 1 and state in ('trying', 'running')`,
      [
        id,
        (counts.created ?? 0) + (counts.would_create ?? 0),
        (counts.changed ?? 0) + (counts.would_change ?? 0),
        counts.skipped ?? 0,
        (counts.duplicate ?? 0) + (counts.duplicate_in_file ?? 0),
        counts.bad ?? 0,
        step.lastRowNo,
        step.batchNo,
        JSON.stringify(step.summary),
      ],
    );
    await this.tell(id);
    return updated === 1;
  }

  /** Counts links or sites that the file, being complete, no longer names. */
  async addLost(id: string, kind: 'linksLost' | 'linkingSitesLost', lost: number): Promise<void> {
    await this.database.manager().query(
      `update imports set summary = summary || jsonb_build_object($3::text, coalesce((summary->>$3)::int, 0) + $2::int)
       where id = $1`,
      [id, lost, kind],
    );
  }

  /** Imports, newest first, from before an id on. */
  page(before: string | null, limit: number): Promise<ImportEntity[]> {
    return this.table().find({
      where: { ...(before !== null && { id: LessThan(before) }), ...this.visible() },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async count(upTo: number): Promise<number> {
    const rows = await this.database.manager().query<{ n: number }[]>(
      `select count(*)::int as n from (
         select 1 from imports where $2::uuid[] is null or limited_to <@ $2::uuid[] limit $1
       ) counted`,
      [upTo, this.database.scope().clientIds ?? null],
    );
    return rows[0]?.n ?? 0;
  }

  /** Uploads of imports that ended before a moment: their files are needed no longer. */
  async filesDoneBefore(before: Date): Promise<readonly string[]> {
    const rows = await this.database.manager().query<{ id: string }[]>(
      `select upload_id as id from imports
       where upload_id is not null and state in ('done', 'undone', 'failed') and coalesce(undone_at, finished_at, created_at) < $1
         and exists (select from upload_parts p where p.upload_id = imports.upload_id)`,
      [before],
    );
    return rows.map((row) => row.id);
  }

  private visible(): FindOptionsWhere<ImportEntity> {
    const { clientIds = null } = this.database.scope();
    if (clientIds === null) return {};
    return { limitedTo: Raw((column) => `${column} <@ :seen::uuid[]`, { seen: [...clientIds] }) };
  }

  /** Tells who watches that an import changed; goes out with the open transaction. */
  async tell(id: string): Promise<void> {
    await this.notify.publish('import', { workspaceId: this.database.scope().workspaceId, id });
  }

  private table() {
    return this.database.manager().getRepository(ImportEntity);
  }
}
