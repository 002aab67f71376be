import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '../../core/imports/record.js';
import { Database } from '../../platform/database/database.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportChangesRepository } from './import-changes.repository.js';
import { ImportParts } from './import-parts.js';
import { BatchYield, type ImportRun, type RowReading, RowWork, summed } from './import-run.js';
import { type BatchStep, ImportsRepository } from './imports.repository.js';
import { countOutcomes, type OutcomeRow } from './row-outcome.js';

/** A batch of rows with what became of them. */
interface Brought {
  readonly rows: readonly OutcomeRow[];
  readonly yielded: BatchYield;
}

/**
 * Brings batches of rows in, whatever they are: the records, what became of each row, what an undo needs, the counts and the watermark are
 * one transaction. A dry run does the same and rolls it back, so that it cannot differ from the run.
 */
@Injectable()
export class ImportEngine {
  constructor(
    private readonly database: Database,
    private readonly parts: ImportParts,
    private readonly imports: ImportsRepository,
    private readonly batches: ImportBatchesRepository,
    private readonly changes: ImportChangesRepository,
    private readonly progress: ProgressJobs,
  ) {}

  /** Brings a batch in. */
  async take(run: ImportRun, job: ProgressJob, readings: readonly RowReading[]): Promise<void> {
    await this.database.inWorkspace(run.scope, async () => {
      await this.batches.ready();
      const brought = await this.bring(run, readings);
      await this.changes.add(run.row.id, run.row.lastBatchNo + 1, brought.yielded.changes);
      await this.writeDown(run, job, brought);
    });
    forward(run, readings);
  }

  /** Says what bringing in several batches would come to, and leaves nothing behind but that. */
  async rehearse(
    run: ImportRun,
    job: ProgressJob,
    window: readonly (readonly RowReading[])[],
  ): Promise<void> {
    const all: Brought[] = [];
    const rehearsed = new Error('only a rehearsal');
    await this.database
      .inWorkspace(run.scope, async () => {
        await this.batches.ready();
        for (const readings of window) all.push(await this.bring(run, readings));
        throw rehearsed;
      })
      .catch((error: unknown) => {
        if (error !== rehearsed) throw error;
      });
    for (const [at, brought] of all.entries()) {
      await this.database.inWorkspace(run.scope, () => this.writeDown(run, job, brought));
      forward(run, window[at] ?? []);
    }
  }

  /** Remembers what rows are about that an earlier attempt brought in. */
  async recall(run: ImportRun, readings: readonly RowReading[]): Promise<void> {
    await this.parts.identify(worksOf(readings), run);
  }

  private async bring(run: ImportRun, readings: readonly RowReading[]): Promise<Brought> {
    const works = worksOf(readings);
    const yielded = new BatchYield();
    await this.parts.identify(works, run);
    await this.parts.take(works, run, yielded);
    const idle = readings.filter(({ reading }) => reading.kind !== 'record').map(idleRow);
    const rows = [...idle, ...works.map((work) => work.outcome(run.isRehearsal))];
    return { rows: idle.length === 0 ? rows : rows.sort((a, b) => a.rowNo - b.rowNo), yielded };
  }

  private async writeDown(run: ImportRun, job: ProgressJob, { rows, yielded }: Brought): Promise<void> {
    const { row } = run;
    const batchNo = row.lastBatchNo + 1;
    const counts = countOutcomes(rows);
    const summary = summed(row.summary, yielded.summary);
    const step: BatchStep = { batchNo, lastRowNo: rows.at(-1)?.rowNo ?? 0, counts, summary };
    await this.batches.add(row.id, batchNo, rows);
    if (!(await this.imports.advance(row.id, step)))
      throw new Error('another worker goes on with this import');
    await this.progress.advance(job.id, { finished: rows.length, failed: counts.bad ?? 0 });
    this.database.afterCommit(() => {
      row.summary = summary;
    });
  }
}

function worksOf(readings: readonly RowReading[]): RowWork[] {
  return readings.flatMap(({ rowNo, lineNo, reading }) =>
    reading.kind === 'record' ? [new RowWork(rowNo, lineNo, reading.record, labelOf(reading.record))] : [],
  );
}

/** The watermark of this process follows the committed one. */
function forward({ row }: ImportRun, readings: readonly RowReading[]): void {
  row.lastBatchNo += 1;
  row.lastRowNo = readings.at(-1)?.rowNo ?? row.lastRowNo;
}

function idleRow({ rowNo, lineNo, reading }: RowReading): OutcomeRow {
  const base = { rowNo, lineNo, subject: null, label: null };
  if (reading.kind === 'skip')
    return {
      ...base,
      outcome: 'skipped',
      faults: [{ field: null, columnName: null, code: reading.reason, params: {} }],
    };
  if (reading.kind === 'shape')
    return {
      ...base,
      outcome: 'bad',
      faults: [{ field: null, columnName: null, code: reading.fault, params: {} }],
    };
  const faults = reading.kind === 'bad' ? reading.faults : [];
  return {
    ...base,
    outcome: 'bad',
    faults: faults.map(({ field, columnName, code, text }) => ({
      field,
      columnName,
      code,
      params: { text },
    })),
  };
}

/** The site or page a row is about; a person is never named here, because what is written down here outlives an erasure. */
function labelOf(record: ImportRecord): string | null {
  const label =
    record.placement?.sourceUrl ?? record.link?.sourceUrl ?? record.targetPage?.url ?? record.site?.siteKey;
  return label?.slice(0, 500) ?? null;
}
