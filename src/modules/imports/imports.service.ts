import { Injectable } from '@nestjs/common';
import { proposeMapping } from '../../core/imports/fields.js';
import { type ImportAct, mayImport } from '../../core/imports/import-life.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { openTable, TableError } from '../../platform/csv/read-table.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { BrandsService } from '../clients/brands.service.js';
import type { FileColumn, ImportEntity } from './import.entity.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { detailOf } from './import-views.js';
import type { ImportJobAnswer, ImportPlan, ImportView } from './imports.dto.js';
import { type ImportColumns, ImportsRepository } from './imports.repository.js';

/** Names of the background tasks. */
export const IMPORT_TASKS = { try: 'imports.try', run: 'imports.run', undo: 'imports.undo' } as const;

const SAMPLES = 20;
const STARTED = { try: 'trying', run: 'running', undo: 'undoing' } as const;

/** The counts of an import none of whose rows was read. */
export const NOTHING_READ = { createdRows: 0, duplicateRows: 0, badRows: 0, lastRowNo: 0 } as const;

/** Files of placements: uploaded, their columns understood, tried, run, undone. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly brands: BrandsService,
    private readonly blobs: BlobStore,
    private readonly progress: ProgressJobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file in: it is read once to the end, so that a broken one is refused at once, and its columns are proposed.
   * A member limited to clients names the brand, because the rows must be theirs.
   */
  async upload(scope: WorkspaceScope, file: FormFile, brandId: string | null): Promise<ImportView> {
    const { columns, totalRows } = await readColumns(file.buffer);
    const sha256 = await this.blobs.put(file.buffer, 'text/csv');
    return this.database.inWorkspace(scope, async () => {
      const clientId = await this.clientOf(scope, brandId);
      const createdAt = this.clock.now();
      const row: ImportEntity = {
        workspaceId: scope.workspaceId,
        id: newId(createdAt),
        clientId,
        brandId,
        fileName: file.originalname.slice(0, 200),
        fileSha256: Buffer.from(sha256, 'hex'),
        columns,
        mapping: proposeMapping(
          columns.map((column) => column.name),
          Array.from({ length: SAMPLES }, (_, row) => columns.map((column) => column.sample[row] ?? '')),
        ),
        options: { type: 'guest_post', compensation: 'none' },
        state: 'uploaded',
        jobId: null,
        totalRows,
        ...NOTHING_READ,
        errorCode: null,
        limitedTo: scope.clientIds === undefined || scope.clientIds === null ? null : [...scope.clientIds],
        createdBy: scope.userId ?? null,
        createdAt,
        finishedAt: null,
        undoneAt: null,
      };
      await this.imports.insert(row);
      return detailOf(row);
    });
  }

  /** Sets which column is what, and what holds for rows that say nothing. */
  plan(scope: WorkspaceScope, id: string, plan: ImportPlan): Promise<ImportView> {
    return this.change(scope, id, 'map', async (row) => {
      const { brandId = null, type, compensation } = plan.options;
      const clientId = await this.clientOf(scope, brandId);
      // A run that stopped half-way keeps its rows: its plan can no longer change under them.
      if (row.state === 'failed' && row.lastRowNo > 0)
        throw new AppError('import.not_now', { state: row.state });
      return {
        mapping: { ...plan.mapping },
        options: { type, compensation },
        brandId,
        clientId,
        state: 'uploaded',
      };
    });
  }

  /** Begins a dry run, the run itself, or its undoing, as a job to watch. */
  async start(scope: WorkspaceScope, id: string, act: keyof typeof IMPORT_TASKS): Promise<ImportJobAnswer> {
    const view = await this.change(scope, id, act, async (row) => {
      const hasPages = row.mapping.source_url !== undefined && row.mapping.target_url !== undefined;
      const isHalfDone = row.state === 'failed' && row.lastRowNo > 0;
      if (act === 'try' && isHalfDone) throw new AppError('import.not_now', { state: row.state });
      if (act !== 'undo' && !hasPages) throw new AppError('import.columns_missing');
      const total = act === 'undo' ? row.createdRows : row.totalRows;
      const jobId = await this.progress.create({ kind: IMPORT_TASKS[act], params: { importId: id }, total });
      const begins = { jobId, state: STARTED[act], errorCode: null };
      if (act === 'undo' || isHalfDone) return begins;
      await this.rows.clear(id);
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

  private async clientOf(scope: WorkspaceScope, brandId: string | null): Promise<string | null> {
    if (brandId !== null) return (await this.brands.forNew(brandId)).clientId;
    if (scope.clientIds !== undefined && scope.clientIds !== null) throw new AppError('import.brand_needed');
    return null;
  }
}

async function readColumns(bytes: Buffer): Promise<{ columns: FileColumn[]; totalRows: number }> {
  try {
    const { headers, rows } = await openTable(bytes);
    const samples: string[][] = headers.map(() => []);
    let totalRows = 0;
    for await (const row of rows) {
      totalRows = row.rowNo;
      if (row.rowNo > SAMPLES) continue;
      for (const [index, sample] of samples.entries()) sample.push((row.cells[index] ?? '').slice(0, 200));
    }
    return {
      columns: headers.map((name, index) => ({ name: name.slice(0, 200), sample: samples[index] ?? [] })),
      totalRows,
    };
  } catch (error) {
    if (error instanceof TableError)
      throw new AppError('import.unreadable', { fault: error.fault, line: error.lineNo });
    throw error;
  }
}
