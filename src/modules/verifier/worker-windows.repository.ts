import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What a worker says of its own line. */
export interface WorkerWindow {
  readonly worker: string;
  readonly startedAt: Date;
  readonly checks: number;
  readonly couldNotCheck: number;
  readonly hosts: number;
  readonly silentUntil: Date;
}

/** Which workers doubt their own line, for everybody who asks whether the installation is well. */
@Injectable()
export class WorkerWindowsRepository {
  constructor(private readonly database: Database) {}

  async write(window: WorkerWindow): Promise<void> {
    await this.ask(
      `insert into worker_windows (worker, started_at, checks, could_not_check, hosts, silent_until)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (worker) do update set started_at = excluded.started_at, checks = excluded.checks,
         could_not_check = excluded.could_not_check, hosts = excluded.hosts, silent_until = excluded.silent_until`,
      [
        window.worker,
        window.startedAt,
        window.checks,
        window.couldNotCheck,
        window.hosts,
        window.silentUntil,
      ],
    );
    await this.ask(`delete from worker_windows where silent_until < $1::timestamptz - interval '1 day'`, [
      window.silentUntil,
    ]);
  }

  /** How many workers are silent at a moment. */
  async silent(now: Date): Promise<number> {
    const rows = await this.ask<{ count: number }>(
      'select count(*)::integer as count from worker_windows where silent_until > $1',
      [now],
    );
    return rows[0]?.count ?? 0;
  }

  private ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.inInstallation(() => this.database.manager().query<Row[]>(sql, values));
  }
}
