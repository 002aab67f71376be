import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const LOCK = `hashtext('linkledger.keeper')`;

/**
 * The connection by which a process says "I use this server". It holds a shared lock as long as the process lives;
 * whoever wants to stop the server needs that lock for itself alone. A process that comes while another is stopping
 * the server waits for the lock, loses its connection, and starts the server anew: nobody is ever cut off.
 */
export async function keep(url: string, onLoss: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: 'linkledger keeper',
  });
  let lost = false;
  client.on('error', () => {
    lost = true;
  });
  await client.connect();
  await client.query(`select pg_advisory_lock_shared(${LOCK})`);
  client.on('end', () => {
    if (lost) onLoss();
  });
  return client;
}

/** Takes the lock alone, if nobody keeps the server and nobody else is connected; null otherwise. */
export async function claimAlone(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  // A connection of ours that was just closed may linger for a moment on the server's side.
  for (let look = 0; look < 10; look += 1) {
    if (await isAlone(client)) return client;
    await pause(50);
  }
  await client.end();
  return null;
}

async function isAlone(client: pg.Client): Promise<boolean> {
  const asked = await client.query<{ alone: boolean }>(`
    select pg_try_advisory_lock(${LOCK}) and not exists (
      select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
        and application_name <> 'linkledger keeper') as alone`);
  if (asked.rows[0]?.alone === true) return true;
  await client.query(`select pg_advisory_unlock_all()`);
  return false;
}
