import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource, EntitySchema } from 'typeorm';
import { v7 } from 'uuid';
import { AT, IMPORT, rowOf, USER, WORKSPACE } from './import-rows.mjs';

const BATCH = 1000;

function siteRow(no, id) {
  const { host } = rowOf(no);
  return {
    workspace_id: WORKSPACE,
    id,
    kind: 'domain',
    site_key: host,
    host,
    import_id: IMPORT,
    created_at: AT,
  };
}

function prospectRow(no, siteId) {
  const { host, status, language, country, notes } = rowOf(no);
  return {
    workspace_id: WORKSPACE,
    id: v7(),
    site_id: siteId,
    site_key: host,
    status,
    stage: 'cold',
    language,
    country,
    notes,
    search_text: `${host} ${notes}`.toLowerCase(),
    import_id: IMPORT,
    created_by: USER,
    created_at: AT,
    updated_at: AT,
  };
}

/** An entity of the columns that are filled, or of all a table has: TypeORM then asks for what the database put into the others. */
async function entity(source, tableName, row, columns) {
  const known = await source.query(
    `select column_name as name, data_type as type, is_nullable = 'YES' as nullable, column_default as "default"
     from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [tableName],
  );
  const chosen = known.filter(({ name }) => columns === 'all' || name in row);
  const mapped = chosen.map(({ name, type, nullable, default: value }) => [
    name,
    {
      type: columns === 'filled' || type === 'ARRAY' ? 'text' : type,
      array: type === 'ARRAY',
      primary: name === 'id' || name === 'workspace_id',
      nullable,
      ...(columns === 'all' && value !== null && { default: () => value }),
    },
  ]);
  return new EntitySchema({ name: tableName, tableName, columns: Object.fromEntries(mapped) });
}

/** TypeORM's own batch insert, as the application's role. */
export async function inserted({ appUrl }, rows, columns) {
  const options = { type: 'postgres', url: appUrl, installExtensions: false };
  const asking = await new DataSource(options).initialize();
  const entities = [
    await entity(asking, 'sites', siteRow(1, ''), columns),
    await entity(asking, 'prospects', prospectRow(1, ''), columns),
  ];
  await asking.destroy();
  const source = await new DataSource({ ...options, entities }).initialize();
  const started = performance.now();
  for (let from = 1; from <= rows; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, rows - from + 1) }, (_, at) => from + at);
    const sites = numbers.map((no) => siteRow(no, v7()));
    await source.transaction(async (manager) => {
      await manager.query(`select set_config('app.workspace_id', $1, true)`, [WORKSPACE]);
      await manager.getRepository('sites').insert(sites);
      await manager.getRepository('prospects').insert(numbers.map((no, at) => prospectRow(no, sites[at].id)));
    });
  }
  const runS = (performance.now() - started) / 1000;
  await source.destroy();
  return { runS };
}

/** What two tables cost beside their rows: every index but the unique ones goes, and references are not looked at. */
const BARE = `
  do $$ declare gone record; begin
    for gone in select indexrelid::regclass as name from pg_index
      where indrelid in ('sites'::regclass, 'prospects'::regclass) and not indisunique
    loop execute format('drop index %s', gone.name); end loop;
  end $$;
  set session_replication_role = replica`;

/** COPY by the server from files of its own, without policies: the floor, of the tables as they are or of bare ones. */
export async function copied({ superuserUrl }, { home, rows, isBare }) {
  const files = { sites: join(home, 'copy-sites.txt'), prospects: join(home, 'copy-prospects.txt') };
  const [sites, prospects] = [createWriteStream(files.sites), createWriteStream(files.prospects)];
  for (let no = 1; no <= rows; no += 1) {
    const id = v7();
    sites.write(`${Object.values(siteRow(no, id)).join('\t')}\n`);
    if (!prospects.write(`${Object.values(prospectRow(no, id)).join('\t')}\n`))
      await once(prospects, 'drain');
  }
  for (const file of [sites, prospects]) {
    file.end();
    await once(file, 'close');
  }
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  if (isBare) await client.query(BARE);
  const started = performance.now();
  for (const [table, row] of Object.entries({ sites: siteRow(1, ''), prospects: prospectRow(1, '') }))
    await client.query(`copy ${table} (${Object.keys(row).join(', ')}) from '${files[table]}'`);
  const runS = (performance.now() - started) / 1000;
  await client.end();
  return { runS };
}
