import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { Events } from '../../platform/events/events.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { ImportedPlacements } from '../placements/imported-placements.service.js';
import type { ImportEntity } from './import.entity.js';
import { ImportRowsRepository } from './import-rows.repository.js';
import { ImportsRepository } from './imports.repository.js';

const BATCH = 200;

/** Takes an import back: its placements are archived, but for those somebody changed since. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly database: Database,
    private readonly placements: ImportedPlacements,
    private readonly rows: ImportRowsRepository,
    private readonly imports: ImportsRepository,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async all(scope: WorkspaceScope, row: ImportEntity, job: ProgressJob): Promise<void> {
    while (await this.some(scope, row.id, job.id));
    await this.database.inWorkspace(scope, () => this.close(row));
  }

  /** Archives some; false when none is left. */
  private some(scope: WorkspaceScope, importId: string, jobId: string): Promise<boolean> {
    return this.database.inWorkspace(scope, async () => {
      const ids = await this.placements.withdraw(importId, BATCH);
      await this.rows.markUndone(importId, ids, 'undone');
      await this.progress.advance(jobId, { finished: ids.length });
      return ids.length > 0;
    });
  }

  private async close(row: ImportEntity): Promise<void> {
    const left = await this.placements.left(row.id);
    await this.rows.markUndone(row.id, left, 'kept');
    await this.imports.update(row.id, { state: 'undone', undoneAt: this.clock.now() });
    await this.events.record({
      kind: 'import.undone',
      clientId: row.clientId,
      subjects: [{ kind: 'import', id: row.id }],
      params: { kept: left.length },
    });
  }
}
