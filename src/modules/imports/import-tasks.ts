import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { openTable } from '../../platform/csv/read-table.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { JobAttempt } from '../../platform/jobs/job-handlers.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import type { ImportEntity } from './import.entity.js';
import { ImportBatches } from './import-batches.js';
import { ImportUndo } from './import-undo.js';
import { type ImportColumns, ImportsRepository } from './imports.repository.js';
import { IMPORT_TASKS, NOTHING_READ } from './imports.service.js';
import { type RowContext, RowReader, type RowResult } from './row-reader.js';

/** Rows of one transaction. */
const BATCH = 500;

/** A job on one import. */
interface Work {
  readonly scope: WorkspaceScope;
  readonly row: ImportEntity;
  readonly job: ProgressJob;
  readonly attempt: JobAttempt;
}

/** The background tasks of imports: the dry run, the run and its undoing. Killed half-way, each goes on where it was. */
@Injectable()
export class ImportTasks implements OnModuleInit {
  constructor(
    private readonly tasks: ProgressTasks,
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly blobs: BlobStore,
    private readonly reader: RowReader,
    private readonly batches: ImportBatches,
    private readonly undo: ImportUndo,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const task = (kind: keyof typeof IMPORT_TASKS, work: (work: Work) => Promise<void>): void =>
      this.tasks.whole(IMPORT_TASKS[kind], (job, attempt) => this.guarded(job, attempt, work));
    task('try', (work) => this.readAll(work, true));
    task('run', (work) => this.readAll(work, false));
    task('undo', (work) => this.undo.all(work.scope, work.row, work.job));
  }

  /** Runs a task as the person who asked for it; a refusal, or the last failure, leaves the import failed. */
  private async guarded(job: ProgressJob, attempt: JobAttempt, work: (work: Work) => Promise<void>) {
    const importId = String(job.params['importId']);
    const everything: WorkspaceScope = { workspaceId: job.workspaceId, userId: job.createdBy };
    const row = await this.database.inWorkspace(everything, () => this.imports.find(importId));
    if (row === null) throw new AppError('import.not_found', { id: importId });
    const scope: WorkspaceScope = { ...everything, clientIds: row.limitedTo };
    try {
      await work({ scope, row, job, attempt });
    } catch (error) {
      const isFinal = attempt.isLast || (error instanceof AppError && error.status < 500);
      const errorCode = error instanceof AppError ? error.code : 'server.failed';
      // Of a dry run nothing stays; a run keeps its counts, and goes on after its last row when it is begun again.
      const forgotten = job.kind === IMPORT_TASKS.try ? NOTHING_READ : {};
      if (isFinal) await this.save(scope, importId, { state: 'failed', errorCode, ...forgotten });
      throw error;
    }
    return {};
  }

  private async readAll({ scope, row, job, attempt }: Work, isRehearsal: boolean): Promise<void> {
    const context = await this.reader.context(scope, row);
    const seen = new Set<string>();
    for await (const batch of this.fileBatches(row, context)) {
      const fresh = batch.filter((result) => rowNoOf(result) > row.lastRowNo);
      if (fresh.length === 0) {
        for (const result of batch) if ('good' in result) seen.add(result.good.pair);
        continue;
      }
      await this.batches.take(scope, { importId: row.id, job, results: fresh, seen, isRehearsal });
      if (attempt.signal.aborted)
        throw new Error('the worker is stopping; the import goes on at the next attempt');
    }
    if (isRehearsal) await this.save(scope, row.id, { state: 'tried' });
    else await this.batches.finish(scope, row.id, this.clock.now());
  }

  /** The rows of the file in batches that always begin at the same rows, so that one is either through or not. */
  private async *fileBatches(row: ImportEntity, context: RowContext): AsyncIterable<readonly RowResult[]> {
    const file = await this.blobs.get(row.fileSha256.toString('hex'));
    if (file === null) throw new AppError('import.unreadable', { fault: 'empty', line: 1 });
    let batch: RowResult[] = [];
    for await (const tableRow of (await openTable(file.content)).rows) {
      batch.push(this.reader.read(tableRow, context));
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  private async save(scope: WorkspaceScope, importId: string, change: ImportColumns): Promise<void> {
    await this.database.inWorkspace(scope, () => this.imports.update(importId, change));
  }
}

function rowNoOf(result: RowResult): number {
  return 'good' in result ? result.good.rowNo : result.bad.rowNo;
}
