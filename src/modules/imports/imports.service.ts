import { Injectable } from '@nestjs/common';
import { type ImportAct, mayImport } from '../../core/imports/import-life.js';
import type { RecordMapping } from '../../core/imports/record-field.js';
import { decideDialect, openQuestions } from '../../core/imports/value-dialect.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { BrandsService } from '../clients/brands.service.js';
import type { ImportEntity, ImportOptions } from './import.entity.js';
import type { ImportView } from './import-answers.dto.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportChangesRepository } from './import-changes.repository.js';
import { headerHash } from './import-file.js';
import { ImportMappingsRepository } from './import-mappings.repository.js';
import { IMPORT_TASKS, NOTHING_READ, STARTED } from './import-starts.js';
import { clientOf } from './import-uploads.service.js';
import { detailOf, needsOf } from './import-views.js';
import type { ImportJobAnswer, ImportOptionsView, ImportPlan } from './imports.dto.js';
import { type ImportColumns, ImportsRepository } from './imports.repository.js';

/** Deaths of workers an import outlives; an attempt that fails without having got any further ends it (`import.broke_off`). */
const ATTEMPTS = 1000;

/** Refusals of what is still to be told, the most important first. */
const MISSING = {
  columns: 'import.columns_missing',
  brand: 'import.brand_needed',
  ground: 'import.ground_needed',
  ground_note: 'import.ground_note_needed',
} as const;

/** Imports on their way: their columns understood, tried, run, undone. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly batches: ImportBatchesRepository,
    private readonly changes: ImportChangesRepository,
    private readonly mappings: ImportMappingsRepository,
    private readonly brands: BrandsService,
    private readonly progress: ProgressJobs,
    private readonly clock: Clock,
  ) {}

  /** Sets what the file holds, which column is what, and how its rows are taken; a file with the same headers will be proposed the same. */
  plan(scope: WorkspaceScope, id: string, plan: ImportPlan): Promise<ImportView> {
    return this.change(scope, id, 'map', async (row) => {
      const { brandId = null } = plan.options;
      const clientId = await clientOf(this.brands, scope, brandId);
      // A run that stopped half-way keeps its rows: its plan can no longer change under them.
      if (isHalfDone(row)) throw new AppError('import.not_now', { state: row.state });
      const mapping: RecordMapping = { ...plan.mapping };
      const options = optionsOf(plan.options);
      const { content, ground = null, groundNote = '' } = plan;
      await this.mappings.remember(headerHashOf(row), { content, mapping, options }, this.clock.now());
      const reading = readAnew(row, { mapping, said: plan.dialect });
      return {
        content,
        mapping,
        options,
        brandId,
        clientId,
        ground,
        groundNote,
        ...reading,
        state: 'uploaded',
        errorCode: null,
      };
    });
  }

  /** Begins a dry run, the run itself, or its undoing, as a job to watch. */
  async start(scope: WorkspaceScope, id: string, act: keyof typeof IMPORT_TASKS): Promise<ImportJobAnswer> {
    const view = await this.change(scope, id, act, async (row) => {
      if (act === 'try' && isHalfDone(row)) throw new AppError('import.not_now', { state: row.state });
      if (act !== 'undo') refuseUnready(row);
      const jobId = await this.progress.create({
        kind: IMPORT_TASKS[act],
        params: { importId: id },
        total: row.totalRows,
        attempts: ATTEMPTS,
      });
      const begins = { jobId, state: STARTED[act], errorCode: null };
      if (act === 'undo' || isHalfDone(row)) return begins;
      await this.batches.clear(id);
      await this.changes.clear(id);
      return { ...begins, ...NOTHING_READ };
    });
    return { jobId: String(view.jobId) };
  }

  private change(
    scope: WorkspaceScope,
    id: string,
    act: ImportAct,
    work: (row: ImportEntity) => Promise<ImportColumns>,
  ): Promise<ImportView> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.imports.lock(id);
      if (row === null) throw new AppError('import.not_found', { id });
      if (!mayImport(act, row.state)) throw new AppError('import.not_now', { state: row.state });
      const change = await work(row);
      await this.imports.update(id, change);
      return detailOf({ ...row, ...change });
    });
  }
}

/** A run that stopped before its end: it goes on where it was, and keeps what it brought. */
function isHalfDone({ state, lastBatchNo }: ImportEntity): boolean {
  return state === 'failed' && lastBatchNo > 0;
}

/** How the values of the mapped columns are written: as a person says, else as was found out, else as the first rows show. */
function readAnew(
  row: ImportEntity,
  { mapping, said }: { mapping: RecordMapping; said: ImportPlan['dialect'] },
): Pick<ImportEntity, 'dialect' | 'recognition'> {
  const { dialect, recognition, columns } = row;
  if (dialect.table === undefined || dialect.values === undefined) return { dialect, recognition };
  const height = Math.max(0, ...columns.map(({ sample }) => sample.length));
  const rows = Array.from({ length: height }, (_, at) => columns.map(({ sample }) => sample[at] ?? ''));
  const shown = decideDialect(mapping, rows, { isWorkbook: dialect.table.kind === 'xlsx' });
  const { decimal, dateOrder } = dialect.values;
  const values = {
    ...dialect.values,
    decimal: known(said?.decimal) ?? known(decimal) ?? shown.decimal,
    dateOrder: known(said?.dateOrder) ?? known(dateOrder) ?? shown.dateOrder,
  };
  const questions = openQuestions(mapping, rows, values);
  return { dialect: { ...dialect, values }, recognition: { ...recognition, questions } };
}

function known<Word extends string>(word: Word | undefined): Exclude<Word, 'unknown'> | undefined {
  return word === 'unknown' ? undefined : (word as Exclude<Word, 'unknown'> | undefined);
}

function headerHashOf(row: ImportEntity): Buffer {
  return headerHash(row.columns.map((column) => column.name));
}

function refuseUnready(row: ImportEntity): void {
  const { refused } = row.recognition;
  if (typeof refused === 'string') throw new AppError('import.refused', { reason: refused });
  const [first] = needsOf(row);
  if (first !== undefined) throw new AppError(MISSING[first]);
}

function optionsOf(view: ImportOptionsView): ImportOptions {
  const { defaults, mode = 'fill', alsoProspects = false, alsoConditions = false } = view;
  const { tags = [], status = null, isComplete = false, observedOn = null } = view;
  return { defaults, mode, alsoProspects, alsoConditions, tags, status, isComplete, observedOn };
}
