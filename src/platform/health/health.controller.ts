import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { register } from 'prom-client';
import { Config } from '../config/config.js';
import { Public } from '../http/decorators.js';
import { installationName } from '../process/running-instance.js';
import { Health } from './health.js';

/** For those who watch over the process: is it alive, is it fit for work, what does it count. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly config: Config,
  ) {}

  /** Alive: the process answers. A second start finds the first one by its installation. */
  @Public()
  @Get('health/live')
  live(): object {
    return { status: 'ok', installation: installationName(this.config) };
  }

  /** Ready: 200 when every part is well, 503 with the parts that are not. */
  @Public()
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const { ok, parts } = await this.health.ask();
    if (!ok) response.status(503).setHeader('Retry-After', '5');
    return { status: ok ? 'ok' : 'unwell', parts };
  }

  /** Counters in the text format of Prometheus. */
  @Public()
  @Get('metrics')
  @Header('Content-Type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
