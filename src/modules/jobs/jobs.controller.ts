import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { sendEvents } from '../../platform/http/event-stream.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { JobUndoing } from './job-undoing.service.js';
import { JobView } from './jobs.dto.js';
import { JobsService } from './jobs.service.js';

@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly undoing: JobUndoing,
  ) {}

  @Get(':id')
  @Rights('read')
  getJob(@Principal() who: Principal, @IdParam() id: string): Promise<JobView> {
    return this.jobs.get(scopeOf(who), id);
  }

  /** Each event's data is the job as it stands; the stream ends when the job does. */
  @Get(':id/stream')
  @ApiProduces('text/event-stream')
  @Rights('read')
  async watchJob(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendEvents(response, await this.jobs.watch(scopeOf(who), id));
  }

  /** Takes back what a job did, in the background: acts on many placements or prospects, moving target pages. */
  @Post(':id/undo')
  @HttpCode(202)
  @Rights('write')
  undoJob(@Principal() who: Principal, @IdParam() id: string): Promise<StartedJob> {
    return this.undoing.start(who, id);
  }
}
