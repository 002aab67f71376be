import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import { ChunkedTasks, type Outcomes } from '../../platform/jobs/chunked-tasks.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { BULK_TASK } from './task-bulk.service.js';
import { taskEvent } from './task-events.js';
import { TaskPlaces } from './task-places.query.js';
import type { TaskAction } from './tasks.dto.js';
import { type HeldTask, TasksRepository, type TaskWrite } from './tasks.repository.js';

type Rows = readonly HeldTask[];
type Params = ProgressJob['params'];

/** What a task was before the act, for the undo. */
export interface BeforeAct {
  readonly assigneeMemberId?: string | null;
  readonly dueOn?: string | null;
}

const CHUNK = 500;

/** Runs acts on many tasks. One that does not take the act is skipped or refused alone. */
@Injectable()
export class TaskBulkJob implements OnModuleInit {
  constructor(
    private readonly chunks: ChunkedTasks,
    private readonly tasks: TasksRepository,
    private readonly places: TaskPlaces,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.chunks.register<HeldTask>(BULK_TASK, {
      size: CHUNK,
      lock: (ids) => this.tasks.lockAll(ids),
      step: (rows, job) => this.steps[job.params['action'] as TaskAction](open(rows), job.params),
    });
  }

  private readonly steps: Readonly<Record<TaskAction, (rows: Rows, params: Params) => Promise<Outcomes>>> = {
    assign: (rows, params) => this.assign(rows, params),
    due: (rows, params) => this.due(rows, params),
    done: (rows, params) => this.done(rows, params),
  };

  private async assign(rows: Rows, params: Params): Promise<Outcomes> {
    const to = params['assigneeMemberId'] as string | null;
    const others = rows.filter((row) => row.assigneeMemberId !== to);
    const clientIds = others.map((row) => row.clientId);
    const seen = to === null ? new Set(clientIds) : await this.places.clientsFor(to, clientIds);
    const [taken, refused] = [
      others.filter((row) => seen.has(row.clientId)),
      others.filter((row) => !seen.has(row.clientId)),
    ];
    await this.write(taken, { assignee_member_id: to });
    await this.events.recordMany(
      taken.map((row) =>
        taskEvent('task.changed', row, { fields: ['assignee_member_id'], from: row.assigneeMemberId, to }),
      ),
    );
    return new Map<string, ItemOutcome>([
      ...taken.map(({ id, assigneeMemberId }) => [id, before({ assigneeMemberId })] as const),
      ...refused.map(({ id }) => [id, { state: 'failed', errorCode: 'task.assignee_cannot_see' }] as const),
    ]);
  }

  private async due(rows: Rows, params: Params): Promise<Outcomes> {
    const others = rows.filter((row) => row.dueOn !== params['dueOn']);
    await this.write(others, { due_on: params['dueOn'] });
    await this.events.recordMany(others.map((row) => taskEvent('task.changed', row, { fields: ['due_on'] })));
    return new Map(others.map(({ id, dueOn }) => [id, before({ dueOn })]));
  }

  private async done(rows: Rows, params: Params): Promise<Outcomes> {
    await this.write(rows, {
      done_at: this.clock.now(),
      done_by: params['userId'],
      result: params['result'],
    });
    await this.events.recordMany(rows.map((row) => taskEvent('task.done', row)));
    return new Map(rows.map(({ id }) => [id, before({})]));
  }

  private write(rows: Rows, columns: TaskWrite): Promise<void> {
    return this.tasks.write(
      rows.map((row) => row.id),
      columns,
      this.clock.now(),
    );
  }
}

/** Tasks that are done or removed take no act on many. */
function open(rows: Rows): Rows {
  return rows.filter((row) => row.doneAt === null && row.archivedAt === null);
}

function before(was: BeforeAct): ItemOutcome {
  return { state: 'done', before: was };
}
