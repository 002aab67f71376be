import { Controller, Get, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { sendEvents } from '../../platform/http/event-stream.js';
import { Principal } from '../../platform/http/principal.js';
import { StreamService } from './stream.service.js';

@Controller('stream')
export class StreamController {
  constructor(private readonly stream: StreamService) {}

  /** Tells as it happens which placements, notifications, jobs, imports, conversations and mails on their way out of the workspace changed: ids only. */
  @Get()
  @ApiProduces('text/event-stream')
  @Rights('read')
  watchWorkspace(@Principal() who: Principal, @Res() response: Response): Promise<void> {
    return sendEvents(response, this.stream.watch(who));
  }
}
