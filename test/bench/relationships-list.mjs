import { readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource } from 'typeorm';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const WORKSPACES = Number(process.env.BENCH_WORKSPACES ?? 1000);
const BRANDS = 20;
/** Relationships of each of the other workspaces. */
const OTHERS = 100;

const id = (kind, no) =>
  `01930000-0000-7000-8${String(kind).padStart(3, '0')}-${String(no).padStart(12, '0')}`;
const WORKSPACE = id(0, 1);
const [CLIENT, BRAND, SITE, PUBLISHER] = [id(2, 3), id(3, 5), id(4, 77), id(5, 5)];
const EVERYONE = { workspaceId: WORKSPACE };
const LIMITED = { workspaceId: WORKSPACE, clientIds: [CLIENT] };

/** What is asked, as the list's address would say it. */
const QUESTIONS = {
  'newest (first page)': {},
  'last changed': { sort: 'updated' },
  'most links to us': { sort: 'to_us' },
  'most links to them': { sort: 'to_them' },
  'by site': { sort: 'site' },
  'one client': { clientId: CLIENT },
  'one client, by site': { clientId: CLIENT, sort: 'site' },
  'one brand': { brandId: BRAND },
  'one brand, most links to us': { brandId: BRAND, sort: 'to_us' },
  'one site': { siteId: SITE },
  'one publisher': { publisherId: PUBLISHER },
  'one publisher, by site': { publisherId: PUBLISHER, sort: 'site' },
  'links to us': { direction: 'to_us' },
  'links to them': { direction: 'to_them' },
  'both ways': { direction: 'both' },
  'both ways, by site': { direction: 'both', sort: 'site' },
  'no link known': { direction: 'none' },
  'no link known, last changed': { direction: 'none', sort: 'updated' },
  'litmus missing': { litmus: 'missing' },
  'litmus missing, one brand': { litmus: 'missing', brandId: BRAND },
  'stage common': { stage: 'engaged' },
  'stage rare': { stage: 'partner' },
  'stage rare, by site': { stage: 'partner', sort: 'site' },
  'stage nobody has': { stage: 'declined' },
  'reason common': { reason: 'case_studies' },
  'reason rare, last changed': { reason: 'curated_hub', sort: 'updated' },
  'everything at once': {
    clientId: CLIENT,
    direction: 'both',
    stage: 'engaged',
    litmus: 'missing',
    sort: 'site',
  },
  'search, one site': { search: 'site4242.' },
  'search, a few': { search: 'site424' },
  'search, thousands': { search: 'garden' },
  'search, thousands, by site': { search: 'garden', sort: 'site' },
  'search, everything': { search: '.example' },
  'search, everything, by site': { search: '.example', sort: 'site' },
  'search, everything, stage rare': { search: '.example', stage: 'partner' },
  'search, everything, one brand': { search: '.example', brandId: BRAND },
  'search, everything, stage nobody has': { search: '.example', stage: 'declined' },
  'search, nothing': { search: 'qqqqq' },
  'search, common elsewhere': { search: 'other1' },
  'beginning of a host': { search: 'si' },
  'beginning of a host, rare': { search: 'zz' },
};

/** What is counted above the list. */
const COUNTS = {
  'counts of all': {},
  'counts of one brand': { brandId: BRAND },
  'counts of a search, thousands': { search: 'garden' },
};

/**
 * Time of a page of the relationship log (50 rows and the total) and of its counts, in a workspace with 100,000 relationships among a
 * thousand workspaces, as the application's role under row-level security: the program's own statements, one transaction each.
 */
export async function run() {
  const load = (path) => import(pathToFileURL(join(DIST, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');
  const home = join(tmpdir(), `linkledger-bench-relationships-${process.pid}`);
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

const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

async function measured(source, load) {
  const { Database } = await load('src/platform/database/database.js');
  const { RelationshipLists } = await load('src/modules/relationships/relationship-list.query.js');
  const lists = new RelationshipLists(new Database(source));
  const [{ server_version: version }] = await source.query('show server_version');
  const [{ pid }] = await source.query('select pg_backend_pid() as pid');
  say(
    `${ROWS.toLocaleString('en')} relationships in one of ${WORKSPACES.toLocaleString('en')} workspaces, PostgreSQL ${version}, Node ${process.version}, ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}.`,
    `Milliseconds for one page of 50 rows and the total; ${ROUNDS} rounds.`,
    '',
    '| question | fastest | median | processor time of the server | total |',
    '|---|---|---|---|---|',
  );
  const [medians, costs] = [[], []];
  const tell = async (name, work) => {
    if (!name.includes(process.env.BENCH_ONLY ?? '')) return;
    const { median, fastest, busy, answer } = await timed(work, pid);
    medians.push(median);
    costs.push(busy);
    const total =
      answer.total === undefined ? answer.all : `${answer.total}${answer.totalIsExact ? '' : '+'}`;
    say(`| ${name} | ${fastest.toFixed(1)} | ${median.toFixed(1)} | ${busy.toFixed(0)} | ${total} |`);
  };
  const page = (scope, question) => lists.page(scope, { limit: 50, ...question });
  for (const [name, question] of Object.entries(QUESTIONS)) await tell(name, () => page(EVERYONE, question));
  for (const name of [
    'newest (first page)',
    'by site',
    'both ways',
    'search, thousands',
    'search, everything',
  ])
    await tell(`of one client's member: ${name}`, () => page(LIMITED, QUESTIONS[name]));
  for (const sort of ['newest', 'updated', 'to_us', 'site']) {
    const cursor = await deepCursor((question) => page(EVERYONE, question), sort);
    await tell(`page 100, ${sort}`, () => page(EVERYONE, { sort, cursor }));
  }
  for (const [name, filter] of Object.entries(COUNTS)) await tell(name, () => lists.counts(EVERYONE, filter));
  say(
    '',
    `Median of the medians: ${medianOf(medians).toFixed(1)} ms; the slowest median: ${Math.max(...medians).toFixed(1)} ms; most processor time of the server: ${Math.max(...costs).toFixed(0)} ms.`,
  );
}

async function deepCursor(page, sort) {
  let cursor;
  for (let no = 0; no < 99; no += 1)
    cursor = (await page({ sort, ...(cursor === undefined ? {} : { cursor }) })).nextCursor;
  return cursor;
}

async function timed(work, pid) {
  const times = [];
  let answer = await work();
  const before = processorTime(pid);
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    answer = await work();
    times.push(performance.now() - start);
  }
  const busy = (processorTime(pid) - before) / ROUNDS;
  return { answer, busy, median: medianOf(times), fastest: Math.min(...times) };
}

/** Milliseconds a process has been running on a processor (Linux): what a request costs, however busy the machine is. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function medianOf(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

const AT = `'2026-11-20T08:00:00Z'::timestamptz`;
const DAY = `'2026-11-20'::date`;

async function fill(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const uuid = (kind, no) =>
    `('01930000-0000-7000-8${String(kind).padStart(3, '0')}-' || lpad((${no})::text, 12, '0'))::uuid`;
  await owner.query(
    `insert into workspaces (id, name, created_at) select ${uuid(0, 'w')}, 'Workspace ' || w, ${AT} from generate_series(1, ${WORKSPACES}) w`,
  );
  const sites = ROWS / 4;
  const name = `case when i % 10 = 0 then 'garden' when i % 997 = 0 then 'zz' else 'site' end || i || '.example'`;
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${uuid(0, 1)}, ${uuid(4, 'i')}, 'domain', ${name}, ${name}, ${AT} from generate_series(1, ${sites}) i`);
  await brands(owner, {
    rows: `generate_series(1, ${BRANDS}) i`,
    space: uuid(0, 1),
    client: '(i + 1) / 2',
    brand: 'i',
    uuid,
  });
  await owner.query(`insert into publishers (workspace_id, id, name, name_key, created_at, updated_at)
    select ${uuid(0, 1)}, ${uuid(5, 'i')}, 'Publisher ' || i, 'publisher ' || i, ${AT}, ${AT} from generate_series(1, 500) i`);
  await owner.query(`insert into site_publishers (workspace_id, id, site_id, publisher_id, created_at)
    select ${uuid(0, 1)}, ${uuid(6, 'i')}, ${uuid(4, 'i')}, ${uuid(5, '1 + i % 500')}, ${AT} from generate_series(1, ${sites}) i where i % 3 = 0`);
  await owner.query(`insert into crawl_plans (workspace_id, brand_id, client_id, read_completely_at)
    select workspace_id, id, client_id, ${AT} from brands`);
  await relationships(owner, {
    rows: `generate_series(1, ${ROWS}) i cross join lateral (select ((i - 1) % 4) * 5 + 1 + i / 4 % 5 as no) b`,
    ...{ space: uuid(0, 1), client: '(b.no + 1) / 2', brand: 'b.no', site: '(i - 1) / 4 + 1', uuid },
  });
  const elsewhere = `generate_series(2, ${WORKSPACES}) w`;
  await brands(owner, { rows: elsewhere, space: uuid(0, 'w'), client: '1000 + w', brand: '1000 + w', uuid });
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select ${uuid(0, 'w')}, ${uuid(4, 'w * 1000000 + i')}, 'domain', 'other' || i || '.example', 'other' || i || '.example', ${AT}
    from ${elsewhere}, generate_series(1, ${OTHERS}) i`);
  await relationships(owner, {
    rows: `${elsewhere}, generate_series(1, ${OTHERS}) n cross join lateral (select w * 1000000::bigint + n as i) k`,
    ...{ space: uuid(0, 'w'), client: '1000 + w', brand: '1000 + w', site: 'i', uuid },
  });
  await owner.query('vacuum analyze');
  await owner.end();
}

async function brands(owner, { rows, space, client, brand, uuid }) {
  await owner.query(`insert into clients (workspace_id, id, name, created_at)
    select distinct ${space}, ${uuid(2, client)}, 'Client ' || ${client}, ${AT} from ${rows}`);
  await owner.query(`insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
    select ${space}, ${uuid(3, brand)}, ${uuid(2, client)}, 'Brand ' || ${brand}, 'https://brand' || ${brand} || '.example/', 'brand' || ${brand} || '.example', ${AT} from ${rows}`);
}

/** Relationships of which every number follows from the row's. */
async function relationships(owner, { rows, space, client, brand, site, uuid }) {
  await owner.query(`insert into relationships (workspace_id, id, client_id, brand_id, site_id, stage, reason, would_link_anyway, readers_gain,
      to_us_live, to_us_lost, to_us_unknown, to_them_live, to_them_lost, oldest_on, newest_on, created_at, updated_at)
    select ${space}, ${uuid(7, 'i')}, ${uuid(2, client)}, ${uuid(3, brand)}, ${uuid(4, site)},
      case when i % 1999 = 0 then 'partner' else (array['unknown', 'cold', 'contacted', 'engaged', 'dormant'])[1 + i * 13 % 5] end,
      case when i % 1500 = 7 then 'curated_hub' when i % 6 = 0 then 'case_studies' when i % 6 = 1 then 'podcast_or_guest' end,
      case when i % 9 > 0 then i % 2 = 0 end, case when i % 9 > 1 then i % 3 > 0 end,
      case when i % 4 > 0 then i * 7919 % 40 else 0 end, i % 5, i % 7, case when i / 20 % 5 = 0 then i * 31 % 12 else 0 end, i % 3,
      case when i % 4 > 0 then ${DAY} - (i * 17 % 3000 + 400)::int end, case when i % 4 > 0 then ${DAY} - (i * 29 % 400)::int end,
      ${AT} - (i % 100000 || ' minutes')::interval, ${AT} - (i * 37 % 100000 || ' minutes')::interval
    from ${rows}`);
}
