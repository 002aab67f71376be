import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from '../jobs/job-items.service.js';
import { JobUndoers } from '../jobs/job-undoers.service.js';
import { BULK_TASK } from './placement-bulk.service.js';
import { MOVE_TASK } from './target-move.service.js';

/** Name of the background task that takes an act on many placements back. */
export const UNDO_TASK = 'placements.undo';

/** Actions that can be taken back: what is asked or agreed cannot be unasked. */
const UNDOABLE: readonly unknown[] = ['archive', 'end', 'assign'];

/** Starts the undoing of acts on many placements. */
@Injectable()
export class PlacementUndoService implements OnModuleInit {
  constructor(
    private readonly items: JobItems,
    private readonly progress: ProgressJobs,
    private readonly undoers: JobUndoers,
  ) {}

  onModuleInit(): void {
    this.undoers.register(MOVE_TASK, (job) => this.start(job));
    this.undoers.register(BULK_TASK, async (job) =>
      UNDOABLE.includes(job.params['action']) ? this.start(job) : null,
    );
  }

  private async start(job: ProgressJob): Promise<string> {
    const itemIds = await this.items.changedBy(job.id);
    const params = { jobId: job.id, task: job.kind, action: job.params['action'] ?? null };
    return this.progress.create({ kind: UNDO_TASK, params, itemIds });
  }
}
