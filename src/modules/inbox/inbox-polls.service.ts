import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Notify } from '../../platform/events/notify.js';
import { JobHandlers, type JobPayload } from '../../platform/jobs/job-handlers.js';

interface Poll extends JobPayload {
  readonly mailboxId: string;
}

/** Asks for a mailbox to be looked into now. Whoever waits for a fresh inbox adds the job of this name. */
@Injectable()
export class InboxPolls implements OnModuleInit {
  readonly topic = 'inbox.poll';

  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register<Poll>('inbox.poll', ({ workspaceId, mailboxId }) =>
      this.database.inWorkspace({ workspaceId }, () => this.ask(mailboxId)),
    );
  }

  /** In the open transaction: the reader hears of it when that is committed. */
  async ask(mailboxId: string): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.notify.publish(this.topic, { workspaceId, id: mailboxId });
  }
}
