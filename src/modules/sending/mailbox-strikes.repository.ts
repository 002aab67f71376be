import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What the mails of one mailbox say of the mailbox itself. */
@Injectable()
export class MailboxStrikes {
  constructor(private readonly database: Database) {}

  /** Whether its last mails, so many of them, were all refused by a rule of the server. */
  async inARow(mailboxId: string, count: number): Promise<boolean> {
    const rows = await this.rows<{ code: string | null }>(
      `select failure_code as code from outbound_messages
       where mailbox_id = $1 and state in ('sent', 'failed') and claimed_at is not null order by claimed_at desc limit $2`,
      [mailboxId, count],
    );
    return rows.length === count && rows.every(({ code }) => code === 'policy');
  }

  /** How many of its mails are in doubt since a moment, and in nobody's hands. */
  async doubtsSince(mailboxId: string, since: Date): Promise<number> {
    const rows = await this.rows<{ count: number }>(
      `select count(*)::int as count from outbound_messages
       where mailbox_id = $1 and state in ('in_doubt', 'unknown') and owner is null and in_doubt_at > $2`,
      [mailboxId, since],
    );
    return rows[0]?.count ?? 0;
  }

  async slowDown(mailboxId: string, until: Date): Promise<void> {
    await this.rows('update mailboxes set next_slot_at = greatest(next_slot_at, $2) where id = $1', [
      mailboxId,
      until,
    ]);
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
