import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { quoted } from './backup-tables.js';
import type { BackedUpTable, Manifest } from './manifest.js';

const LINES_AT_ONCE = 1000;
const BYTES_AT_ONCE = 8 << 20;

/**
 * Puts a verified backup into an empty, migrated database, in one transaction: it is there whole or not at all. Ends with sending paused and with a
 * token that no machine knows, so that nothing is sent before somebody looked (see `RestoreGuard`). Throws where the database is not empty.
 */
export async function restoreBackup(
  { appUrl, ownerUrl }: { readonly appUrl: string; readonly ownerUrl: string },
  { folder, manifest, at }: { readonly folder: string; readonly manifest: Manifest; readonly at: Date },
): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    await owner.query('begin');
    await refuseFilled(owner);
    const restrictions = await foreignKeys(owner);
    await loosen(owner, manifest, restrictions);
    for (const table of manifest.tables) await loadTable(owner, folder, table);
    await tighten(owner, manifest, restrictions);
    await owner.query(
      `update sending_control set is_paused = true, pause_code = 'restored', paused_at = $1, restore_token = $2, reconciled_at = null,
         facts = (facts - 'beat') || jsonb_build_object('backupAt', $3::text)`,
      [at, `restored-${randomBytes(16).toString('hex')}`, manifest.at],
    );
    await owner.query('commit');
    await owner.query('analyze');
  });
  await withClient(appUrl, (app) => loadJobs(app, folder, manifest.jobs));
}

async function refuseFilled(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ filled: boolean }>(
    'select exists (select 1 from workspaces) or exists (select 1 from users) as filled',
  );
  if (rows[0]?.filled === true)
    throw new Error('The database is not empty: a backup is put into an empty one, never over another.');
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function foreignKeys(owner: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`,
  );
  return rows;
}

/** References and triggers wait until everything is there: rows come table by table, and counts in them are right already. */
async function loosen(owner: pg.Client, manifest: Manifest, keys: readonly ForeignKey[]): Promise<void> {
  for (const { name, parent, bound } of manifest.partitions)
    await owner.query(`create table if not exists ${quoted(name)} partition of ${quoted(parent)} ${bound}`);
  const names = manifest.tables.map(({ name }) => quoted(name));
  for (const key of keys) await owner.query(`alter table ${key.table} drop constraint ${key.name}`);
  await owner.query(`truncate ${names.join(', ')}`);
  for (const name of names) await owner.query(`alter table ${name} disable trigger user`);
}

async function tighten(owner: pg.Client, manifest: Manifest, keys: readonly ForeignKey[]): Promise<void> {
  for (const { name } of manifest.tables)
    await owner.query(`alter table ${quoted(name)} enable trigger user`);
  for (const key of keys)
    await owner.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
}

async function loadTable(owner: pg.Client, folder: string, table: BackedUpTable): Promise<void> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const values = table.columns.map(({ type }, index) => `(x.v ->> ${index})::${type}`).join(', ');
  const sql = `insert into ${quoted(table.name)} (${columns}) overriding system value
    select ${values} from unnest($1::text[]) l (line) cross join lateral (select l.line::json as v) x`;
  let loaded = 0;
  for await (const lines of linesOf(join(folder, table.file))) {
    await owner.query(sql, [lines]);
    loaded += lines.length;
  }
  if (loaded !== table.rows)
    throw new Error(`${table.file} holds ${loaded} rows where ${table.rows} were written.`);
}

async function loadJobs(app: pg.Client, folder: string, jobs: BackedUpTable): Promise<void> {
  for await (const lines of linesOf(join(folder, jobs.file))) {
    await app.query(
      `select graphile_worker.add_job(v ->> 0, payload := (v ->> 1)::json, queue_name := v ->> 2, run_at := (v ->> 3)::timestamptz,
         max_attempts := (v ->> 4)::int, job_key := v ->> 5, priority := (v ->> 6)::int)
       from unnest($1::text[]) l (line) cross join lateral (select l.line::json as v) x`,
      [lines],
    );
  }
}

async function* linesOf(path: string): AsyncGenerator<string[]> {
  const source = createReadStream(path).pipe(createGunzip());
  let lines: string[] = [];
  let bytes = 0;
  for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
    lines.push(line);
    bytes += line.length;
    if (lines.length < LINES_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
    yield lines;
    [lines, bytes] = [[], 0];
  }
  if (lines.length > 0) yield lines;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
