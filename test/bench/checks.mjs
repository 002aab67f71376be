import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
const CHECKS = Number(process.env.BENCH_CHECKS ?? 2000);
const HOSTS = Number(process.env.BENCH_HOSTS ?? 100);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SHOP = 'https://shop.example/garden';
const WORKSPACE = '01930000-0000-7000-8000-000000000001';

/**
 * Checks a second of one worker from lease to ledger: pages of 8 kB on loopback hosts, gap 0, parse5, robots.txt, judge, evidence,
 * PostgreSQL under row-level security. Then the ledger alone: the same results recorded again, 20 a transaction.
 */
export async function run() {
  const load = (path) => import(pathToFileURL(join(DIST, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');
  const { readConfig } = await load('src/platform/config/read-config.js');
  const { AppModule } = await load('src/app.module.js');
  const { CheckWorker } = await load('src/modules/verifier/check-worker.js');
  const { PlacementChecksService } = await load('src/modules/placements/placement-checks.service.js');
  const { newId } = await load('src/platform/database/id.js');
  const home = join(tmpdir(), `linkledger-bench-${process.pid}`);
  const server = await EmbeddedServer.start(home, {});
  const site = new Worker(new URL(import.meta.url));
  const port = await new Promise((done) => site.once('message', done));
  let app;
  try {
    const addresses = await embeddedDatabase(server, 'bench');
    await migrateUp(addresses.ownerUrl, addresses.appUrl, await loadMigrations(join(DIST, 'migrations')));
    const owner = new pg.Client({ connectionString: addresses.ownerUrl });
    await owner.connect();
    await fill(owner, port);
    const config = readConfig({
      LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
      LINKLEDGER_HOST_GAP_MS: '0',
      LINKLEDGER_DATA_DIR: home,
      LINKLEDGER_LOG_LEVEL: 'error',
    });
    app = await NestFactory.createApplicationContext(AppModule.with({ config, addresses }), {
      logger: false,
    });
    const whole = [];
    for (let round = 0; round < ROUNDS; round += 1)
      whole.push(await measure(owner, () => checkAll(owner, app.get(CheckWorker))));
    const checks = app.get(PlacementChecksService);
    const ledger = [];
    for (let round = 0; round < ROUNDS; round += 1)
      ledger.push(await measure(owner, () => recordAll(owner, checks, newId)));
    report({ whole, ledger });
    await owner.end();
  } finally {
    await app?.close();
    await site.terminate();
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Makes everything due and waits until the worker has checked it. */
async function checkAll(owner, worker) {
  await owner.query('update placements set next_check_at = created_at');
  await worker.drain();
  const left = await owner.query(
    'select count(*)::int as n from placements where next_check_at = created_at',
  );
  if (left.rows[0].n > 0) throw new Error(`${left.rows[0].n} placements were not checked`);
}

/** Records a ready-made result for each placement, 20 a transaction, one connection. */
async function recordAll(owner, checks, newId) {
  const { rows } = await owner.query('select id from placements order by host_slot');
  for (let start = 0; start < rows.length; start += 20) {
    const at = new Date();
    const results = rows.slice(start, start + 20).map(({ id }) => ({
      id: newId(at),
      placementId: id,
      revision: 1,
      at,
      origin: 'schedule',
      visit: VISIT,
      judgement: { verdict: 'live', findings: [], best: null },
      evidence: null,
      durationMs: 1,
    }));
    if ((await checks.record(WORKSPACE, results, () => Promise.resolve(true))) === null)
      throw new Error('not recorded');
  }
}

const VISIT = {
  failure: null,
  robotsAllowed: { own: true, googlebot: true },
  status: 200,
  finalUrl: 'http://127.4.0.1/page/1',
  redirects: [],
  contentType: 'text/html',
  page: null,
  limit: null,
  rendering: 'none',
  matches: [],
};

async function measure(owner, work) {
  await owner.query('checkpoint').catch(() => undefined);
  const lsn = (await owner.query('select pg_current_wal_lsn() as lsn')).rows[0].lsn;
  const cpu = process.cpuUsage();
  const since = performance.now();
  await work();
  const seconds = (performance.now() - since) / 1000;
  const used = process.cpuUsage(cpu);
  const wal = await owner.query('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 as bytes', [lsn]);
  return {
    perSecond: CHECKS / seconds,
    cpuMs: (used.user + used.system) / 1000 / CHECKS,
    walBytes: wal.rows[0].bytes / CHECKS,
  };
}

async function fill(owner, port) {
  const ids = ['0002', '0003', '0004'].map((end) => `01930000-0000-7000-8000-00000000${end}`);
  await owner.query('insert into workspaces (id, name, created_at) values ($1, $2, clock_timestamp())', [
    WORKSPACE,
    'Bench',
  ]);
  await owner.query(
    `insert into clients (workspace_id, id, name, created_at) values ($1, $2, 'Client', clock_timestamp())`,
    [WORKSPACE, ids[0]],
  );
  await owner.query(
    `insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
     values ($1, $2, $3, 'Brand', 'https://shop.example/', 'shop.example', clock_timestamp())`,
    [WORKSPACE, ids[1], ids[0]],
  );
  await owner.query(
    `insert into placements (workspace_id, id, client_id, brand_id, source_url, source_url_key, host_slot, target_url, target_url_key,
       type, state_since, created_at, updated_at)
     select $1, gen_random_uuid(), $2, $3, url, url, slot, $4, $4, 'editorial', clock_timestamp(), clock_timestamp(), clock_timestamp()
     from (select n, format('127.4.0.%s:%s', n % $5 + 1, $6::text) as slot, format('http://127.4.0.%s:%s/page/%s', n % $5 + 1, $6::text, n) as url
           from generate_series(1, $7) n) as page`,
    [WORKSPACE, ids[0], ids[1], SHOP, HOSTS, port, CHECKS],
  );
}

function report({ whole, ledger }) {
  const line = (name, rounds) => {
    const middle = (key) =>
      rounds.map((round) => round[key]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
    return `${name}: ${middle('perSecond').toFixed(0)} checks/s, ${middle('cpuMs').toFixed(2)} ms CPU and ${middle('walBytes').toFixed(0)} bytes of WAL a check\n`;
  };
  process.stdout.write(
    `${cpus().length} x ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; medians of ${ROUNDS}; ${CHECKS} checks, ${HOSTS} hosts\n`,
  );
  process.stdout.write(line('lease to ledger', whole) + line('ledger alone, 20 a transaction', ledger));
}

/** The site: 8 kB of article with one link to the shop. */
function serve() {
  const words = '<p>Gardens want patience, water and a little shade in the afternoon.</p>\n'.repeat(100);
  const page = `<!doctype html><html lang="en"><head><title>Gardens</title></head><body><main>${words}<p><a href="${SHOP}">the shop</a></p></main></body></html>`;
  const server = createServer((request, response) => {
    const isRobots = request.url === '/robots.txt';
    response.writeHead(isRobots ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isRobots ? '' : page);
  });
  server.listen(0, '0.0.0.0', () => parentPort.postMessage(server.address().port));
}

if (!isMainThread) serve();
