import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';

/** Brings conversations back that were put off until now. */
@Injectable()
export class Snoozes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'inbox.snoozes', cron: '* * * * *', run: () => this.wake() });
  }

  /** Every conversation whose moment has come is to be answered again, unless it is done. */
  async wake(): Promise<void> {
    const now = this.clock.now();
    const over = await this.database.inInstallation(() =>
      this.database
        .manager()
        .query<{ workspaceId: string; id: string }[]>(
          'select workspace_id as "workspaceId", conversation_id as id from snoozes_over($1)',
          [now],
        ),
    );
    for (const { workspaceId, id } of over) {
      await this.database.inWorkspace({ workspaceId }, () =>
        this.database.manager().query(
          `update conversations set snoozed_until = null, state = case when state = 'waiting' then 'to_answer' else state end,
             revision = revision + 1, updated_at = $2 where id = $1 and snoozed_until <= $2`,
          [id, now],
        ),
      );
    }
  }
}
