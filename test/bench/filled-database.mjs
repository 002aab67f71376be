import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { medianOf, timedRounds } from './measuring.mjs';

/** Where the built program lies. */
export const DIST = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
/** How often each question is asked. */
export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);

/** A module of the built program, by its path without ending. */
export const load = (path) => import(pathToFileURL(join(DIST, `${path}.js`)).href);

/** Runs `work` with a PostgreSQL server of its own, and a folder for what else it keeps; both are gone afterwards. */
export async function withServer(work) {
  const { EmbeddedServer } = await load('src/platform/database/embedded/server');
  const { embeddedDatabase } = await load('src/platform/database/addresses');
  const home = join(tmpdir(), `linkledger-bench-${process.pid}`);
  const server = await EmbeddedServer.start(home, {});
  try {
    return await work(await embeddedDatabase(server, 'bench'), home);
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Runs `work` on a migrated database filled by `fill`, over one connection as the application's role. */
export function withFilled(fill, work) {
  return withServer(async ({ ownerUrl, appUrl }) => {
    const { loadMigrations, migrateUp } = await load('src/platform/database/migrations');
    await migrateUp(ownerUrl, appUrl, await loadMigrations(join(DIST, 'migrations')));
    await fill(ownerUrl);
    const source = new DataSource({
      type: 'postgres',
      url: appUrl,
      installExtensions: false,
      extra: { max: 1 },
    });
    await source.initialize();
    try {
      await work(source);
    } finally {
      await source.destroy();
    }
  });
}

const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

/**
 * A table of questions and what each took: `ask(name, work)` adds a line, `end()` the sum. Beside the clock stands the processor time
 * of what answers, as `busy` counts it. With BENCH_ONLY only the questions are asked whose name holds it.
 */
export function questionTable({ busy: busyOf, of = 'the server' }, ...lead) {
  say(
    ...lead,
    '',
    `| question | fastest | median | processor time of ${of} | total |`,
    '|---|---|---|---|---|',
  );
  const [medians, costs] = [[], []];
  return {
    ask: async (name, work) => {
      if (!name.includes(process.env.BENCH_ONLY ?? '')) return;
      const before = busyOf();
      const { answer, median, fastest } = await timedRounds(work, ROUNDS);
      const busy = (busyOf() - before) / (ROUNDS + 1);
      medians.push(median);
      costs.push(busy);
      const total =
        answer.total === undefined ? (answer.all ?? '') : `${answer.total}${answer.totalIsExact ? '' : '+'}`;
      say(`| ${name} | ${fastest.toFixed(1)} | ${median.toFixed(1)} | ${busy.toFixed(0)} | ${total} |`);
    },
    end: () =>
      say(
        '',
        `Median of the medians: ${medianOf(medians).toFixed(1)} ms; the slowest median: ${Math.max(...medians).toFixed(1)} ms; most processor time of ${of}: ${Math.max(...costs).toFixed(0)} ms.`,
      ),
  };
}

/** The process that answers a connection, and the version of its server. */
export async function serverOf(source) {
  const [row] = await source.query(
    `select pg_backend_pid() as pid, current_setting('server_version') as version`,
  );
  return row;
}

/** The cursor of a page far down a list, `page` being asked without and then with a cursor. */
export async function cursorOf(page, pages) {
  let cursor;
  for (let no = 0; no < pages; no += 1)
    cursor = (await page(cursor === undefined ? {} : { cursor })).nextCursor;
  return cursor;
}
