import { Injectable } from '@nestjs/common';
import type { TaskKind } from '../../core/tasks/task.js';
import type { NamedPlace, TaskPlace } from '../../core/tasks/task-place.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import { taskEvent } from './task-events.js';
import type { TaskFilter, TaskListQuery } from './task-filter.dto.js';
import { TaskLists } from './task-lists.query.js';
import type { TaskList } from './tasks.dto.js';
import { type TaskColumns, type TaskOwner, TasksRepository } from './tasks.repository.js';

/** A task another module wants done. The caller says where it belongs; its ids are taken as they are. */
export interface FreshTask extends NamedPlace {
  readonly title: string;
  readonly kind?: TaskKind;
  readonly note?: string;
  /** What the work needs at hand, such as the address of a link. */
  readonly facts?: Readonly<Record<string, string>>;
  /** YYYY-MM-DD. */
  readonly dueOn?: string | null;
  readonly assigneeMemberId?: string | null;
}

/** Why tasks are no longer needed. */
export type TaskClosing = 'pitch_lost' | 'pitch_archived' | 'campaign_archived' | 'no_longer_needed';

/** Tasks as other modules make and close them, in the open transaction. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly lists: TaskLists,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** A page of tasks. */
  list(asked: TaskListQuery): Promise<TaskList> {
    return this.lists.page(asked);
  }

  /** How many tasks of the filtered list each person has; null is nobody. */
  countsByAssignee(filter: TaskFilter): Promise<ReadonlyMap<string | null, number>> {
    return this.lists.countsByAssignee(filter);
  }

  /** Adds a task; answers its id. */
  async add(task: FreshTask): Promise<string> {
    const [id] = await this.addMany([task]);
    return String(id);
  }

  /** Adds tasks with one statement; answers their ids in the same order. */
  async addMany(tasks: readonly FreshTask[]): Promise<string[]> {
    if (tasks.length === 0) return [];
    const rows = tasks.map(columnsOf);
    const { userId = null } = this.database.scope();
    const ids = await this.tasks.insert(rows, { at: this.clock.now(), by: userId });
    await this.events.recordMany(
      rows.map((row, no) =>
        taskEvent('task.added', { ...row, id: ids[no] ?? '' }, { assigneeMemberId: row.assigneeMemberId }),
      ),
    );
    return ids;
  }

  /** Whether an open task of a kind hangs on a record, so that none is asked for twice. */
  async isOpen(owner: TaskOwner, kind: TaskKind): Promise<boolean> {
    return (await this.tasks.openOf(owner, kind)).length > 0;
  }

  /** Removes the open tasks of a record, because nobody need do them now; answers their ids. */
  async closeFor(owner: TaskOwner, reason: TaskClosing, kind: TaskKind | null = null): Promise<string[]> {
    const rows = await this.tasks.openOf(owner, kind);
    const at = this.clock.now();
    await this.tasks.write(
      rows.map((row) => row.id),
      { archived_at: at },
      at,
    );
    await this.events.recordMany(rows.map((row) => taskEvent('task.removed', row, { reason })));
    return rows.map((row) => row.id);
  }

  /** Marks the open tasks of a kind as done, because what they asked for has happened; answers their ids. */
  async finishFor(owner: TaskOwner, kind: TaskKind): Promise<string[]> {
    const rows = await this.tasks.openOf(owner, kind);
    const { userId = null } = this.database.scope();
    const at = this.clock.now();
    await this.tasks.write(
      rows.map((row) => row.id),
      { done_at: at, done_by: userId },
      at,
    );
    await this.events.recordMany(rows.map((row) => taskEvent('task.done', row, { isAutomatic: true })));
    return rows.map((row) => row.id);
  }
}

const NOWHERE: TaskPlace = {
  clientId: null,
  campaignId: null,
  pitchId: null,
  placementId: null,
  orderId: null,
  siteId: null,
};

function columnsOf(task: FreshTask): TaskColumns {
  const { title, kind = 'other', note = '', facts = {}, dueOn = null, assigneeMemberId = null } = task;
  const named = Object.keys(NOWHERE).map((slot) => [slot, task[slot as keyof TaskPlace] ?? null] as const);
  const place = { ...NOWHERE, ...Object.fromEntries(named) };
  return { ...place, kind, title: title.trim().slice(0, 300), note, facts, dueOn, assigneeMemberId };
}
