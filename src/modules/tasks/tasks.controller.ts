import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { TaskActs } from './task-acts.service.js';
import { TaskBulkService } from './task-bulk.service.js';
import { TaskFilter, TaskListQuery } from './task-filter.dto.js';
import { TaskLists } from './task-lists.query.js';
import { NewTask, TaskChange, TaskCounts, TaskList, TaskResult, TasksAct, TaskView } from './tasks.dto.js';

@Controller('tasks')
export class TasksController {
  constructor(
    private readonly database: Database,
    private readonly acts: TaskActs,
    private readonly lists: TaskLists,
    private readonly bulk: TaskBulkService,
  ) {}

  /** Tasks, what is due first. */
  @Get()
  @Rights('read')
  listTasks(@Principal() who: Principal, @Query() query: TaskListQuery): Promise<TaskList> {
    return this.database.inWorkspace(scopeOf(who), () => this.lists.page(query));
  }

  /** How many tasks are open, overdue, due today, and without anybody. */
  @Get('counts')
  @Rights('read')
  countTasks(@Principal() who: Principal, @Query() query: TaskFilter): Promise<TaskCounts> {
    return this.database.inWorkspace(scopeOf(who), () => this.lists.counts(query));
  }

  @Post()
  @Rights('write')
  addTask(@Principal() who: Principal, @Body() body: NewTask): Promise<TaskView> {
    return this.acts.add(who, body);
  }

  /** Does one act with many open tasks, in the background; `POST /jobs/{jobId}/undo` takes it back. */
  @Post('bulk')
  @HttpCode(202)
  @Rights('write')
  actOnTasks(@Principal() who: Principal, @Body() body: TasksAct): Promise<StartedJob> {
    return this.bulk.start(who, body);
  }

  @Get(':id')
  @Rights('read')
  getTask(@Principal() who: Principal, @IdParam() id: string): Promise<TaskView> {
    return this.acts.get(who, id);
  }

  @Patch(':id')
  @Rights('write')
  changeTask(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: TaskChange,
  ): Promise<TaskView> {
    return this.acts.change(who, id, body);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Rights('write')
  finishTask(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: TaskResult,
  ): Promise<TaskView> {
    return this.acts.finish(who, id, body.result);
  }

  /** Takes back that a task is done. */
  @Post(':id/reopen')
  @HttpCode(200)
  @Rights('write')
  reopenTask(@Principal() who: Principal, @IdParam() id: string): Promise<TaskView> {
    return this.acts.reopen(who, id);
  }

  @Post(':id/remove')
  @HttpCode(204)
  @Rights('write')
  removeTask(@Principal() who: Principal, @IdParam() id: string): Promise<void> {
    return this.acts.remove(who, id);
  }
}
