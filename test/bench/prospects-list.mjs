import { rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { medianOf, processorTime, timedRounds } from './measuring.mjs';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WORKSPACES = Number(process.env.BENCH_WORKSPACES ?? 1000);
/** Prospects of each of the other workspaces. */
const OTHERS = 100;

const id = (kind, no) =>
  `01930000-0000-7000-8${String(kind).padStart(3, '0')}-${String(no).padStart(12, '0')}`;
const WORKSPACE = id(0, 1);
const [MEMBER, CLIENT, PUBLISHER] = [id(1, 4), id(2, 1), id(4, 5)];
const [BROAD, MIDDLE, RARE] = [id(6, 1), id(6, 2), id(6, 5)];

/** What is asked, as the list's address would say it. */
const QUESTIONS = {
  'newest (first page)': {},
  updated: { sort: 'updated' },
  'by site': { sort: 'site' },
  'by site, descending': { sort: 'site', order: 'desc' },
  'by status': { sort: 'status' },
  'by fit': { sort: 'fit' },
  'by last touch': { sort: 'last_touch' },
  'longest untouched first': { sort: 'last_touch', order: 'asc' },
  'by owner': { sort: 'owner' },
  'by domain rating': { sort: 'metric', metric: 'ahrefs.domain_rating' },
  'by an own number': { sort: 'custom.budget' },
  'by an own choice': { sort: 'custom.tier' },
  'status qualified': { status: ['qualified'] },
  'status rare, by site': { status: ['unfit'], sort: 'site' },
  mine: { ownerMemberId: MEMBER },
  'nobody owns it, by fit': { ownerMemberId: 'none', sort: 'fit' },
  'a common tag': { tag: [BROAD] },
  'a rare tag': { tag: [RARE] },
  'two common tags, by site': { tag: [BROAD, MIDDLE], sort: 'site' },
  'two tags that never meet': { tag: [BROAD, id(6, 3)], sort: 'last_touch' },
  'language and country': { language: ['nl'], country: ['BE'] },
  'language nobody has': { language: ['is'] },
  'three of five answered yes': { fit: '3' },
  'stage engaged, last touch': { stage: ['engaged'], sort: 'last_touch' },
  'do not contact': { doNotContact: true },
  'without a contact, by site': { hasContact: false, sort: 'site' },
  'one publisher': { publisherId: PUBLISHER },
  'without what a client excludes': { clientId: CLIENT },
  'what a client excludes': { clientId: CLIENT, excluded: 'only', sort: 'site' },
  'untouched for a year': { lastTouchBefore: '2025-11-20T00:00:00Z' },
  'domain rating 50 to 60': { metric: 'ahrefs.domain_rating', metricFrom: 50, metricTo: 60 },
  'domain rating 50 to 60, by it': {
    metric: 'ahrefs.domain_rating',
    metricFrom: 50,
    metricTo: 60,
    sort: 'metric',
  },
  'own choice gold': { custom: { tier: 'gold' } },
  'everything at once': {
    status: ['new', 'qualified'],
    tag: [BROAD],
    language: ['nl'],
    hasContact: true,
    metric: 'ahrefs.domain_rating',
    metricFrom: 20,
    sort: 'fit',
    clientId: CLIENT,
  },
  'search, one site': { search: 'site4242.' },
  'search, a few': { search: 'site424' },
  'search, everything': { search: '.example' },
  'search, everything, by site': { search: '.example', sort: 'site' },
  'search, everything, rare status': { search: '.example', status: ['unfit'] },
  'search, a word of the notes': { search: 'gardening' },
  'search, a rare word of the notes': { search: 'ornithology' },
  'search, nothing': { search: 'qqqqq' },
  'search common elsewhere': { search: 'other1' },
  'search, a few, by domain rating': { search: 'site42', sort: 'metric', metric: 'ahrefs.domain_rating' },
  'beginning of a name': { search: 'si' },
};

const SHOW = ['ahrefs.domain_rating', 'moz.domain_authority'];

/**
 * Time of a page of the prospects list (50 whole rows and the total) and of the counts, in a workspace with 100,000 prospects and
 * 300,000 contacts among a thousand workspaces, as the application's role under row-level security: the program's own statements.
 */
export async function run() {
  const load = (path) => import(pathToFileURL(join(DIST, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');
  const home = join(tmpdir(), `linkledger-bench-${process.pid}`);
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
    process.stdout.write(await measured(source, load));
    await source.destroy();
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

async function program(source, load) {
  const of = async (path, name) => (await load(`src/modules/prospects/${path}.js`))[name];
  const { Database } = await load('src/platform/database/database.js');
  const { FixedClock } = await load('src/platform/clock/clock.js');
  const database = new Database(source);
  const clock = new FixedClock(new Date('2026-11-20T09:00:00Z'));
  const values = new (await of('custom-values.repository', 'CustomValuesRepository'))(database);
  const finder = new (await of('prospect-finder', 'ProspectFinder'))(database, values);
  const lists = new (await of('prospect-list.query', 'ProspectLists'))(database, finder, values);
  const shown = new (await of('custom-values.service', 'CustomValuesService'))(database, values);
  const rows = new (await of('prospect-rows.query', 'ProspectRows'))(database, shown, clock);
  return { database, lists, rows };
}

async function measured(source, load) {
  const { database, lists, rows } = await program(source, load);
  const scope = { workspaceId: WORKSPACE };
  const who = { memberId: MEMBER, clientIds: null };
  const page = (question) =>
    database.inWorkspace(scope, async () => {
      const found = await lists.page({ limit: 50, ...question });
      return { ...found, items: await rows.byIds(who, found.ids, { show: SHOW }) };
    });
  const version = (await source.query('show server_version'))[0].server_version;
  const lines = [
    `${ROWS.toLocaleString('en')} prospects and ${(3 * ROWS).toLocaleString('en')} contacts in one of ${WORKSPACES.toLocaleString('en')} workspaces, PostgreSQL ${version}, Node ${process.version}, ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}.`,
    `Milliseconds for one transaction with a page of 50 whole rows and the total; ${ROUNDS} rounds.`,
    '',
    '| question | fastest | median | processor time of the server | total |',
    '|---|---|---|---|---|',
  ];
  const medians = [];
  let slowest = 0;
  const pid = (await source.query('select pg_backend_pid() as pid'))[0].pid;
  const only = process.env.BENCH_ONLY;
  for (const [name, question] of Object.entries(QUESTIONS)) {
    if (only !== undefined && !name.includes(only)) continue;
    const { median, fastest, busy, answer } = await timed(() => page(question), pid);
    slowest = Math.max(slowest, busy);
    medians.push(median);
    const total = `${answer.total}${answer.totalIsExact ? '' : '+'}`;
    lines.push(`| ${name} | ${fastest.toFixed(1)} | ${median.toFixed(1)} | ${busy.toFixed(0)} | ${total} |`);
  }
  for (const sort of ['newest', 'site', 'metric']) {
    const asked = { sort, metric: 'ahrefs.domain_rating' };
    const cursor = await deepCursor(page, asked);
    const { median, fastest, busy } = await timed(() => page({ ...asked, cursor }), pid);
    slowest = Math.max(slowest, busy);
    medians.push(median);
    lines.push(`| page 40, ${sort} | ${fastest.toFixed(1)} | ${median.toFixed(1)} | ${busy.toFixed(0)} | |`);
  }
  for (const [name, filter] of [
    ['counts of all', {}],
    ['counts of a common tag', { tag: [BROAD] }],
    ['counts of a search', { search: 'gardening' }],
  ]) {
    const counted = await timed(() => database.inWorkspace(scope, () => lists.counts(filter, MEMBER)), pid);
    slowest = Math.max(slowest, counted.busy);
    medians.push(counted.median);
    const all = counted.answer.reduce((sum, group) => sum + group.all, 0);
    lines.push(
      `| ${name} | ${counted.fastest.toFixed(1)} | ${counted.median.toFixed(1)} | ${counted.busy.toFixed(0)} | ${all} |`,
    );
  }
  lines.push(
    '',
    `Median of the medians: ${medianOf(medians).toFixed(1)} ms; the slowest median: ${Math.max(...medians).toFixed(1)} ms; most processor time of the server: ${slowest.toFixed(0)} ms.`,
    '',
  );
  return lines.join('\n');
}

async function deepCursor(page, asked) {
  let cursor;
  for (let no = 0; no < 39; no += 1) {
    cursor = (await page({ ...asked, ...(cursor === undefined ? {} : { cursor }) })).nextCursor;
  }
  return cursor;
}

async function timed(work, pid) {
  const before = processorTime(pid);
  const { answer, median, fastest } = await timedRounds(work, ROUNDS);
  return { answer, median, fastest, busy: (processorTime(pid) - before) / (ROUNDS + 1) };
}

const AT = `'2026-11-20T08:00:00Z'::timestamptz`;
const DERIVING = ['contact_places', 'contacts', 'touches', 'suppressions'];

async function fill(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const table of DERIVING) await owner.query(`alter table ${table} disable trigger user`);
  const uuid = (kind, no) =>
    `('01930000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad((${no})::text, 12, '0'))::uuid`;
  await owner.query(
    `insert into workspaces (id, name, created_at) select ${uuid(0, 'w')}, 'Workspace ' || w, ${AT} from generate_series(1, ${WORKSPACES}) w`,
  );
  const mine = (sql) => owner.query(sql, [WORKSPACE]);
  await owner.query(
    `insert into users (id, email, name, created_at) select ${uuid(9, 'i')}, 'member' || i || '@agency.example', 'Member ' || i, ${AT} from generate_series(1, 20) i`,
  );
  await mine(`insert into members (workspace_id, id, user_id, name, email, role, created_at)
    select $1, ${uuid(1, 'i')}, ${uuid(9, 'i')}, 'Member ' || i, 'member' || i || '@agency.example', 'member', ${AT} from generate_series(1, 20) i`);
  await mine(
    `insert into clients (workspace_id, id, name, created_at) select $1, ${uuid(2, 'i')}, 'Client ' || i, ${AT} from generate_series(1, 10) i`,
  );
  await mine(`insert into publishers (workspace_id, id, name, name_key, created_at, updated_at)
    select $1, ${uuid(4, 'i')}, 'Publisher ' || i, 'publisher ' || i, ${AT}, ${AT} from generate_series(1, 500) i`);
  await mine(`insert into tags (workspace_id, id, kind, name, name_key, created_at)
    select $1, ${uuid(6, 'i')}, 'tag', 'Tag ' || i, 'tag ' || i, ${AT} from generate_series(1, 40) i`);
  await mine(`insert into custom_fields (workspace_id, id, record_kind, field_key, name, type, choices, created_at) values
    ($1, '${id(7, 1)}', 'prospect', 'budget', 'Budget', 'number', '{}', ${AT}), ($1, '${id(7, 2)}', 'prospect', 'tier', 'Tier', 'choice', '{Gold,Silver,Lead}', ${AT})`);
  await prospects(owner, {
    workspace: `'${WORKSPACE}'::uuid`,
    from: 1,
    to: ROWS,
    name: `'site' || i || '.example'`,
    uuid,
  });
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${uuid(0, 'w')}, ${uuid(31, 'w * 1000 + i')}, 'domain', 'other' || i || '.example', 'other' || i || '.example', ${AT}
    from generate_series(2, ${WORKSPACES}) w, generate_series(1, ${OTHERS}) i`);
  await owner.query(`insert into prospects (workspace_id, id, site_id, site_key, search_text, created_at, updated_at)
    select ${uuid(0, 'w')}, ${uuid(51, 'w * 1000 + i')}, ${uuid(31, 'w * 1000 + i')}, 'other' || i || '.example', 'other' || i || '.example gardening', ${AT}, ${AT}
    from generate_series(2, ${WORKSPACES}) w, generate_series(1, ${OTHERS}) i`);
  for (const table of DERIVING) await owner.query(`alter table ${table} enable trigger user`);
  await owner.query('vacuum analyze');
  await owner.end();
}

/** Prospects with their sites, contacts, metrics, tags, own values, exclusions and publishers; every number follows from the row's. */
async function prospects(owner, { workspace, from, to, name, uuid }) {
  const rows = `generate_series(${from}, ${to}) i`;
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${workspace}, ${uuid(3, 'i')}, 'domain', ${name}, ${name}, ${AT} from ${rows}`);
  await owner.query(`insert into contacts (workspace_id, id, name, name_key, search_text, created_at, updated_at)
    select ${workspace}, ${uuid(8, 'i')}, 'Person ' || i, 'person ' || i, 'person ' || i || ' person' || i || '@site.example', ${AT}, ${AT}
    from generate_series(1, ${3 * to}) i`);
  await owner.query(`insert into contact_places (workspace_id, id, contact_id, site_id, created_at)
    select ${workspace}, ${uuid(11, 'i')}, ${uuid(8, 'i')}, ${uuid(3, `1 + (i * 13) % ${to}`)}, ${AT}
    from generate_series(1, ${3 * to}) i where (i * 13) % ${to} % 10 > 0`);
  await owner.query(`insert into prospects (workspace_id, id, site_id, site_key, status, owner_member_id, language, country, fit_yes, fit_no, notes,
      do_not_contact, contact_count, last_touch_at, last_touch_member_id, stage, search_text, created_at, updated_at)
    select ${workspace}, ${uuid(5, 'i')}, ${uuid(3, 'i')}, ${name},
      case when i % 997 = 0 then 'unfit' else (array['new', 'researching', 'qualified', 'paused'])[1 + i * 7919 % 4] end,
      case when i % 5 > 2 then ${uuid(1, '1 + i % 20')} end,
      (array['nl', 'en', 'de', null])[1 + i * 31 % 4], (array['NL', 'BE', 'DE', null, 'GB'])[1 + i * 17 % 5],
      i * 7 % 6, i * 5 % 3, n.notes, i % 211 = 0, case when (i - 1) % 10 = 0 then 0 else 3 end,
      case when i % 3 > 0 then ${AT} - (i * 37 % 900000 || ' minutes')::interval end, case when i % 3 > 0 then ${uuid(1, '1 + i % 20')} end,
      (array['unknown', 'unknown', 'cold', 'contacted', 'engaged', 'partner', 'dormant', 'declined'])[1 + i * 13 % 8],
      ${name} || ' ' || n.notes, ${AT} - (i || ' minutes')::interval, ${AT} - (i * 11 % 100000 || ' minutes')::interval
    from ${rows} cross join lateral (select case when i % 5000 = 0 then 'a page about ornithology' when i % 8 = 0 then
      'writes about gardening and houses, answers within a week' else '' end as notes) n`);
  await owner.query(`insert into prospect_tags (workspace_id, prospect_id, tag_id)
    select ${workspace}, ${uuid(5, 'i')}, t.tag from ${rows} cross join lateral (
      select ${uuid(6, '1')} as tag where i % 2 = 0 union all select ${uuid(6, '2')} where i % 3 = 0
      union all select ${uuid(6, '3')} where i % 2 = 1 union all select ${uuid(6, '5')} where i % 1000 = 1
      union all select ${uuid(6, '6 + i % 34')}) t`);
  await owner.query(`insert into site_latest_metrics (workspace_id, site_id, source, metric, measured_on, value)
    select ${workspace}, ${uuid(3, 'i')}, m.source, m.metric, '2026-11-01', i * m.step % 100 from ${rows}
    cross join (values ('ahrefs', 'domain_rating', 7), ('moz', 'domain_authority', 11), ('majestic', 'trust_flow', 13)) m (source, metric, step)
    where i * m.step % 5 > 0`);
  await owner.query(`insert into custom_values (workspace_id, field_id, record_id, number_value)
    select ${workspace}, '${id(7, 1)}', ${uuid(5, 'i')}, i * 3 % 5000 from ${rows} where i % 5 > 1`);
  await owner.query(`insert into custom_values (workspace_id, field_id, record_id, text_value)
    select ${workspace}, '${id(7, 2)}', ${uuid(5, 'i')}, (array['Gold', 'Silver', 'Lead'])[1 + i % 3] from ${rows} where i % 2 = 0`);
  await owner.query(`insert into client_exclusions (workspace_id, id, client_id, site_id, reason, created_at)
    select ${workspace}, ${uuid(12, 'i')}, '${CLIENT}', ${uuid(3, 'i')}, 'competitor', ${AT} from ${rows} where i % 20 = 0`);
  await owner.query(`insert into site_publishers (workspace_id, id, site_id, publisher_id, created_at)
    select ${workspace}, ${uuid(13, 'i')}, ${uuid(3, 'i')}, ${uuid(4, '1 + i % 500')}, ${AT} from ${rows} where i % 4 = 0`);
}
