import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';
import { Database } from '../database/database.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import { OpenApiController } from './openapi.controller.js';

/** `/health/live`, `/health/ready`, `/metrics`. */
@Global()
@Module({ controllers: [HealthController, OpenApiController], providers: [Health], exports: [Health] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    if (register.getSingleMetric('process_cpu_seconds_total') === undefined) collectDefaultMetrics();
    this.health.register('database', async () => {
      await this.database.inInstallation(() => this.database.manager().query('select 1'));
      return { ok: true, state: 'ok' };
    });
  }
}
