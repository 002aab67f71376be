import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from './job-items.service.js';
import { JobUndoers } from './job-undoers.service.js';

/** Takes back what jobs did, each in the way its module registered. */
@Injectable()
export class JobUndoing {
  constructor(
    private readonly database: Database,
    private readonly progress: ProgressJobs,
    private readonly items: JobItems,
    private readonly undoers: JobUndoers,
  ) {}

  /** Throws `job.not_found`, `job.not_undoable`; `access.forbidden` unless it was one's own act, or one is a manager. */
  start(who: Principal, jobId: string): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const job = await this.progress.get(jobId);
      const isMayed = job.createdBy === who.userId || may(who.role, 'manage', who.tokenScope);
      if (!isMayed) throw new AppError('access.forbidden');
      const undo = job.state === 'done' ? this.undoers.of(job.kind) : undefined;
      const isFree = undo !== undefined && !(await this.items.isBeingUndone(jobId));
      const undoing = isFree ? await undo(job, who) : null;
      if (undoing === null) throw new AppError('job.not_undoable', { state: job.state });
      return { jobId: undoing };
    });
  }
}
