import { realpathSync } from 'node:fs';
import pg from 'pg';
import { portInPidFile } from './pid-file.js';

/** What answers at the port in `postmaster.pid`: our server, our server still starting (or stopping), or nobody of ours. */
export type Probe =
  | { readonly state: 'ours'; readonly port: number }
  | { readonly state: 'starting' }
  | { readonly state: 'away' };

const ANSWER_LIMIT_MS = 5000;
/** SQLSTATE cannot_connect_now: starting up, shutting down or in recovery. */
const NOT_YET = '57P03';

/** Asks the port itself: a pid may linger or be recycled, so it proves nothing. */
export async function probe(data: string, password: string): Promise<Probe> {
  const port = portInPidFile(data);
  if (port === null) return { state: 'away' };
  try {
    const rows = await ask(
      `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      'show data_directory',
    );
    const folder = String(rows[0]?.['data_directory']);
    return realpathSync(folder) === realpathSync(data) ? { state: 'ours', port } : { state: 'away' };
  } catch (error) {
    return {
      state: error instanceof Error && 'code' in error && error.code === NOT_YET ? 'starting' : 'away',
    };
  }
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
