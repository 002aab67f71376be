import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const LOCK_NAME = 'linkledger.migrations';
const LOCK_LIMIT_MS = 120_000;

/**
 * Makes this connection the only one that changes the schema and the rights of its database, until it ends. A try in a
 * loop: a process that waits inside a lock call holds a snapshot, which stops CREATE INDEX CONCURRENTLY.
 */
export async function lockSchema(client: pg.Client): Promise<void> {
  const deadline = performance.now() + LOCK_LIMIT_MS;
  while (performance.now() < deadline) {
    const asked = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtext($1)) as got', [
      LOCK_NAME,
    ]);
    if (asked.rows[0]?.got === true) return;
    await pause(100);
  }
  throw new Error(
    'Another process has been migrating this database for two minutes. Look at it, then start again.',
  );
}
