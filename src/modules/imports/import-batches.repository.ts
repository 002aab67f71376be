import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  countOutcomes,
  type OutcomeCounts,
  type OutcomeRow,
  packRows,
  type RowOutcome,
  unpackRows,
} from './row-outcome.js';

interface BatchRecord {
  readonly batchNo: number;
  readonly lastRowNo: number;
  readonly counts: OutcomeCounts;
}

/** What became of the rows of imports, batch by batch, in the open transaction of their workspace. */
@Injectable()
export class ImportBatchesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Readies the open transaction for a batch. Its commit does not wait for the disk: a crash may then lose the last batches whole, watermark
   * and all, and the import does them again. Every look-up goes by an index, those of references too: a plan the connection made while a
   * table was small, and keeps, would look through all of the table for each row.
   */
  async ready(): Promise<void> {
    await this.query('discard plans', []);
    await this.query(
      `select set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true)`,
      [],
    );
  }

  async add(importId: string, batchNo: number, rows: readonly OutcomeRow[]): Promise<void> {
    await this.query(
      `insert into import_batches (workspace_id, import_id, batch_no, first_row_no, last_row_no, counts, rows)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.database.scope().workspaceId,
        importId,
        batchNo,
        rows[0]?.rowNo ?? 0,
        rows.at(-1)?.rowNo ?? 0,
        JSON.stringify(countOutcomes(rows)),
        packRows(rows),
      ],
    );
  }

  /** Forgets what became of the rows of an import: it is begun anew. */
  async clear(importId: string): Promise<void> {
    await this.query('delete from import_batches where import_id = $1', [importId]);
  }

  /** Rows in the order of the file, after a row, of one outcome or all. Batches without such rows are not even unpacked. */
  async page(
    importId: string,
    asked: { outcome: RowOutcome | null; after: number; limit: number },
  ): Promise<OutcomeRow[]> {
    const found: OutcomeRow[] = [];
    for (const batch of await this.batches(importId)) {
      if (batch.lastRowNo <= asked.after || !hasAny(batch.counts, asked.outcome)) continue;
      const rows = await this.rows(importId, batch.batchNo);
      found.push(
        ...rows.filter(
          (row) => row.rowNo > asked.after && (asked.outcome === null || row.outcome === asked.outcome),
        ),
      );
      if (found.length >= asked.limit) break;
    }
    return found.slice(0, asked.limit);
  }

  /** How many rows came to an outcome, or to any. */
  async count(importId: string, outcome: RowOutcome | null): Promise<number> {
    const batches = await this.batches(importId);
    const numbers = batches.flatMap(({ counts }) =>
      outcome === null ? Object.values(counts) : [counts[outcome] ?? 0],
    );
    return numbers.reduce((sum, n) => sum + n, 0);
  }

  async numbers(importId: string): Promise<readonly number[]> {
    return (await this.batches(importId)).map(({ batchNo }) => batchNo);
  }

  /** The last batch that is not undone yet, or null. */
  async lastStanding(importId: string): Promise<number | null> {
    const rows = await this.query<{ batchNo: number }>(
      `select batch_no as "batchNo" from import_batches where import_id = $1 and not is_undone
       order by batch_no desc limit 1`,
      [importId],
    );
    return rows[0]?.batchNo ?? null;
  }

  async rows(importId: string, batchNo: number): Promise<OutcomeRow[]> {
    const [batch] = await this.query<{ rows: string }>(
      'select rows from import_batches where import_id = $1 and batch_no = $2',
      [importId, batchNo],
    );
    return batch === undefined ? [] : unpackRows(batch.rows);
  }

  /** Writes down what became of the rows of a batch when it was undone. */
  async markUndone(importId: string, batchNo: number, rows: readonly OutcomeRow[]): Promise<void> {
    await this.query(
      'update import_batches set is_undone = true, counts = $3, rows = $4 where import_id = $1 and batch_no = $2',
      [importId, batchNo, JSON.stringify(countOutcomes(rows)), packRows(rows)],
    );
  }

  private batches(importId: string): Promise<BatchRecord[]> {
    return this.query<BatchRecord>(
      `select batch_no as "batchNo", last_row_no as "lastRowNo", counts from import_batches
       where import_id = $1 order by batch_no`,
      [importId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function hasAny(counts: OutcomeCounts, outcome: RowOutcome | null): boolean {
  return outcome === null || (counts[outcome] ?? 0) > 0;
}
