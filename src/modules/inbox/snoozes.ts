import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { ConversationRows } from './conversation-rows.repository.js';

/** Brings conversations back that were put off until now. */
@Injectable()
export class Snoozes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rows: ConversationRows,
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
      await this.database.inWorkspace({ workspaceId }, () => this.rows.wake(id, now));
    }
  }
}
