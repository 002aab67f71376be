import { Module } from '@nestjs/common';
import { JobItems } from './job-items.service.js';
import { JobUndoers } from './job-undoers.service.js';
import { JobUndoing } from './job-undoing.service.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';

/** Progress of background work, for whoever started it or looks at it, and the way to take it back. */
@Module({
  controllers: [JobsController],
  providers: [JobItems, JobUndoers, JobUndoing, JobsService],
  exports: [JobItems, JobUndoers],
})
export class JobProgressModule {}
