import { rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource } from 'typeorm';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 31);
const WORKSPACE = '01930000-0000-7000-8000-000000000001';
const OTHER = '01930000-0000-7000-8000-000000000002';
const CLIENTS = [1, 2, 3].map((no) => `01930000-0000-7000-8001-${String(no).padStart(12, '0')}`);

/** What is asked, as the list's address would say it. */
const QUESTIONS = {
  'first page, newest': {},
  'first page, last checked': { sort: 'checked' },
  'first page, by page': { sort: 'source' },
  'first page, by age of the state': { sort: 'state_since' },
  'state removed': { state: ['removed'] },
  'states live and differs, last checked': { state: ['live', 'differs'], sort: 'checked' },
  'one client': { clientId: CLIENTS[1] },
  'one site': { siteId: '01930000-0000-7000-8003-000000000055' },
  'one type, rare': { type: ['comment'] },
  'paid, awaited': { compensation: ['money'], state: ['awaited'] },
  overdue: { overdue: true },
  unlabelled: { unlabelled: true },
  rechecking: { rechecking: true },
  'lost this week': { problem: 'lost_week' },
  'nobody owns it': { ownerMemberId: 'none' },
  'search, few finds': { search: 'article-4242' },
  'search, one host': { search: 'site1234.example' },
  'search, everything': { search: 'article-' },
  'search, everything, one state': { search: 'article-', state: ['removed'] },
  'search, nothing': { search: 'qqqqq' },
  'beginning of a host': { search: 's7' },
};

/**
 * Time of a page of the placements list (50 rows and the total) and of the counts, in a workspace with 100,000 placements beside
 * another of the same size, as the application's role under row-level security: the statements of the program itself.
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

async function measured(source, load) {
  const { Database } = await load('src/platform/database/database.js');
  const { FixedClock } = await load('src/platform/clock/clock.js');
  const { PlacementLists } = await load('src/modules/placements/placement-list.query.js');
  const database = new Database(source);
  const lists = new PlacementLists(database, new FixedClock(new Date('2026-11-20T09:00:00Z')));
  const server = (await source.query('show server_version'))[0].server_version;
  const lines = [
    `${ROWS.toLocaleString('en')} placements in each of two workspaces, PostgreSQL ${server}, Node ${process.version}, ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}.`,
    `Milliseconds for one transaction with the page and its total; ${ROUNDS} rounds.`,
    '',
    '| question | fastest | median | total | indexes of the page |',
    '|---|---|---|---|---|',
  ];
  const medians = [];
  for (const scope of [{ workspaceId: WORKSPACE }, { workspaceId: WORKSPACE, clientIds: [CLIENTS[1]] }]) {
    const who = scope.clientIds === undefined ? '' : ', limited member';
    for (const [name, question] of Object.entries(QUESTIONS)) {
      if (who !== '' && !name.startsWith('first page, newest') && !name.startsWith('search')) continue;
      const ask = () => database.inWorkspace(scope, () => lists.page({ limit: 50, ...question }));
      const { median, fastest, answer } = await timed(ask);
      medians.push(median);
      const total = `${answer.total}${answer.totalIsExact ? '' : '+'}`;
      lines.push(
        `| ${name}${who} | ${fastest.toFixed(1)} | ${median.toFixed(1)} | ${total} | ${await indexOf(source, ask)} |`,
      );
    }
  }
  const deep = await timed(() => deepPage(database, lists));
  lines.push(`| page 100, newest | ${deep.fastest.toFixed(1)} | ${deep.median.toFixed(1)} | | |`);
  const counts = await timed(() => database.inWorkspace({ workspaceId: WORKSPACE }, () => lists.counts({})));
  lines.push(
    `| counts of all states | ${counts.fastest.toFixed(1)} | ${counts.median.toFixed(1)} | ${counts.answer.all} | |`,
  );
  lines.push(
    '',
    `Median of the questions' medians: ${medianOf(medians).toFixed(1)} ms; the slowest median: ${Math.max(...medians).toFixed(1)} ms.`,
    '',
  );
  return lines.join('\n');
}

let deepCursor = null;
async function deepPage(database, lists) {
  const scope = { workspaceId: WORKSPACE };
  for (let page = 0; deepCursor === null || page < 0; ) {
    let cursor;
    for (page = 0; page < 99; page += 1) {
      const asked = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
      cursor = (await database.inWorkspace(scope, () => lists.page(asked))).nextCursor;
    }
    deepCursor = cursor;
  }
  return database.inWorkspace(scope, () => lists.page({ limit: 50, cursor: deepCursor }));
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

/** The indexes the planner takes for the statement that reads the page: the one with the joined names. */
async function indexOf(source, ask) {
  const original = source.createQueryRunner.bind(source);
  const found = new Set();
  source.createQueryRunner = (mode) => {
    const runner = original(mode);
    const query = runner.query.bind(runner);
    runner.query = async (sql, values, ...rest) => {
      if (sql.includes('as sort_key')) {
        const plan = await query(`explain (format json) ${sql}`, values);
        for (const [, index] of JSON.stringify(plan).matchAll(/"Index Name":"(placements_\w+)"/g))
          found.add(index);
      }
      return query(sql, values, ...rest);
    };
    return runner;
  };
  await ask();
  source.createQueryRunner = original;
  return [...found].join(', ') || 'none';
}

async function fill(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const [workspace, tail] of [
    [WORKSPACE, '8'],
    [OTHER, '9'],
  ]) {
    const id = (kind, no) => `('01930000-0000-7000-${tail}00${kind}-' || lpad((${no})::text, 12, '0'))::uuid`;
    const at = `'2026-11-20T08:00:00Z'::timestamptz`;
    const put = (sql) => owner.query(sql, [workspace]);
    await put(`insert into workspaces (id, name, created_at) values ($1, 'Bench', ${at})`);
    await put(
      `insert into clients (workspace_id, id, name, created_at) select $1, ${id(1, 'i')}, 'Client ' || i, ${at} from generate_series(1, 20) i`,
    );
    await put(`insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
      select $1, ${id(2, 'i')}, ${id(1, '1 + i % 20')}, 'Brand ' || i, 'https://shop.example/', 'shop.example', ${at} from generate_series(0, 39) i`);
    await put(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
      select $1, ${id(3, 'i')}, 'domain', 'site' || i || '.example', 'site' || i || '.example', ${at} from generate_series(1, 20000) i`);
    await put(`insert into placements (workspace_id, id, client_id, brand_id, site_id, source_url, source_url_key, source_host, host_slot,
        target_url, target_url_key, target_path, type, compensation, state, state_since, checked_at, rechecking, finding_codes, due_on, created_at, updated_at)
      select $1, ${id(4, 'i')}, ${id(1, '1 + i % 20')}, ${id(2, 'i % 40')}, ${id(3, '1 + i % 20000')},
        'https://site' || 1 + i % 20000 || '.example/blog/article-' || i, 'site' || 1 + i % 20000 || '.example:/blog/article-' || i || '?',
        'site' || 1 + i % 20000 || '.example', 'site' || 1 + i % 20000 || '.example:443',
        'https://shop.example/page-' || i % 50, 'shop.example:/page-' || i % 50 || '?', '/page-' || i % 50,
        case when i % 997 = 0 then 'comment' else (array['editorial', 'guest_post', 'directory', 'partnership'])[1 + i * 7919 % 4] end,
        (array['none', 'none', 'money', 'product_or_service'])[1 + i * 31 % 4],
        (array['live', 'live', 'live', 'live', 'live', 'live', 'differs', 'removed', 'awaited', 'site_down', 'check_by_hand', 'ended'])[1 + i * 17 % 12],
        ${at} - (i * 3 || ' minutes')::interval, case when i % 13 > 0 then ${at} - (i * 37 % 10000 || ' minutes')::interval end, i % 200 = 0,
        case when i % 400 = 0 then array['compensated_unlabelled'] else '{}' end,
        case when i % 50 = 0 then date '2026-11-17' + i % 9 end, ${at} - (i || ' minutes')::interval, ${at}
      from generate_series(1, ${ROWS}) i`);
  }
  await owner.query('vacuum analyze placements');
  await owner.query('analyze');
  await owner.end();
}
