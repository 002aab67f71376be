import { Global, Module } from '@nestjs/common';
import { ChunkedTasks } from './chunked-tasks.js';
import { JobHandlers } from './job-handlers.js';
import { JobRuntime } from './job-runtime.js';
import { Jobs } from './jobs.js';
import { ProgressJobs } from './progress-jobs.js';
import { ProgressTasks } from './progress-tasks.js';
import { WorkerLocks } from './worker-locks.js';

/** Background work: adding it everywhere, running it in workers. */
@Global()
@Module({
  providers: [JobHandlers, Jobs, JobRuntime, WorkerLocks, ProgressJobs, ProgressTasks, ChunkedTasks],
  exports: [JobHandlers, Jobs, JobRuntime, ProgressJobs, ProgressTasks, ChunkedTasks],
})
export class JobsModule {}
