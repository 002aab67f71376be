import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/http/principal.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';

/**
 * Starts the undoing of a job that is done, in the open transaction; answers the id of the job that undoes it, or null where this job
 * cannot be taken back. The parameters of that job name the undone one as `jobId`.
 */
export type StartUndo = (job: ProgressJob, who: Principal) => Promise<string | null>;

/** The place where the modules above say how jobs of theirs are taken back. */
@Injectable()
export class JobUndoers {
  private readonly starts = new Map<string, StartUndo>();

  /** Registers how jobs of a kind are undone; called in `onModuleInit`. */
  register(kind: string, start: StartUndo): void {
    if (this.starts.has(kind)) throw new Error(`undoing ${kind} is registered twice`);
    this.starts.set(kind, start);
  }

  /** How jobs of a kind are undone; undefined where they are not. */
  of(kind: string): StartUndo | undefined {
    return this.starts.get(kind);
  }
}
