import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { keepFrom } from './retention.js';

/** The month before, in case clocks differ, this one, and three ahead, in case no worker runs for a season. */
const MONTHS_BACK = 1;
const MONTHS_MADE = 5;
/** Marks that a listener heard an event are needed only as long as its delivery may be repeated. */
const DELIVERIES_KEPT_DAYS = 30;

/**
 * Keeps months of checks and events ahead, and lets those go that are older than the settings keep. It is done
 * at every start and every day; without a partition for its month nothing could be recorded.
 */
@Injectable()
export class Partitions implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'partitions', cron: '20 3 * * *', run: () => this.maintain() });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.makeAhead();
  }

  async maintain(): Promise<void> {
    await this.makeAhead();
    await this.drop('checks', this.config.keepChecksMonths);
    await this.drop('events', this.config.keepEventsMonths);
    await this.drop('event_subjects', this.config.keepEventsMonths);
    await this.forgetDeliveries();
  }

  /** Answers how many were missing. */
  async makeAhead(): Promise<number> {
    const from = keepFrom(this.clock.now(), MONTHS_BACK);
    const rows = await this.query<{ made: number }>('select ensure_partitions($1, $2) as made', [
      from,
      MONTHS_MADE,
    ]);
    return rows[0]?.made ?? 0;
  }

  private async drop(table: string, months: number): Promise<void> {
    const before = keepFrom(this.clock.now(), months);
    if (before !== null) await this.query('select drop_partitions_before($1, $2)', [table, before]);
  }

  private async forgetDeliveries(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - DELIVERIES_KEPT_DAYS * 86_400_000);
    const workspaces = await this.query<{ id: string }>('select workspace_ids() as id');
    for (const { id } of workspaces) {
      await this.database.inWorkspace({ workspaceId: id }, () =>
        this.database.manager().query('delete from event_deliveries where delivered_at < $1', [before]),
      );
    }
  }

  private query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.database.inInstallation(() => this.database.manager().query<Row[]>(sql, values));
  }
}
