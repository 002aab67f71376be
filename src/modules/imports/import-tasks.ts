import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { JobAttempt } from '../../platform/jobs/job-handlers.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressTasks } from '../../platform/jobs/progress-tasks.js';
import { ahead } from './ahead.js';
import type { ImportEntity } from './import.entity.js';
import { ImportEnding } from './import-ending.js';
import { ImportEngine } from './import-engine.js';
import { ImportFile } from './import-file.js';
import type { ImportRun, RowReading } from './import-run.js';
import { ImportRuns, ownSiteKeys } from './import-runs.js';
import { IMPORT_TASKS, NOTHING_READ } from './import-starts.js';
import { ImportUndo } from './import-undo.js';
import { ImportsRepository } from './imports.repository.js';

/** Batches a dry run brings in before it rolls them back: rows of one window see each other exactly as in the run. */
const WINDOW = 16;

/** From this attempt on, one that fails where it began is the last. */
const FRUITLESS = 5;

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
    private readonly runs: ImportRuns,
    private readonly file: ImportFile,
    private readonly engine: ImportEngine,
    private readonly ending: ImportEnding,
    private readonly undo: ImportUndo,
  ) {}

  onModuleInit(): void {
    const task = (kind: keyof typeof IMPORT_TASKS, work: (work: Work) => Promise<void>): void =>
      this.tasks.whole(IMPORT_TASKS[kind], (job, attempt) => this.guarded(job, attempt, work));
    task('try', (work) => this.rehearse(work));
    task('run', (work) => this.run(work));
    task('undo', ({ scope, row, job, attempt }) => this.undo.all(scope, row, { job, attempt }));
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
    } catch (caught) {
      const error = await this.judged(caught, { scope, row, job, attempt });
      const isFinal = attempt.isLast || (error instanceof AppError && error.status < 500);
      const errorCode = error instanceof AppError ? error.code : 'server.failed';
      // Of a dry run nothing stays; a run keeps its counts, and goes on after its last row when it is begun again.
      const forgotten = job.kind === IMPORT_TASKS.try ? NOTHING_READ : {};
      // An undo that failed can be asked for again.
      const state = job.kind === IMPORT_TASKS.undo ? 'done' : 'failed';
      if (isFinal)
        await this.database.inWorkspace(scope, () =>
          this.imports.update(importId, { state, errorCode, ...forgotten }),
        );
      throw error;
    }
    return {};
  }

  /** A failure that comes back without any row having got through in between is final: to try again and again would help nobody. */
  private async judged(error: unknown, { scope, row, job, attempt }: Work): Promise<unknown> {
    const isRefusal = error instanceof AppError && error.status < 500;
    if (isRefusal || attempt.signal.aborted || attempt.attempt < FRUITLESS || job.kind === IMPORT_TASKS.undo)
      return error;
    const now = await this.database.inWorkspace(scope, () => this.imports.find(row.id));
    const isFurther = now !== null && now.lastBatchNo > row.lastBatchNo;
    return isFurther ? error : new AppError('import.broke_off', {}, { cause: error });
  }

  private async run({ scope, row, job, attempt }: Work): Promise<void> {
    const run = await this.runs.begin(scope, row, false);
    for await (const batch of this.unread(run)) {
      await this.engine.take(run, job, batch);
      refuseToStay(attempt);
    }
    await this.ending.conclude(run, attempt);
  }

  private async rehearse({ scope, row, job, attempt }: Work): Promise<void> {
    const run = await this.runs.begin(scope, row, true);
    let window: (readonly RowReading[])[] = [];
    for await (const batch of this.unread(run)) {
      window.push(batch);
      if (window.length < WINDOW) continue;
      await this.engine.rehearse(run, job, window);
      window = [];
      refuseToStay(attempt);
    }
    if (window.length > 0) await this.engine.rehearse(run, job, window);
    await this.ending.tried(run);
  }

  /** Batches that are not through yet. The file is read from its beginning: what rows before were about has to be known. */
  private async *unread(run: ImportRun): AsyncGenerator<readonly RowReading[], void> {
    const { lastRowNo } = run.row;
    for await (const batch of ahead(this.file.batches(run.scope, run.row, ownSiteKeys(run)))) {
      if ((batch.at(-1)?.rowNo ?? 0) > lastRowNo) yield batch;
      else await this.engine.recall(run, batch);
    }
  }
}

/** A worker that is being stopped leaves the rest to the next attempt. */
function refuseToStay({ signal }: JobAttempt): void {
  if (signal.aborted) throw new Error('the worker is stopping; the import goes on at the next attempt');
}
