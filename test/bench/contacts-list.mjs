import { rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource } from 'typeorm';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
const ROWS = Number(process.env.BENCH_ROWS ?? 300_000);
const WORKSPACES = Number(process.env.BENCH_WORKSPACES ?? 1000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const TODAY = '2026-11-20';
const SITE = '01930000-0000-7000-8003-000000000055';

/** What is asked, as the list's address would say it. */
const QUESTIONS = {
  'first page, by name': {},
  'first page, newest': { sort: 'newest' },
  'first page, last changed': { sort: 'updated' },
  'one site': { siteId: SITE },
  'one site, former': { siteId: SITE, status: 'former' },
  'former, by name': { status: 'former' },
  'current, newest': { status: 'current', sort: 'newest' },
  'ground missing': { ground: 'missing' },
  'ground, rare, newest': { ground: 'journalist_request', sort: 'newest' },
  'address status, rare': { addressStatus: 'bounced' },
  'address status, common, last changed': { addressStatus: 'valid', sort: 'updated' },
  'one language': { language: 'nl', sort: 'newest' },
  'one country, rare': { country: 'LU' },
  'language and ground and status': { language: 'de', ground: 'consent', addressStatus: 'risky' },
  'search, few finds': { search: 'person 4242' },
  'search, one domain': { search: 'host1234.example' },
  'search, thousands': { search: 'jansen', sort: 'newest' },
  'search, everything': { search: 'example' },
  'search, everything, rare ground': { search: 'example', ground: 'journalist_request' },
  'search, thousands, one language': { search: 'jansen', language: 'nl' },
  'search, nothing': { search: 'qqqqq' },
  'beginning of a name': { search: 'pi' },
};

/**
 * Time of a page of the contacts list (50 rows and the total) in a workspace with 300,000 contacts among 1,000 workspaces, as the application's
 * role under row-level security: the statements of the program itself.
 */
export async function run() {
  const load = (path) => import(pathToFileURL(join(DIST, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');
  const home = join(tmpdir(), `linkledger-bench-contacts-${process.pid}`);
  const server = await EmbeddedServer.start(home, {});
  try {
    const addresses = await embeddedDatabase(server, 'bench');
    await migrateUp(addresses.ownerUrl, addresses.appUrl, await loadMigrations(join(DIST, 'migrations')));
    await fill(addresses.ownerUrl);
    const source = new DataSource({
      type: 'postgres',
      url: addresses.appUrl,
      installExtensions: false,
      extra: { max: 1 },
    });
    await source.initialize();
    await measured(source, load);
    await source.destroy();
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measured(source, load) {
  const { Database } = await load('src/platform/database/database.js');
  const { ContactLists } = await load('src/modules/contacts/contact-list.query.js');
  const database = new Database(source);
  const lists = new ContactLists(database);
  const scope = { workspaceId: workspace(1) };
  const server = (await source.query('show server_version'))[0].server_version;
  const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);
  say(
    `${ROWS.toLocaleString('en')} contacts in one of ${WORKSPACES.toLocaleString('en')} workspaces (the others have 20 each), PostgreSQL ${server}, Node ${process.version}, ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}.`,
    `Milliseconds for one transaction with the page and its total; ${ROUNDS} rounds.`,
    '',
    '| question | fastest | median | total |',
    '|---|---|---|---|',
  );
  const medians = [];
  const ask = (question) => database.inWorkspace(scope, () => lists.page({ limit: 50, ...question }, TODAY));
  const tell = async (name, work) => {
    const { median, fastest, answer } = await timed(work);
    medians.push(median);
    const total = `${answer.total}${answer.totalIsExact ? '' : '+'}`;
    say(`| ${name} | ${fastest.toFixed(1)} | ${median.toFixed(1)} | ${total} |`);
  };
  for (const [name, question] of Object.entries(QUESTIONS)) await tell(name, () => ask(question));
  let cursor;
  for (let page = 0; page < 99; page += 1)
    cursor = (await ask({ sort: 'newest', ...(cursor === undefined ? {} : { cursor }) })).nextCursor;
  await tell('page 100, newest', () => ask({ sort: 'newest', cursor }));
  say(
    '',
    `Median of the questions' medians: ${medianOf(medians).toFixed(1)} ms; the slowest median: ${Math.max(...medians).toFixed(1)} ms.`,
  );
}

async function timed(work) {
  const times = [];
  let answer = await work();
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    answer = await work();
    times.push(performance.now() - start);
  }
  return { answer, median: medianOf(times), fastest: Math.min(...times) };
}

function medianOf(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

function workspace(no) {
  return `01930000-0000-7000-8000-${String(no).padStart(12, '0')}`;
}

async function fill(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const id = (kind, no) => `('01930000-0000-7000-8${kind}-' || lpad((${no})::text, 12, '0'))::uuid`;
  const at = `'2026-11-20T08:00:00Z'::timestamptz`;
  await owner.query(
    `insert into workspaces (id, name, created_at) select ${id('000', 'i')}, 'Workspace ' || i, ${at} from generate_series(1, ${WORKSPACES}) i`,
  );
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${id('000', 1)}, ${id('003', 'i')}, 'domain', 'host' || i || '.example', 'host' || i || '.example', ${at} from generate_series(1, 50000) i`);
  const contacts = (from, to, space) => `
    insert into contacts (workspace_id, id, name, name_key, position, language, country, main_address, main_address_status, ground, search_text,
      is_former, created_at, updated_at)
    select ${space}, ${id('004', 'i')}, n.name, lower(n.name), 'Editor',
      (array['nl', 'de', 'en', 'fr', null])[1 + i * 7919 % 5], (array['NL', 'DE', 'US', 'BE', null, case when i % 997 = 0 then 'LU' else 'FR' end])[1 + i * 31 % 6],
      'person' || i || '@host' || 1 + i % 50000 || '.example', case when i % 500 = 0 then 'bounced' else (array['valid', 'valid', 'unknown', 'risky', 'invalid'])[1 + i * 17 % 5] end,
      case when i % 900 = 0 then 'journalist_request' when i % 3 = 0 then 'consent' when i % 3 = 1 then 'ongoing_correspondence' end,
      lower(n.name) || ' editor person' || i || '@host' || 1 + i % 50000 || '.example', i % 40 = 0,
      ${at} - (i || ' minutes')::interval, ${at} - (i * 37 % 100000 || ' minutes')::interval
    from generate_series(${from}::bigint, ${to}::bigint) i
    cross join lateral (select (array['Piet', 'Anna', 'Jan', 'Sofie', 'Kees', 'Lotte', 'Bram'])[1 + i * 13 % 7] || ' '
      || (array['Person', 'Bakker', 'de Vries', 'Smit', 'Mulder', 'Visser'])[1 + i * 29 % 6] || case when i % 60 = 0 then ' Jansen' else '' end || ' ' || i as name) n`;
  // Indexes are made once the rows are there: the measure is of reading.
  const indexes = await owner.query(
    `select indexname as name, indexdef as def from pg_indexes where tablename in ('contacts', 'contact_addresses', 'contact_places', 'contact_grounds')
       and indexname not like '%_pkey'`,
  );
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`);
  await owner.query(`set maintenance_work_mem = '256MB'; set synchronous_commit = off`);
  await owner.query(contacts(1, ROWS, id('000', 1)));
  await owner.query(
    contacts(ROWS + 1, ROWS + 20 * (WORKSPACES - 1), id('000', `2 + (i - ${ROWS} - 1) / 20`)),
  );
  await owner.query(`insert into contact_addresses (workspace_id, id, contact_id, address, address_key, is_main, status, created_at)
    select workspace_id, ${id('005', `right(id::text, 12)::bigint`)}, id, main_address, main_address, true, main_address_status, created_at from contacts`);
  await owner.query(`insert into contact_places (workspace_id, id, contact_id, site_id, is_former, created_at)
    select workspace_id, ${id('006', `right(id::text, 12)::bigint`)}, id, ${id('003', `1 + right(id::text, 12)::bigint % 50000`)}, is_former, created_at
    from contacts where workspace_id = ${id('000', 1)}`);
  await owner.query(`insert into contact_grounds (workspace_id, id, contact_id, ground, evidence_text, recorded_at)
    select workspace_id, ${id('007', `right(id::text, 12)::bigint`)}, id, ground, 'form', created_at from contacts where ground is not null`);
  for (const { def } of indexes.rows) await owner.query(def);
  await owner.query('vacuum analyze contacts');
  await owner.query('analyze');
  await owner.end();
}
