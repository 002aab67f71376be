import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { JobAttempt } from '../../platform/jobs/job-handlers.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import type { ImportEntity } from './import.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportChangesRepository, type RowChange } from './import-changes.repository.js';
import { ImportLeftovers } from './import-leftovers.repository.js';
import { ImportWithdrawals } from './import-withdrawals.js';
import { RecordWithdrawals } from './record-withdrawals.js';
import type { OutcomeRow } from './row-outcome.js';
import { UndoBookkeeping } from './undo-bookkeeping.js';

/** Takes an import back in short transactions, the last batch first: all is as before, but for what somebody changed since. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly database: Database,
    private readonly withdrawals: ImportWithdrawals,
    private readonly records: RecordWithdrawals,
    private readonly batches: ImportBatchesRepository,
    private readonly changes: ImportChangesRepository,
    private readonly leftovers: ImportLeftovers,
    private readonly bookkeeping: UndoBookkeeping,
  ) {}

  async all(
    scope: WorkspaceScope,
    row: ImportEntity,
    { job, attempt }: { job: ProgressJob; attempt: JobAttempt },
  ): Promise<void> {
    const step = (work: () => Promise<boolean>): Promise<void> => this.until(scope, attempt, work);
    await step(() => this.records.inTouch(row.id));
    await step(() => this.withdrawals.links(row.id));
    await step(() => this.withdrawals.placements(row.id));
    await step(() => this.batch(row, job));
    await step(() => this.records.people(row.id));
    await step(() => this.records.prospects(row.id));
    await step(() => this.withdrawals.rest(row.id));
    // Other clients' records hold sites too, which a limited member does not see.
    await this.sites({ workspaceId: scope.workspaceId }, row.id, attempt);
    await this.database.inWorkspace(scope, () => this.bookkeeping.close(row));
  }

  /** Does a step again and again, each in a transaction of its own, until nothing is left to do. */
  private async until(
    scope: WorkspaceScope,
    attempt: JobAttempt,
    work: () => Promise<boolean>,
  ): Promise<void> {
    const ready = async (): Promise<boolean> => {
      await this.batches.ready();
      return work();
    };
    while (await this.database.inWorkspace(scope, ready)) refuseToStay(attempt);
  }

  /** Takes back what the last standing batch changed; false when none is left. */
  private async batch(row: ImportEntity, job: ProgressJob): Promise<boolean> {
    const batchNo = await this.batches.lastStanding(row.id);
    if (batchNo === null) return false;
    const changes = await this.changes.ofBatch(row.id, batchNo);
    await this.records.changes(
      row.id,
      changes.map(({ change }) => change),
    );
    const kept = await this.leftovers.unrestored(changes.map(({ change }) => change));
    const rows = await this.batches.rows(row.id, batchNo);
    await this.batches.markUndone(row.id, batchNo, settled(rows, changes, kept));
    await this.bookkeeping.advance(row, job, rows.length);
    return true;
  }

  private async sites(scope: WorkspaceScope, importId: string, attempt: JobAttempt): Promise<void> {
    let after: string | null = null;
    do {
      const from: string | null = after;
      after = await this.database.inWorkspace(scope, async () => {
        await this.batches.ready();
        return this.withdrawals.sites(importId, from);
      });
      refuseToStay(attempt);
    } while (after !== null);
  }
}

/** What became of rows when their batch was taken back: those whose record somebody changed since are kept. */
function settled(
  rows: readonly OutcomeRow[],
  changes: readonly RowChange[],
  kept: ReadonlySet<string>,
): OutcomeRow[] {
  const keptRows = new Set(
    changes.filter(({ change }) => kept.has(change.recordId)).map(({ rowNo }) => rowNo),
  );
  return rows.map((row) => {
    if (row.outcome !== 'created' && row.outcome !== 'changed') return row;
    return { ...row, outcome: keptRows.has(row.rowNo) ? 'kept' : 'undone' };
  });
}

function refuseToStay({ signal }: JobAttempt): void {
  if (signal.aborted) throw new Error('the worker is stopping; the undo goes on at the next attempt');
}
