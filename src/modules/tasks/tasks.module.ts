import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { JobProgressModule } from '../jobs/jobs.module.js';
import { TaskActs } from './task-acts.service.js';
import { TaskBulkJob } from './task-bulk.job.js';
import { TaskBulkService } from './task-bulk.service.js';
import { TaskListeners } from './task-listeners.js';
import { TaskLists } from './task-lists.query.js';
import { TaskPlaces } from './task-places.query.js';
import { TaskUndoJob } from './task-undo.job.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

/** Tasks of people, with a day on which they are due. */
@Module({
  imports: [AccessModule, JobProgressModule],
  controllers: [TasksController],
  providers: [
    TaskActs,
    TaskBulkJob,
    TaskBulkService,
    TaskListeners,
    TaskLists,
    TaskPlaces,
    TaskUndoJob,
    TasksRepository,
    TasksService,
  ],
  exports: [TasksService],
})
export class TasksModule {}
