import pg from 'pg';
import { KeyRing } from './key-ring.js';

/**
 * Refuses a start whose ring cannot open what the database holds: with a sentence for the operator, before anything asks for a secret. `appUrl` is the
 * address of the application's role, which learns the ids of keys and nothing else.
 */
export async function assertKeysPresent(appUrl: string, dataDir: string): Promise<void> {
  const [used, known] = await Promise.all([usedKeyIds(appUrl), new KeyRing(dataDir).keyIds()]);
  const missing = used.filter((id) => !known.includes(id));
  if (missing.length === 0) return;
  throw new Error(
    `The database holds secrets sealed with the key ${missing.join(', ')}, which is not in ${dataDir}/keyring.json. Put the key ring of this installation back (it belongs into every backup and onto every machine), then start again.`,
  );
}

async function usedKeyIds(appUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select id from sealing_key_ids() as id order by id');
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
