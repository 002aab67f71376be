import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import 'reflect-metadata';
import { DataSource, EntitySchema } from 'typeorm';
import { v7 } from 'uuid';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
/** Rows of the rounds side by side, and of the one large file. */
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const LARGE = Number(process.env.BENCH_LARGE ?? 1_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const BATCH = 1000;
const WORKSPACE = '01930000-0000-7000-8000-000000000001';
const USER = '01930000-0000-7000-8000-000000000002';
const IMPORT = '01930000-0000-7000-8000-000000000003';
const AT = '2026-11-20T09:00:00.000Z';

const HEADER = 'Domain,Status,Stage,Language,Country,Notes,Rating,Batch,Found through,Reference,Checked by';
const STATUSES = ['new', 'researching', 'qualified', 'paused'];
const LANGUAGES = ['en', 'nl', 'de', 'fr'];

/** One row of the file: what ours reads as text, and what the others are given ready-made. */
function rowOf(no) {
  const host = `site-${(no * 7919) % 10_000_019}.example`;
  const status = STATUSES[no % 4];
  const language = LANGUAGES[no % 4];
  return { host, status, language, country: 'NL', notes: `A site about gardens, no. ${no}` };
}

function lineOf(no) {
  const { host, status, language, country, notes } = rowOf(no);
  return `${host},${status},cold,${language},${country},"${notes}","8, or ${no}",autumn,list,"seen ""once""",editor`;
}

/**
 * An import of sites to approach, 11 columns, beside the floor and a common way, in one run: TypeORM's `insert()` in batches of 1,000 and a
 * plain COPY, each with ready-made rows of the same two tables with the same indexes. Ours reads, checks and resolves a file, says what
 * became of every row and can be undone; the others do nothing of that.
 */
export async function run() {
  const load = (path) => import(pathToFileURL(join(DIST, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');
  const home = mkdtempSync(join(tmpdir(), 'linkledger-bench-'));
  chmodSync(home, 0o755);
  const server = await EmbeddedServer.start(home, {});
  try {
    let number = 0;
    const fresh = async () => {
      number += 1;
      const addresses = await embeddedDatabase(server, `bench${number}`);
      await migrateUp(addresses.ownerUrl, addresses.appUrl, await loadMigrations(join(DIST, 'migrations')));
      await asOwner(addresses.ownerUrl, SEED);
      return { ...addresses, superuserUrl: server.superuserUrl(`bench${number}`) };
    };
    const figures = { ours: [], typeorm: [], copy: [] };
    const file = await writeFile(home, ROWS);
    for (let round = 0; round < ROUNDS; round += 1) {
      figures.copy.push(await copied(await fresh(), home));
      figures.typeorm.push(await inserted(await fresh()));
      figures.ours.push(await imported(await fresh(), file));
      process.stderr.write(`round ${round + 1}: ${JSON.stringify(last(figures))}\n`);
    }
    const large = LARGE > 0 ? await imported(await fresh(), await writeFile(home, LARGE)) : null;
    process.stdout.write(report(figures, large));
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

const SEED = `
  insert into workspaces (id, name, created_at) values ('${WORKSPACE}', 'Bench', '${AT}');
  insert into users (id, email, name, created_at) values ('${USER}', 'bench@bench.example', 'Bench', '${AT}');
  insert into imports (workspace_id, id, file_name, created_at) values ('${WORKSPACE}', '${IMPORT}', 'bench', '${AT}');`;

async function asOwner(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function writeFile(folder, rows) {
  const path = join(folder, `sites-${rows}.csv`);
  const out = createWriteStream(path);
  out.write(`${HEADER}\n`);
  for (let no = 1; no <= rows; no += 1) if (!out.write(`${lineOf(no)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  return path;
}

/** Ours, in a process of its own that loads the whole program. */
async function imported({ appUrl }, file) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'import-child.mjs'), DIST, appUrl, WORKSPACE, USER, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let answer = null;
  for await (const line of createInterface({ input: child.stdout })) answer = JSON.parse(line);
  if (answer?.state !== 'done') throw new Error(`the import did not end well: ${JSON.stringify(answer)}`);
  return answer;
}

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

function entity(tableName, row) {
  const columns = Object.fromEntries(
    Object.keys(row).map((name) => [
      name,
      { type: 'text', primary: name === 'id' || name === 'workspace_id' },
    ]),
  );
  return new EntitySchema({ name: tableName, tableName, columns });
}

/** TypeORM's own batch insert, as the application's role. */
async function inserted({ appUrl }) {
  const schemas = [entity('sites', siteRow(1, '')), entity('prospects', prospectRow(1, ''))];
  const source = new DataSource({
    type: 'postgres',
    url: appUrl,
    installExtensions: false,
    entities: schemas,
  });
  await source.initialize();
  const started = performance.now();
  for (let from = 1; from <= ROWS; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, ROWS - from + 1) }, (_, at) => from + at);
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

/** COPY by the server from files of its own, without policies: the floor. */
async function copied({ superuserUrl }, home) {
  const files = { sites: join(home, 'copy-sites.txt'), prospects: join(home, 'copy-prospects.txt') };
  const [sites, prospects] = [createWriteStream(files.sites), createWriteStream(files.prospects)];
  for (let no = 1; no <= ROWS; no += 1) {
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
  const started = performance.now();
  for (const [table, row] of Object.entries({ sites: siteRow(1, ''), prospects: prospectRow(1, '') }))
    await client.query(`copy ${table} (${Object.keys(row).join(', ')}) from '${files[table]}'`);
  const runS = (performance.now() - started) / 1000;
  await client.end();
  return { runS };
}

function last(figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, rounds]) => [name, rounds.at(-1).runS.toFixed(2)]),
  );
}

function medianOf(rounds, field = 'runS') {
  const sorted = rounds.map((round) => round[field]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function report(figures, large) {
  const per = (rounds) => ROWS / medianOf(rounds);
  const [ours, typeorm, copy] = [per(figures.ours), per(figures.typeorm), per(figures.copy)];
  const line = (name, rounds) =>
    `| ${name} | ${medianOf(rounds).toFixed(2)} | ${Math.round(per(rounds)).toLocaleString('en')} | ${(per(rounds) / typeorm).toFixed(2)} | ${((100 * per(rounds)) / copy).toFixed(0)} % |`;
  return [
    `${ROWS.toLocaleString('en')} rows of 11 columns, each a new site and a new prospect; medians of ${ROUNDS} rounds on fresh databases; Node ${process.version}, ${cpus()[0].model.trim()}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}.`,
    '',
    '| way | seconds | rows/s | x TypeORM | of COPY |',
    '|---|---|---|---|---|',
    line('our import: file read, checked, resolved, journalled', figures.ours),
    line('TypeORM insert(), batches of 1,000', figures.typeorm),
    line('COPY into the same tables', figures.copy),
    '',
    `Ours ${(ours / typeorm).toFixed(2)} times TypeORM, ${((100 * ours) / copy).toFixed(0)} % of COPY.`,
    ...(large === null ? [] : [largeLine(large)]),
    '',
  ].join('\n');
}

function largeLine({ counts, uploadS, inspectS, runS, peakMb }) {
  const whole = uploadS + inspectS + runS;
  return `${LARGE.toLocaleString('en')} rows: ${whole.toFixed(1)} s (taken in ${uploadS.toFixed(1)}, looked through ${inspectS.toFixed(1)}, brought in ${runS.toFixed(1)}), ${counts.created.toLocaleString('en')} created, peak memory ${peakMb.toFixed(0)} MB.`;
}
