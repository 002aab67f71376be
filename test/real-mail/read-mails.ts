import { once } from 'node:events';
import pg from 'pg';
import type { TestDatabase } from '../database/test-database.js';

const CHANNEL = 'test_read_mails';

/** Hears from the database which mails the program has read: the whole of a mail's transaction is visible when its news comes. */
export class ReadMails {
  private readonly texts: string[] = [];

  private constructor(private readonly client: pg.Client) {
    client.on('notification', ({ payload }) => this.texts.push(payload ?? ''));
  }

  static async of(database: TestDatabase): Promise<ReadMails> {
    await database.asAdmin(`
      create function test_tell_read() returns trigger language plpgsql as $$
        begin perform pg_notify('${CHANNEL}', left(new.body_text, 1000)); return null; end $$;
      create trigger test_tell_read after insert on inbound_messages for each row execute function test_tell_read()`);
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const read = new ReadMails(client);
    await client.query(`listen ${CHANNEL}`);
    return read;
  }

  /** Waits until a mail with these words was read. */
  async with(words: string): Promise<void> {
    while (!this.texts.some((text) => text.includes(words))) await once(this.client, 'notification');
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
