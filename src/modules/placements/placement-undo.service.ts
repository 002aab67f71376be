import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import type { StartedJob } from './placement-bulk.dto.js';
import { BULK_TASK } from './placement-bulk.service.js';
import { PlacementUndoRepository } from './placement-undo.repository.js';
import { MOVE_TASK } from './target-move.service.js';

/** Name of the background task that takes an act on many placements back. */
export const UNDO_TASK = 'placements.undo';

/** Actions that can be taken back: what is asked or agreed cannot be unasked. */
const UNDOABLE: readonly unknown[] = ['archive', 'end', 'assign'];

/** Starts the undoing of acts on many placements. */
@Injectable()
export class PlacementUndoService {
  constructor(
    private readonly database: Database,
    private readonly items: PlacementUndoRepository,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws `job.not_found`, `job.not_undoable`; `access.forbidden` unless it was one's own act, or one is a manager. */
  start(who: Principal, jobId: string): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const job = await this.progress.get(jobId);
      const isMayed = job.createdBy === who.userId || may(who.role, 'manage', who.tokenScope);
      if (!isMayed) throw new AppError('access.forbidden');
      if (!isUndoable(job) || (await this.items.isBeingUndone(jobId, UNDO_TASK))) {
        throw new AppError('job.not_undoable', { state: job.state });
      }
      const itemIds = await this.items.changedBy(jobId);
      const params = { jobId, task: job.kind, action: job.params['action'] ?? null };
      return { jobId: await this.progress.create({ kind: UNDO_TASK, params, itemIds }) };
    });
  }
}

function isUndoable(job: ProgressJob): boolean {
  if (job.state !== 'done') return false;
  return job.kind === MOVE_TASK || (job.kind === BULK_TASK && UNDOABLE.includes(job.params['action']));
}
