import { Injectable } from '@nestjs/common';
import { type TaskAct, taskRefusal } from '../../core/tasks/task.js';
import { type TaskPlace, taskPlace } from '../../core/tasks/task-place.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { taskEvent } from './task-events.js';
import { TaskLists } from './task-lists.query.js';
import { TaskPlaces } from './task-places.query.js';
import type { NewTask, TaskChange, TaskView } from './tasks.dto.js';
import { type HeldTask, TasksRepository, type TaskWrite } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

/** What people do with tasks. */
@Injectable()
export class TaskActs {
  constructor(
    private readonly database: Database,
    private readonly service: TasksService,
    private readonly tasks: TasksRepository,
    private readonly places: TaskPlaces,
    private readonly lists: TaskLists,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `task.not_found`. */
  get(who: Principal, id: string): Promise<TaskView> {
    return this.database.inWorkspace(scopeOf(who), () => this.view(id));
  }

  /** Throws `request.invalid` for a record that is not there or belongs elsewhere, or `task.assignee_cannot_see`. */
  add(who: Principal, wish: NewTask): Promise<TaskView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const place = await this.place(wish);
      const assigneeMemberId = wish.assigneeMemberId === undefined ? who.memberId : wish.assigneeMemberId;
      await this.refuseStranger(assigneeMemberId, place.clientId);
      return this.view(await this.service.add({ ...wish, ...place, assigneeMemberId }));
    });
  }

  /** Throws `task.not_found`, `task.changed_meanwhile`, or `task.assignee_cannot_see`. A wish that changes nothing leaves the revision alone. */
  change(who: Principal, id: string, wish: TaskChange): Promise<TaskView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.current(id, 'change');
      if (row.revision !== wish.revision)
        throw new AppError('task.changed_meanwhile', { revision: row.revision });
      if (wish.assigneeMemberId !== undefined && wish.assigneeMemberId !== row.assigneeMemberId)
        await this.refuseStranger(wish.assigneeMemberId, row.clientId);
      const columns = changedColumns(row, wish);
      const fields = Object.keys(columns);
      if (fields.length > 0) {
        await this.write(row, columns);
        const to =
          'assignee_member_id' in columns ? { from: row.assigneeMemberId, to: wish.assigneeMemberId } : {};
        await this.events.record(taskEvent('task.changed', row, { fields, ...to }));
      }
      return this.view(id);
    });
  }

  /** Throws `task.not_found` or `task.done_already`. */
  finish(who: Principal, id: string, result = ''): Promise<TaskView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.current(id, 'done');
      await this.write(row, { done_at: this.clock.now(), done_by: who.userId, result: result.trim() });
      await this.events.record(taskEvent('task.done', row));
      return this.view(id);
    });
  }

  /** Throws `task.not_found` or `task.open_already`. What came of it is forgotten. */
  reopen(who: Principal, id: string): Promise<TaskView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.current(id, 'reopen');
      await this.write(row, { done_at: null, done_by: null, result: '' });
      await this.events.record(taskEvent('task.reopened', row));
      return this.view(id);
    });
  }

  /** Throws `task.not_found`. */
  remove(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.current(id, 'remove');
      await this.write(row, { archived_at: this.clock.now() });
      await this.events.record(taskEvent('task.removed', row));
    });
  }

  /** The task with its row locked. One that was removed is not there any more. */
  private async current(id: string, act: TaskAct): Promise<HeldTask> {
    const row = await this.tasks.lock(id);
    if (row === null) throw new AppError('task.not_found', { id });
    const refusal = taskRefusal(act, { isDone: row.doneAt !== null, isRemoved: row.archivedAt !== null });
    if (refusal === 'task.removed') throw new AppError('task.not_found', { id });
    if (refusal !== null) throw new AppError(refusal, { id });
    return row;
  }

  private async place(wish: NewTask): Promise<TaskPlace> {
    const found = await this.places.found(wish);
    if ('missing' in found) throw refusal(found.missing, 'not_found', 'names nothing that is here');
    const decision = taskPlace(wish, found);
    if (!decision.ok)
      throw refusal(
        decision.field,
        'belongs_elsewhere',
        'belongs to something else than what is named beside it',
      );
    return decision.place;
  }

  private async refuseStranger(memberId: string | null, clientId: string | null): Promise<void> {
    if (memberId === null) return;
    const clients = await this.places.clientsFor(memberId, [clientId]);
    if (clients.size === 0)
      throw refusal('assigneeMemberId', 'unknown_member', 'must be a member of the team');
    if (!clients.has(clientId)) throw new AppError('task.assignee_cannot_see', {});
  }

  private write(row: HeldTask, columns: TaskWrite): Promise<void> {
    return this.tasks.write([row.id], columns, this.clock.now());
  }

  private async view(id: string): Promise<TaskView> {
    const task = await this.lists.one(id);
    if (task === null) throw new AppError('task.not_found', { id });
    return task;
  }
}

const COLUMNS = {
  title: 'title',
  kind: 'kind',
  note: 'note',
  dueOn: 'due_on',
  assigneeMemberId: 'assignee_member_id',
} as const;

function changedColumns(row: HeldTask, wish: TaskChange): TaskWrite {
  const changed = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const wished = wish[name as keyof typeof COLUMNS];
    const value = name === 'title' && typeof wished === 'string' ? wished.trim() : wished;
    return value === undefined || value === row[name as keyof typeof COLUMNS]
      ? []
      : [[column, value] as const];
  });
  return Object.fromEntries(changed);
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field} ${message}`, params: {} }]);
}
