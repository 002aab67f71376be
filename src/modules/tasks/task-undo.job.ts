import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import { ChunkedTasks, type Outcomes } from '../../platform/jobs/chunked-tasks.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { JobItems } from '../jobs/job-items.service.js';
import { JobUndoers } from '../jobs/job-undoers.service.js';
import type { BeforeAct } from './task-bulk.job.js';
import { BULK_TASK } from './task-bulk.service.js';
import { taskEvent } from './task-events.js';
import type { TaskAction } from './tasks.dto.js';
import { type HeldTask, TasksRepository, type TaskWrite } from './tasks.repository.js';

/** Name of the background task that takes an act on many tasks back. */
const UNDO_TASK = 'tasks.undo';
const CHUNK = 500;

/** How each act is taken back: null where somebody has changed meanwhile what it did, which is then left alone. */
const PUT_BACK: Readonly<
  Record<TaskAction, (row: HeldTask, was: BeforeAct, params: ProgressJob['params']) => TaskWrite | null>
> = {
  assign: (row, was, params) =>
    row.assigneeMemberId === params['assigneeMemberId']
      ? { assignee_member_id: was.assigneeMemberId ?? null }
      : null,
  due: (row, was, params) => (row.dueOn === params['dueOn'] ? { due_on: was.dueOn ?? null } : null),
  done: (row) => (row.doneAt === null ? null : { done_at: null, done_by: null, result: '' }),
};

/** Takes acts on many tasks back, one chunk at a time. */
@Injectable()
export class TaskUndoJob implements OnModuleInit {
  constructor(
    private readonly chunks: ChunkedTasks,
    private readonly tasks: TasksRepository,
    private readonly items: JobItems,
    private readonly undoers: JobUndoers,
    private readonly progress: ProgressJobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.undoers.register(BULK_TASK, async (job) =>
      this.progress.create({
        kind: UNDO_TASK,
        params: { jobId: job.id, action: job.params['action'] },
        itemIds: await this.items.changedBy(job.id),
      }),
    );
    this.chunks.register<HeldTask>(UNDO_TASK, {
      size: CHUNK,
      lock: (ids) => this.tasks.lockAll(ids),
      step: (rows, job) => this.step(rows, job),
      finished: (job) => this.progress.undone(String(job.params['jobId'])),
    });
  }

  private async step(rows: readonly HeldTask[], job: ProgressJob): Promise<Outcomes> {
    const original = await this.progress.get(String(job.params['jobId']));
    const action = original.params['action'] as TaskAction;
    const before = await this.items.before<BeforeAct>(
      original.id,
      rows.map((row) => row.id),
    );
    const outcomes = new Map<string, ItemOutcome>();
    for (const row of rows) {
      const was = before.get(row.id);
      const isHere = row.archivedAt === null && (action === 'done' || row.doneAt === null);
      const columns = was === undefined || !isHere ? null : PUT_BACK[action](row, was, original.params);
      if (columns === null) continue;
      await this.tasks.write([row.id], columns, this.clock.now());
      const kind = action === 'done' ? 'task.reopened' : 'task.changed';
      await this.events.record(taskEvent(kind, row, { isUndo: true, fields: Object.keys(columns) }));
      outcomes.set(row.id, { state: 'done' });
    }
    return outcomes;
  }
}
