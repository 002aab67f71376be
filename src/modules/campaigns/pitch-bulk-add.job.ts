import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChunkedTasks, type Outcomes } from '../../platform/jobs/chunked-tasks.js';
import { outcomeOf, starterOf } from '../../platform/jobs/item-work.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from '../jobs/job-items.service.js';
import { JobUndoers } from '../jobs/job-undoers.service.js';
import { ProspectChoosing } from '../prospects/prospect-choosing.service.js';
import { CampaignsService } from './campaigns.service.js';
import { PitchAdding } from './pitch-adding.js';
import { ADD_TASK } from './pitch-bulk-add.service.js';

/** Name of the background task that takes added prospects out of a campaign again. */
const UNDO_TASK = 'pitches.add.undo';

/** Prospects of one transaction: each is looked at by the conflict guard. */
const CHUNK = 25;

type Rows = readonly { readonly id: string; readonly siteId: string; readonly archivedAt: Date | null }[];

/** Adds many prospects to a campaign, each as if a person did it alone; one that is refused or there already is told by its reason. */
@Injectable()
export class PitchBulkAddJob implements OnModuleInit {
  constructor(
    private readonly tasks: ChunkedTasks,
    private readonly progress: ProgressJobs,
    private readonly items: JobItems,
    private readonly undoers: JobUndoers,
    private readonly prospects: ProspectChoosing,
    private readonly campaigns: CampaignsService,
    private readonly adding: PitchAdding,
  ) {}

  onModuleInit(): void {
    const lock = (ids: string[]) => this.prospects.lockAll(ids);
    this.undoers.register(ADD_TASK, (job) => this.startUndo(job));
    this.tasks.register(ADD_TASK, { size: CHUNK, lock, step: (rows, job) => this.step(rows, job) });
    this.tasks.register(UNDO_TASK, {
      size: CHUNK,
      lock,
      step: (rows, job) => this.stepBack(rows, job),
      finished: (job) => this.progress.undone(String(job.params['jobId'])),
    });
  }

  /** Adding refuses before it writes anything, so one that is refused leaves the others of its chunk alone. */
  private async step(rows: Rows, job: ProgressJob): Promise<Outcomes> {
    const campaign = await this.campaigns.one(String(job.params['campaignId']));
    const outcomes = new Map<string, ItemOutcome>();
    for (const { id, siteId, archivedAt } of rows) {
      if (archivedAt !== null) continue;
      const wish = { ...wishOf(job), siteId };
      const outcome = await outcomeOf(async () => {
        const { id: pitchId } = await this.adding.addOnce(starterOf(job), campaign, wish);
        return { state: 'done', before: { pitchId } };
      });
      outcomes.set(id, outcome);
    }
    return outcomes;
  }

  private async startUndo(job: ProgressJob): Promise<string> {
    const itemIds = await this.items.changedBy(job.id);
    return this.progress.create({ kind: UNDO_TASK, params: { jobId: job.id, action: 'add' }, itemIds });
  }

  /** A pitch somebody has worked on since stays. */
  private async stepBack(rows: Rows, job: ProgressJob): Promise<Outcomes> {
    const ids = rows.map((row) => row.id);
    const made = await this.items.before<{ pitchId: string }>(String(job.params['jobId']), ids);
    const outcomes = new Map<string, ItemOutcome>();
    for (const [id, { pitchId }] of made)
      outcomes.set(id, { state: (await this.adding.takeBack(pitchId)) ? 'done' : 'skipped' });
    return outcomes;
  }
}

function wishOf({ params }: ProgressJob) {
  return {
    assigneeMemberId: params['assigneeMemberId'] as string | null,
    targetPageId: params['targetPageId'] as string | null,
    release: params['release'] === true,
  };
}
