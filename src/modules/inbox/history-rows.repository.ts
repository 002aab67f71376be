import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** How far the reading of earlier mail has come, on the mailbox, in the open transaction. */
@Injectable()
export class HistoryRows {
  constructor(private readonly database: Database) {}

  /** Whether somebody has allowed it and it is not done. */
  async isWanted(mailboxId: string): Promise<boolean> {
    const rows = await this.query(`select 1 from mailboxes where id = $1 and history_state = 'running'`, [
      mailboxId,
    ]);
    return rows.length > 0;
  }

  async progress(mailboxId: string, read: number): Promise<void> {
    await this.query('update mailboxes set history_read = $2 where id = $1', [mailboxId, read]);
  }

  /** Ends it; false where another reader has ended it before. */
  async end(
    mailboxId: string,
    ended: { state: 'done' | 'failed'; found: number; at: Date },
  ): Promise<boolean> {
    const [, written] = await this.database.manager().query<[unknown[], number]>(
      `update mailboxes set history_state = $2, history_found = $3, history_at = $4, revision = revision + 1, updated_at = $4
       where id = $1 and history_state = 'running'`,
      [mailboxId, ended.state, ended.found, ended.at],
    );
    return written === 1;
  }

  /** Known sites among these keys. */
  async sites(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ key: string; id: string }>(
      'select site_key as key, id from sites where site_key = any ($1::text[]) and archived_at is null',
      [keys],
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  private query<Row = unknown>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
