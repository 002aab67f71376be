import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { partitionsOf, quoted, type TableToBackUp, tablesToBackUp } from './backup-tables.js';
import { type BackedUpTable, MANIFEST_FILE, type Manifest } from './manifest.js';

/** Rows asked for at once: as many as make about this many bytes. */
const BATCH_BYTES = 4 << 20;
const MOST_ROWS = 5000;

const JOBS: TableToBackUp = {
  name: 'jobs waiting',
  columns: ['task', 'payload', 'queue', 'run_at', 'max_attempts', 'key', 'priority'].map((name) => ({
    name,
    type: 'text',
  })),
};

/** Background work that is not given up. */
const JOBS_SQL = `select t.identifier, j.payload::text, q.queue_name, j.run_at::text, j.max_attempts::text, j.key, j.priority::text
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id where j.attempts < j.max_attempts`;

/**
 * Writes everything the database holds into a new folder while the program runs on: every table as one snapshot saw it, a line of JSON a row, packed,
 * with a manifest of checksums. Keys are not in the database and so not in the backup; what they sealed stays sealed. A folder that is there already is
 * refused; one that was cut off has the ending `.partial` and counts for nothing.
 */
export async function writeBackup(
  { appUrl, ownerUrl }: { readonly appUrl: string; readonly ownerUrl: string },
  folder: string,
  at: Date,
): Promise<Manifest> {
  if (await stat(folder).catch(() => null))
    throw new Error(`${folder} is there already: name a folder that is not.`);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 });
  const manifest = await withClients([ownerUrl, appUrl], ([owner, app]) =>
    dumped(partial, at, { owner: owner as pg.Client, app: app as pg.Client }),
  );
  await writeFile(join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  await rename(partial, folder);
  return manifest;
}

async function dumped(
  folder: string,
  at: Date,
  { owner, app }: { owner: pg.Client; app: pg.Client },
): Promise<Manifest> {
  await owner.query('begin isolation level repeatable read read only');
  const snapshot = await owner.query<{ id: string }>('select pg_export_snapshot() as id');
  await app.query('begin isolation level repeatable read read only');
  await app.query(`set transaction snapshot ${pg.escapeLiteral(snapshot.rows[0]?.id ?? '')}`);
  const migrations = await owner.query<{ name: string }>('select name from migrations order by timestamp');
  const tables: BackedUpTable[] = [];
  for (const table of await tablesToBackUp(owner)) {
    const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
    const sql = `select ${columns} from ${quoted(table.name)}`;
    tables.push(await writeTable(owner, folder, { table, sql, file: `tables/${table.name}.ndjson.gz` }));
  }
  const jobs = await writeTable(app, folder, { table: JOBS, sql: JOBS_SQL, file: 'jobs.ndjson.gz' });
  const partitions = await partitionsOf(owner);
  await owner.query('commit');
  await app.query('commit');
  const names = migrations.rows.map(({ name }) => name);
  return { format: 1, at: at.toISOString(), migrations: names, partitions, tables, jobs };
}

async function writeTable(
  client: pg.Client,
  folder: string,
  { table, sql, file }: { table: TableToBackUp; sql: string; file: string },
): Promise<BackedUpTable> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  async function* lines(): AsyncGenerator<string> {
    for await (const batch of batchesOf(client, sql)) {
      rows += batch.length;
      yield batch.map((row) => `${JSON.stringify(row)}\n`).join('');
    }
  }
  const out = createWriteStream(join(folder, file), { mode: 0o600, flush: true });
  await pipeline(Readable.from(lines()), createGzip({ level: 6 }), measured, out);
  return { name: table.name, columns: table.columns, file, rows, bytes, sha256: hash.digest('hex') };
}

/** Rows by a cursor, so that a table larger than memory passes through; fewer at once where rows are large. */
async function* batchesOf(client: pg.Client, sql: string): AsyncGenerator<(string | null)[][]> {
  await client.query(`declare rows no scroll cursor for ${sql}`);
  for (let atOnce = 50; ; ) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${atOnce} from rows`,
      rowMode: 'array',
    });
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) break;
    const size = rows.reduce((sum, row) => sum + row.reduce((all, cell) => all + (cell?.length ?? 0), 0), 1);
    atOnce = Math.max(1, Math.min(MOST_ROWS, Math.floor((atOnce * BATCH_BYTES) / size), atOnce * 4));
  }
  await client.query('close rows');
}

async function withClients<T>(
  urls: readonly string[],
  work: (clients: pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients = urls.map((connectionString) => new pg.Client({ connectionString }));
  try {
    for (const client of clients) {
      client.on('error', () => undefined);
      await client.connect();
    }
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
