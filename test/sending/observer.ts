import pg from 'pg';
import { keptInLog } from './sink.js';

/** What an outsider sees who compares the server's own log with the database at the end. */
export interface Observation {
  readonly mails: number;
  readonly kept: number;
  /** Kept more than once. */
  readonly doubled: readonly string[];
  /** The database says sent; the server never had it. */
  readonly lost: readonly string[];
  /** The server has it; the database says it has not. */
  readonly denied: readonly string[];
  /** Visible: somebody must look. */
  readonly doubts: readonly string[];
  readonly states: Readonly<Record<string, number>>;
  readonly settledByEvidence: number;
  readonly mostAttempts: number;
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly attempt: number;
  readonly settled: boolean;
}

/** Compares the sink's log with the database; shares no code with the product. */
export async function observe(databaseUrl: string, log: string): Promise<Observation> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const asked = await client.query<Row>(
    `select message_id as id, state, attempt, evidence::text ~ 'sent_folder|not_found|inbound' as settled from outbound_messages`,
  );
  await client.end();
  const kept = keptInLog(log);
  const ids = (which: (row: Row) => boolean): string[] => asked.rows.filter(which).map(({ id }) => id);
  const states: Record<string, number> = {};
  for (const { state } of asked.rows) states[state] = (states[state] ?? 0) + 1;
  return {
    mails: asked.rows.length,
    kept: kept.size,
    doubled: [...kept].flatMap(([id, count]) => (count > 1 ? [`${id} x${String(count)}`] : [])),
    lost: ids((row) => row.state === 'sent' && !kept.has(row.id)),
    denied: ids(
      (row) => ['ready', 'deferred', 'failed', 'cancelled'].includes(row.state) && kept.has(row.id),
    ),
    doubts: ids((row) => row.state === 'in_doubt' || row.state === 'unknown'),
    states,
    settledByEvidence: asked.rows.filter((row) => row.settled).length,
    mostAttempts: Math.max(0, ...asked.rows.map((row) => row.attempt)),
  };
}
