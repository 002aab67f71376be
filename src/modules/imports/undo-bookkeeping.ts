import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import type { ImportEntity } from './import.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { ImportLeftovers } from './import-leftovers.repository.js';
import { ImportsRepository } from './imports.repository.js';
import type { OutcomeRow } from './row-outcome.js';

/** Closes an undo: which records stay because somebody worked with them since, and the news of it. */
@Injectable()
export class UndoBookkeeping {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly leftovers: ImportLeftovers,
    private readonly imports: ImportsRepository,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async advance(row: ImportEntity, job: ProgressJob, finished: number): Promise<void> {
    await this.progress.advance(job.id, { finished });
    await this.imports.tell(row.id);
  }

  async close(row: ImportEntity): Promise<void> {
    const now = await this.imports.lock(row.id);
    if (now?.state !== 'undoing') return;
    const left = await this.leftovers.standing(row.id);
    if (left.size > 0) await this.nameKept(row.id, left);
    await this.imports.update(row.id, { state: 'undone', undoneAt: this.clock.now() });
    await this.events.record({
      kind: 'import.undone',
      clientId: row.clientId,
      subjects: [{ kind: 'import', id: row.id }],
      params: { kept: await this.batches.count(row.id, 'kept') },
    });
  }

  private async nameKept(importId: string, left: ReadonlySet<string>): Promise<void> {
    for (const batchNo of await this.batches.numbers(importId)) {
      const rows = await this.batches.rows(importId, batchNo);
      const named = rows.map((row): OutcomeRow => {
        const isLeft =
          row.outcome === 'undone' && row.subject?.id !== null && left.has(row.subject?.id ?? '');
        return isLeft ? { ...row, outcome: 'kept' } : row;
      });
      await this.batches.markUndone(importId, batchNo, named);
    }
  }
}
