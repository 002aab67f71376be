import { Controller, Get, type MessageEvent, Sse } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { JobView } from './jobs.dto.js';
import { JobsService } from './jobs.service.js';

@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get(':id')
  @Rights('read')
  getJob(@Principal() who: Principal, @IdParam() id: string): Promise<JobView> {
    return this.jobs.get(scopeOf(who), id);
  }

  /** Each event's data is the job as it stands; the stream ends when the job does. */
  @Sse(':id/stream')
  @ApiProduces('text/event-stream')
  @Rights('read')
  watchJob(@Principal() who: Principal, @IdParam() id: string): Promise<Observable<MessageEvent>> {
    return this.jobs.watch(scopeOf(who), id);
  }
}
