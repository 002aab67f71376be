import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { Events } from '../../platform/events/events.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { ImportedPlacements, type IntakeOutcome } from '../placements/imported-placements.service.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportsRepository } from './imports.repository.js';
import type { OutcomeRow } from './row-outcome.js';
import type { GoodRow, RowResult } from './row-reader.js';

export interface Batch {
  readonly importId: string;
  readonly job: ProgressJob;
  readonly results: readonly RowResult[];
  /** Links of rows before, in this file; the batch adds its own. */
  readonly seen: Set<string>;
  readonly isRehearsal: boolean;
}

/** Brings batches of rows in: placements, what became of each row, the counts and the watermark are one transaction. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly database: Database,
    private readonly placements: ImportedPlacements,
    private readonly rows: ImportRowsRepository,
    private readonly imports: ImportsRepository,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
  ) {}

  async take(scope: WorkspaceScope, batch: Batch): Promise<void> {
    const { bad, repeated, fresh } = sorted(batch);
    const facts = fresh.map((row) => row.facts);
    const rehearsed = batch.isRehearsal ? await this.placements.rehearse(scope, facts) : null;
    await this.database.inWorkspace(scope, async () => {
      const outcomes = rehearsed ?? (await this.placements.add(facts));
      const added = fresh.map((row, index) => outcomeRow(row, outcomes[index], batch.isRehearsal));
      const all = [...bad, ...repeated, ...added].sort((a, b) => a.rowNo - b.rowNo);
      await this.rows.add(batch.importId, all);
      await this.imports.advance(batch.importId, { ...countsOf(all), lastRowNo: all.at(-1)?.rowNo ?? 0 });
      await this.progress.advance(batch.job.id, { finished: all.length, failed: bad.length });
    });
  }

  /** Closes a run and says so. */
  async finish(scope: WorkspaceScope, importId: string, at: Date): Promise<void> {
    await this.database.inWorkspace(scope, async () => {
      const row = await this.imports.lock(importId);
      if (row?.state !== 'running') return;
      await this.imports.update(importId, { state: 'done', finishedAt: at });
      await this.events.record({
        kind: 'import.finished',
        clientId: row.clientId,
        subjects: [{ kind: 'import', id: importId }],
        params: { created: row.createdRows, duplicate: row.duplicateRows, bad: row.badRows },
      });
    });
  }
}

/** Parts a batch: what cannot be read, what the file said before, and what is new. */
function sorted({ results, seen }: Batch): { bad: OutcomeRow[]; repeated: OutcomeRow[]; fresh: GoodRow[] } {
  const parts = { bad: [] as OutcomeRow[], repeated: [] as OutcomeRow[], fresh: [] as GoodRow[] };
  for (const result of results) {
    if ('bad' in result) parts.bad.push(result.bad);
    else if (seen.has(result.good.pair))
      parts.repeated.push(plainRow(result.good, 'duplicate_in_file', null));
    else {
      seen.add(result.good.pair);
      parts.fresh.push(result.good);
    }
  }
  return parts;
}

function outcomeRow(row: GoodRow, outcome: IntakeOutcome | undefined, isRehearsal: boolean): OutcomeRow {
  if (outcome?.kind !== 'added') return plainRow(row, 'duplicate', outcome?.id ?? null);
  return isRehearsal ? plainRow(row, 'would_create', null) : plainRow(row, 'created', outcome.id);
}

function plainRow(
  { rowNo, lineNo }: GoodRow,
  outcome: OutcomeRow['outcome'],
  placementId: string | null,
): OutcomeRow {
  return { rowNo, lineNo, outcome, placementId, field: null, errorCode: null, params: {} };
}

function countsOf(rows: readonly OutcomeRow[]): { created: number; duplicate: number; bad: number } {
  const count = (...outcomes: readonly OutcomeRow['outcome'][]): number =>
    rows.filter((row) => outcomes.includes(row.outcome)).length;
  return {
    created: count('created', 'would_create'),
    duplicate: count('duplicate', 'duplicate_in_file'),
    bad: count('bad'),
  };
}
