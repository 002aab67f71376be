import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan, Raw } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Notify } from '../../platform/events/notify.js';
import { ImportEntity } from './import.entity.js';

/** Columns of an import to write. */
export type ImportColumns = { [Column in keyof ImportEntity]?: ImportEntity[Column] };

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

  /** Adds to the counts of an import and moves its watermark. */
  async advance(
    id: string,
    step: { created: number; duplicate: number; bad: number; lastRowNo: number },
  ): Promise<void> {
    await this.database.manager().query(
      `update imports set created_rows = created_rows + $2, duplicate_rows = duplicate_rows + $3,
         bad_rows = bad_rows + $4, last_row_no = $5 where id = $1`,
      [id, step.created, step.duplicate, step.bad, step.lastRowNo],
    );
    await this.tell(id);
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

  private visible(): FindOptionsWhere<ImportEntity> {
    const { clientIds = null } = this.database.scope();
    if (clientIds === null) return {};
    return { limitedTo: Raw((column) => `${column} <@ :seen::uuid[]`, { seen: [...clientIds] }) };
  }

  /** Tells who watches that an import changed; goes out with the open transaction. */
  private async tell(id: string): Promise<void> {
    await this.notify.publish('import', { workspaceId: this.database.scope().workspaceId, id });
  }

  private table() {
    return this.database.manager().getRepository(ImportEntity);
  }
}
