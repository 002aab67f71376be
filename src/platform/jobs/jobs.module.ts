import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import { JobRuntime } from './job-runtime.js';
import { Jobs } from './jobs.js';
import { WorkerLocks } from './worker-locks.js';

/** Background work: adding it everywhere, running it in workers. */
@Global()
@Module({
  providers: [JobHandlers, Jobs, JobRuntime, WorkerLocks],
  exports: [JobHandlers, Jobs, JobRuntime],
})
export class JobsModule {}
