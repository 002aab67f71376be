import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** One mail of a mailbox on one of its days. */
export interface Counted {
  readonly mailboxId: string;
  /** YYYY-MM-DD in the mailbox's zone. */
  readonly day: string;
  readonly isFirst: boolean;
}

/** How many mails a mailbox sent on which day, and when its next may go; in the transaction of the claim, under the mailbox's lock. */
@Injectable()
export class LastWordCounts {
  constructor(private readonly database: Database) {}

  async count({ mailboxId, day, isFirst }: Counted, nextSlotAt: Date): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.run(
      `insert into mailbox_days (workspace_id, mailbox_id, day, mails, first_mails) values ($1, $2, $3, 1, $4)
       on conflict (workspace_id, mailbox_id, day)
       do update set mails = mailbox_days.mails + 1, first_mails = mailbox_days.first_mails + excluded.first_mails`,
      [workspaceId, mailboxId, day, isFirst ? 1 : 0],
    );
    await this.run('update mailboxes set next_slot_at = greatest(next_slot_at, $2) where id = $1', [
      mailboxId,
      nextSlotAt,
    ]);
  }

  /** Of this mail once: what is given back is claimed no more. */
  async giveBack({ mailboxId, day, isFirst }: Counted, messageId: string): Promise<void> {
    await this.run(
      `with back as (update outbound_messages set claimed_at = null where id = $4 and claimed_at is not null returning 1)
       update mailbox_days set mails = greatest(mails - 1, 0), first_mails = greatest(first_mails - $3, 0)
       where mailbox_id = $1 and day = $2 and exists (select 1 from back)`,
      [mailboxId, day, isFirst ? 1 : 0, messageId],
    );
  }

  private run(sql: string, values: unknown[]): Promise<unknown> {
    return this.database.manager().query(sql, values);
  }
}
