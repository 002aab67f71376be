import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { Notify } from '../../platform/events/notify.js';
import { JOB_NEWS, ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { type JobView, jobView } from './jobs.dto.js';

/** Proxies cut connections that are silent for a minute. */
const HEARTBEAT_MS = 20_000;
/** A browser connects again by itself, and is asked anew who it is. */
const LONGEST_STREAM_MS = 10 * 60_000;

const OVER = new Set<JobView['state']>(['done', 'failed', 'undone']);

@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly progress: ProgressJobs,
    private readonly notify: Notify,
  ) {}

  async get(scope: WorkspaceScope, id: string): Promise<JobView> {
    return jobView(await this.database.inWorkspace(scope, () => this.progress.get(id)));
  }

  /** The job now and after each change, until it is over. Each look is a short transaction of its own. */
  async watch(scope: WorkspaceScope, id: string): Promise<Observable<MessageEvent>> {
    await this.get(scope, id);
    return new Observable<MessageEvent>((watcher) => {
      const look = oneAtATime(async () => {
        const job = await this.get(scope, id);
        watcher.next({ data: job });
        if (OVER.has(job.state)) watcher.complete();
      });
      const lookOrFail = (): void => void look().catch((error: unknown) => watcher.error(error));
      const subscription = this.notify.subscribe(JOB_NEWS, (news) => {
        if (news === 'missed' || news.id === id) lookOrFail();
      });
      const heartbeat = setInterval(() => watcher.next({ type: 'ping', data: '' }), HEARTBEAT_MS);
      const end = setTimeout(() => watcher.complete(), LONGEST_STREAM_MS);
      void subscription.then(lookOrFail);
      return () => {
        clearInterval(heartbeat);
        clearTimeout(end);
        void subscription.then((leave) => leave());
      };
    });
  }
}

/** Work that is asked for while it runs is done once more afterwards: many changes in a row cost two looks. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      running = false;
    }
  };
}
