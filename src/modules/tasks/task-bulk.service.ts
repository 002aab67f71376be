import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { TaskLists } from './task-lists.query.js';
import { TaskPlaces } from './task-places.query.js';
import type { TaskAction, TaskActionParams, TasksAct } from './tasks.dto.js';

/** Name of the background task of acts on many tasks. */
export const BULK_TASK = 'tasks.bulk';

/** Tasks one act takes at most. */
const MOST = 10_000;

/** Starts acts on many tasks: the snapshot of ids is taken now. */
@Injectable()
export class TaskBulkService {
  constructor(
    private readonly database: Database,
    private readonly lists: TaskLists,
    private readonly places: TaskPlaces,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws `task.not_found` when nothing of it is there, `task.too_many`, or `request.invalid` with the field. */
  start(who: Principal, { action, ids, filter, params = {} }: TasksAct): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if ((ids === undefined) === (filter === undefined))
        throw refusal('ids', 'needed', 'name tasks, or a filter, and not both');
      const told = await this.told(action, params);
      const itemIds =
        ids === undefined ? await this.lists.ids(filter ?? {}, MOST) : await this.lists.visible(ids);
      if (itemIds.length > MOST) throw new AppError('task.too_many', { most: MOST });
      if (itemIds.length === 0 && ids !== undefined) throw new AppError('task.not_found', {});
      const jobId = await this.progress.create({
        kind: BULK_TASK,
        params: { action, memberId: who.memberId, userId: who.userId, ...told },
        itemIds,
      });
      return { jobId };
    });
  }

  /** What the action needs, checked. */
  private async told(
    action: TaskAction,
    { assigneeMemberId, dueOn, result = '' }: TaskActionParams,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (action === 'done') return { result: result.trim() };
    if (action === 'due') return { dueOn: given(dueOn, 'params.dueOn') };
    const memberId = given(assigneeMemberId, 'params.assigneeMemberId');
    const isKnown = memberId === null || (await this.places.clientsFor(memberId, [null])).size > 0;
    if (!isKnown) throw refusal('params.assigneeMemberId', 'unknown_member', 'must be a member of the team');
    return { assigneeMemberId: memberId };
  }
}

function given<Value>(value: Value | undefined, field: string): Value {
  if (value === undefined) throw refusal(field, 'needed', 'is needed for this action');
  return value;
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
