import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { Database } from '../../platform/database/database.js';

/** A change with the row of the file that made it. */
export interface RowChange {
  readonly rowNo: number;
  readonly change: IntakeChange;
}

interface ChangeRecord extends IntakeChange {
  readonly rowNo: number;
}

/** How records were before an import changed them, in the open transaction of their workspace. */
@Injectable()
export class ImportChangesRepository {
  constructor(private readonly database: Database) {}

  async add(importId: string, batchNo: number, changes: readonly RowChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.query(
      `insert into import_changes (workspace_id, import_id, batch_no, change_no, row_no, table_name, record_id, before, after)
       select $1, $2, $3, n, row_no, table_name, record_id, before, after
       from unnest($4::int[], $5::text[], $6::uuid[], $7::jsonb[], $8::jsonb[])
         with ordinality as c (row_no, table_name, record_id, before, after, n)`,
      [
        this.database.scope().workspaceId,
        importId,
        batchNo,
        changes.map(({ rowNo }) => rowNo),
        changes.map(({ change }) => change.table),
        changes.map(({ change }) => change.recordId),
        changes.map(({ change }) => (change.before === null ? null : JSON.stringify(change.before))),
        changes.map(({ change }) => JSON.stringify(change.after)),
      ],
    );
  }

  /** The changes of a batch, the last one first: as they have to be taken back. */
  async ofBatch(importId: string, batchNo: number): Promise<RowChange[]> {
    const rows = await this.query<ChangeRecord>(
      `select row_no as "rowNo", table_name as "table", record_id as "recordId", before, after from import_changes
       where import_id = $1 and batch_no = $2 order by change_no desc`,
      [importId, batchNo],
    );
    return rows.map(({ rowNo, ...change }) => ({ rowNo, change }));
  }

  /** Forgets the changes of an import that cannot be taken back any more, or need not. */
  async clear(importId: string): Promise<void> {
    await this.query('delete from import_changes where import_id = $1', [importId]);
  }

  /** Forgets what imports remember of a record: a person was erased. */
  async forget(recordId: string): Promise<void> {
    await this.query('delete from import_changes where record_id = $1', [recordId]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
