import { Module } from '@nestjs/common';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';

/** Progress of background work, for whoever started it or looks at it. */
@Module({ controllers: [JobsController], providers: [JobsService] })
export class JobProgressModule {}
