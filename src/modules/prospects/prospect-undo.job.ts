import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from '../jobs/job-items.service.js';
import { JobUndoers } from '../jobs/job-undoers.service.js';
import { type BeforeAct, ProspectBack } from './prospect-back.js';
import type { ProspectAction } from './prospect-bulk.dto.js';
import { BULK_TASK } from './prospect-bulk.service.js';
import { prospectEvent } from './prospect-events.js';
import { type Outcomes, ProspectJobRunner } from './prospect-job-runner.js';
import type { HeldProspect } from './prospects.repository.js';

/** Name of the background task that takes an act on many prospects back. */
const UNDO_TASK = 'prospects.undo';

/** Takes acts on many prospects back, one chunk at a time; what somebody changed since is left alone. */
@Injectable()
export class ProspectUndoJob implements OnModuleInit {
  constructor(
    private readonly runner: ProspectJobRunner,
    private readonly items: JobItems,
    private readonly undoers: JobUndoers,
    private readonly progress: ProgressJobs,
    private readonly back: ProspectBack,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.undoers.register(BULK_TASK, (job) => this.start(job));
    this.runner.register(UNDO_TASK, {
      step: (rows, job) => this.step(rows, job),
      finished: (job) => this.finished(job),
    });
  }

  private async start(job: ProgressJob): Promise<string> {
    const itemIds = await this.items.changedBy(job.id);
    return this.progress.create({
      kind: UNDO_TASK,
      params: { jobId: job.id, action: job.params['action'] },
      itemIds,
    });
  }

  private async step(rows: readonly HeldProspect[], job: ProgressJob): Promise<Outcomes> {
    const original = await this.progress.get(String(job.params['jobId']));
    const before = await this.items.before<BeforeAct>(
      original.id,
      rows.map((row) => row.id),
    );
    const all = rows.flatMap((row) => {
      const was = before.get(row.id);
      return was === undefined ? [] : [{ row, was }];
    });
    const action = original.params['action'] as ProspectAction;
    const ids = new Set(await this.back.put(action, all, original.params, this.clock.now()));
    const restored = rows.filter((row) => ids.has(row.id));
    const kind = action === 'archive' ? 'prospect.restored' : 'prospect.changed';
    await this.events.recordMany(restored.map((row) => prospectEvent(kind, row, { isUndo: true, action })));
    return new Map(restored.map((row): [string, ItemOutcome] => [row.id, { state: 'done' }]));
  }

  private async finished(job: ProgressJob): Promise<void> {
    const original = await this.progress.get(String(job.params['jobId']));
    await this.back.removeMadeTags((original.params['madeTagIds'] as string[] | undefined) ?? []);
    await this.progress.undone(original.id);
  }
}
