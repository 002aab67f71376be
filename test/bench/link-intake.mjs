import { readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
const ROWS = Number(process.env.BENCH_ROWS ?? 200_000);
const BATCH = 5000;
const SITES = 20_000;

const id = (kind, no) =>
  `01930000-0000-7000-8${String(kind).padStart(3, '0')}-${String(no).padStart(12, '0')}`;
const [WORKSPACE, CLIENT, BRAND] = [id(0, 1), id(2, 1), id(3, 1)];
const [FIRST, SECOND] = [id(9, 1), id(9, 2)];
const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

/**
 * How many links a second come in from files of other tools: each batch of 5,000 facts in a transaction of its own, by the program's own
 * intake on one connection, under row-level security. New ones, the same file again, a later file, and what a complete later file no
 * longer names.
 */
export async function run() {
  const load = (path) => import(pathToFileURL(join(DIST, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');
  const home = join(tmpdir(), `linkledger-bench-links-${process.pid}`);
  const server = await EmbeddedServer.start(home, {});
  try {
    const addresses = await embeddedDatabase(server, 'bench');
    await migrateUp(addresses.ownerUrl, addresses.appUrl, await loadMigrations(join(DIST, 'migrations')));
    await fill(addresses.ownerUrl);
    const { AppModule } = await load('src/app.module.js');
    const { readConfig } = await load('src/platform/config/read-config.js');
    const config = readConfig({ LINKLEDGER_LOG_LEVEL: 'error', LINKLEDGER_DATABASE_POOL: '2' });
    const app = await NestFactory.createApplicationContext(AppModule.with({ config, addresses }), {
      logger: ['error'],
    });
    await measured(app, load);
    await app.close();
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measured(app, load) {
  const { Database } = await load('src/platform/database/database.js');
  const { LinkIntake } = await load('src/modules/relationships/link-intake.service.js');
  const database = app.get(Database, { strict: false });
  const intake = app.get(LinkIntake, { strict: false });
  const within = (work) => database.inWorkspace({ workspaceId: WORKSPACE }, work);
  const [{ version, pid }] = await within(() =>
    database.manager().query(`select current_setting('server_version') as version, pg_backend_pid() as pid`),
  );
  say(
    `${ROWS.toLocaleString('en')} links of ${SITES.toLocaleString('en')} sites to one brand in batches of ${BATCH.toLocaleString('en')}, PostgreSQL ${version}, Node ${process.version}, ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}.`,
    '',
    '| what comes | links | seconds | links a second | processor seconds, program | processor seconds, database |',
    '|---|---|---|---|---|---|',
  );
  const tell = async (name, work) => {
    const [cpu, busy, start] = [process.cpuUsage(), processorTime(pid), performance.now()];
    const links = await work();
    const seconds = (performance.now() - start) / 1000;
    const used = process.cpuUsage(cpu);
    say(
      `| ${name} | ${links.toLocaleString('en')} | ${seconds.toFixed(1)} | ${Math.round(links / seconds).toLocaleString('en')} | ${((used.user + used.system) / 1e6).toFixed(1)} | ${((processorTime(pid) - busy) / 1000).toFixed(1)} |`,
    );
  };
  const bring = async (originId, day, isNamed) => {
    const source = { via: 'import', originId, observedAt: new Date(`${day}T12:00:00Z`) };
    let links = 0;
    for (let from = 0; from < ROWS; from += BATCH) {
      const facts = Array.from({ length: BATCH }, (_, at) => from + at)
        .filter(isNamed)
        .map(factOf);
      await within(() => intake.bring(facts, source));
      links += facts.length;
    }
    return links;
  };
  await tell('new ones', () => bring(FIRST, '2026-10-01', () => true));
  await tell('the same file again', () => bring(FIRST, '2026-10-01', () => true));
  await tell('a later file without a tenth', () => bring(SECOND, '2026-11-01', (no) => no % 10 > 0));
  const whole = {
    ...{ importId: SECOND, brandId: BRAND, direction: 'to_us' },
    observedAt: new Date('2026-11-01T12:00:00Z'),
  };
  await tell('what the later file no longer names', async () => {
    let lost = 0;
    let after = null;
    do {
      const step = await within(() => intake.concludeComplete(whole, 2000, after));
      lost += step.lost;
      after = step.next;
    } while (after !== null);
    return lost;
  });
}

function factOf(no) {
  // Few sites hold many links and many hold few, in an order that says nothing.
  const site = Math.floor(SITES * (((no * 40_503) % 65_536) / 65_536) ** 3);
  return {
    ...{ brandId: BRAND, clientId: CLIENT, siteId: id(4, site), direction: 'to_us' },
    sourceUrl: `https://www.site${site}.example/articles/2026/a-page-about-gardens-${no}.html?utm_source=feed`,
    targetUrl: `https://shop.example/guide/${no % 400}`,
    anchor: `words of link ${no % 1000}`,
    rel: no % 3 === 0 ? 'nofollow' : '',
    isImage: no % 20 === 0,
    firstSeenOn: `2026-0${1 + (no % 9)}-10`,
    lastSeenAt: new Date('2026-09-30T00:00:00Z'),
  };
}

/** Milliseconds a process has been running on a processor (Linux). */
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

async function fill(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const at = `'2026-11-20T08:00:00Z'::timestamptz`;
  await owner.query(
    `insert into workspaces (id, name, created_at) values ('${WORKSPACE}', 'Workspace', ${at})`,
  );
  await owner.query(
    `insert into clients (workspace_id, id, name, created_at) values ('${WORKSPACE}', '${CLIENT}', 'Client', ${at})`,
  );
  await owner.query(`insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
    values ('${WORKSPACE}', '${BRAND}', '${CLIENT}', 'Shop', 'https://shop.example/', 'shop.example', ${at})`);
  await owner.query(`insert into sites (workspace_id, id, kind, site_key, host, created_at)
    select '${WORKSPACE}', ('01930000-0000-7000-8004-' || lpad(i::text, 12, '0'))::uuid, 'domain', 'site' || i || '.example', 'site' || i || '.example', ${at}
    from generate_series(0, ${SITES - 1}) i`);
  await owner.query('vacuum analyze');
  await owner.end();
}
