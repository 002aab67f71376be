import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { OutcomeRow, RowOutcome } from './row-outcome.js';

const COLUMNS = `row_no as "rowNo", line_no as "lineNo", outcome, placement_id as "placementId", field, error_code as "errorCode", params`;

/** What became of the rows of imports, in the open transaction of their workspace. */
@Injectable()
export class ImportRowsRepository {
  constructor(private readonly database: Database) {}

  /** Writes rows; one that is there already (of a batch that was committed before a crash) stays. */
  async add(importId: string, rows: readonly OutcomeRow[]): Promise<void> {
    await this.query(
      `insert into import_rows (workspace_id, import_id, row_no, line_no, outcome, placement_id, field, error_code, params)
       select $1, $2, r.* from unnest($3::int[], $4::int[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::jsonb[]) r
       on conflict do nothing`,
      [
        this.database.scope().workspaceId,
        importId,
        rows.map((row) => row.rowNo),
        rows.map((row) => row.lineNo),
        rows.map((row) => row.outcome),
        rows.map((row) => row.placementId),
        rows.map((row) => row.field),
        rows.map((row) => row.errorCode),
        rows.map((row) => JSON.stringify(row.params)),
      ],
    );
  }

  /** Forgets the rows of an import: a dry run is begun anew. */
  async clear(importId: string): Promise<void> {
    await this.query('delete from import_rows where import_id = $1', [importId]);
  }

  /** Rows in the order of the file, after a row, of one outcome or all. */
  page(
    importId: string,
    asked: { outcome: RowOutcome | null; after: number; limit: number },
  ): Promise<OutcomeRow[]> {
    return this.query<OutcomeRow>(
      `select ${COLUMNS} from import_rows
       where import_id = $1 and ($2::text is null or outcome = $2) and row_no > $3 order by row_no limit $4`,
      [importId, asked.outcome, asked.after, asked.limit],
    );
  }

  async count(importId: string, outcome: RowOutcome | null, upTo: number): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (
         select 1 from import_rows where import_id = $1 and ($2::text is null or outcome = $2) limit $3) counted`,
      [importId, outcome, upTo],
    );
    return rows[0]?.n ?? 0;
  }

  /** Rows that created a placement which is still as the import made it, or not (`kept`), after an undo looked at them. */
  async markUndone(
    importId: string,
    placementIds: readonly string[],
    outcome: 'undone' | 'kept',
  ): Promise<void> {
    await this.query(
      `update import_rows set outcome = $3 where import_id = $1 and placement_id = any ($2::uuid[]) and outcome = 'created'`,
      [importId, placementIds, outcome],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
