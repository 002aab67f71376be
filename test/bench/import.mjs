import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { copied, inserted } from './import-others.mjs';
import { AT, IMPORT, rowOf, USER, WORKSPACE } from './import-rows.mjs';

const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
/** Rows of the rounds side by side, and of the one large file. */
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const LARGE = Number(process.env.BENCH_LARGE ?? 1_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

const HEADER = 'Domain,Status,Stage,Language,Country,Notes,Rating,Batch,Found through,Reference,Checked by';
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
    const figures = { ours: [], typeorm: [], whole: [], copy: [], bare: [] };
    const file = await writeFile(home, ROWS);
    for (let round = 0; round < ROUNDS; round += 1) {
      figures.copy.push(await copied(await fresh(), { home, rows: ROWS, isBare: false }));
      figures.bare.push(await copied(await fresh(), { home, rows: ROWS, isBare: true }));
      figures.typeorm.push(await inserted(await fresh(), ROWS, 'filled'));
      figures.whole.push(await inserted(await fresh(), ROWS, 'all'));
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
  const typeorm = per(figures.typeorm);
  const copy = per(figures.copy);
  const line = (name, rounds) =>
    `| ${name} | ${medianOf(rounds).toFixed(2)} | ${Math.round(per(rounds)).toLocaleString('en')} | ${(per(rounds) / typeorm).toFixed(2)} | ${((100 * per(rounds)) / copy).toFixed(0)} % |`;
  return [
    `${ROWS.toLocaleString('en')} rows of 11 columns, each a new site and a new prospect; medians of ${ROUNDS} rounds on fresh databases; Node ${process.version}, ${cpus()[0].model.trim()}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}.`,
    '',
    '| way | seconds | rows/s | x TypeORM | of COPY |',
    '|---|---|---|---|---|',
    line('our import: file read, checked, resolved, journalled', figures.ours),
    line('TypeORM insert(), batches of 1,000, entities of the columns filled', figures.typeorm),
    line('TypeORM insert(), batches of 1,000, entities of all columns', figures.whole),
    line('COPY into the same tables', figures.copy),
    line('COPY into the same tables without references and with unique indexes only', figures.bare),
    '',
    ...(large === null ? [] : [largeLine(large)]),
    '',
  ].join('\n');
}

function largeLine({ counts, uploadS, inspectS, runS, peakMb }) {
  const whole = uploadS + inspectS + runS;
  return `${LARGE.toLocaleString('en')} rows: ${whole.toFixed(1)} s (taken in ${uploadS.toFixed(1)}, looked through ${inspectS.toFixed(1)}, brought in ${runS.toFixed(1)}), ${counts.created.toLocaleString('en')} created, peak memory ${peakMb.toFixed(0)} MB.`;
}
