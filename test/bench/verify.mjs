import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { INDEX_PAGES, indexPath, PAGES, plantedLink, sitePages } from './site-pages.mjs';

const here = import.meta.dirname;
const root = join(here, '..', '..');
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ALL = INDEX_PAGES + PAGES;

/**
 * Pages a second and processor time a page: `linkledger verify`, one row a page (robots.txt, parse5, judge, no database, no pauses),
 * against linkinator recursing over the same site. Rounds take turns, so that a busy machine hits both.
 */
export async function run(args) {
  const cli = args[0] ?? join(root, 'dist', 'src', 'cli.js');
  const folder = mkdtempSync(join(tmpdir(), 'linkledger-bench-'));
  const server = fork(join(here, 'site-server.mjs'), { execArgv: [] });
  try {
    const [{ port }] = await once(server, 'message');
    const site = `http://127.0.0.1:${port}`;
    const rows = join(folder, 'rows.csv');
    writeFileSync(rows, csv(site));
    const rounds = { linkledger: [], linkinator: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.linkledger.push(
        await measure(folder, server, [
          cli,
          'verify',
          '--input',
          rows,
          '--format',
          'ndjson',
          '--gap',
          '0',
          '--concurrency',
          '64',
        ]),
      );
      rounds.linkinator.push(await measure(folder, server, [join(here, 'linkinator-run.mjs'), `${site}/`]));
    }
    process.stdout.write(report(rounds));
  } finally {
    server.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

function csv(site) {
  const indexes = Array.from(
    { length: INDEX_PAGES },
    (_, index) => `${site}${indexPath(index)},${site}/page/${index * 100},any`,
  );
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const { target, rel } = plantedLink(page);
    const agreed = rel.includes('nofollow') ? 'nofollow' : rel.includes('sponsored') ? 'sponsored' : 'any';
    return `${site}/page/${page},${site}${target},${agreed}`;
  });
  return ['source_url,target_url,rel', ...indexes, ...pages, ''].join('\n');
}

async function measure(folder, server, command) {
  const usage = join(folder, 'usage.json');
  const output = join(folder, 'output');
  server.send('count');
  await once(server, 'message');
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', join(here, 'usage-probe.mjs'), ...command], {
    cwd: root,
    env: { ...process.env, BENCH_USAGE_FILE: usage, LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks = [];
  child.stdout.on('data', (bytes) => chunks.push(bytes));
  const [status] = await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  writeFileSync(output, Buffer.concat(chunks));
  server.send('count');
  const [{ requests }] = await once(server, 'message');
  const outcome = { status, seconds, requests, ...JSON.parse(readFileSync(usage, 'utf8')) };
  return { ...outcome, answer: checked(command, Buffer.concat(chunks).toString(), status) };
}

/** What the run found must be right, or its speed means nothing. */
function checked(command, text, status) {
  if (!command.includes('verify')) return JSON.parse(text.trim().split('\n').at(-1));
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const live = lines.filter((line) => line.verdict === 'live').length;
  if (status !== 0 || lines.length !== ALL || live !== ALL) {
    const odd = lines.find((line) => line.verdict !== 'live');
    throw new Error(
      `Status ${status}, ${lines.length} lines, ${live} of ${ALL} live; for example ${JSON.stringify(odd)}`,
    );
  }
  return { rows: lines.length, live };
}

function report(rounds) {
  const sizes = [...sitePages()].map(([, { bytes, size }]) => [bytes.length, size]);
  const mean = (at) => Math.round(sizes.reduce((sum, size) => sum + size[at], 0) / sizes.length / 1024);
  const lines = Object.entries(rounds).map(([name, runs]) => row(name, runs));
  const pagesPerSecond = median(rounds.linkledger.map(pace)) / median(rounds.linkinator.map(pace));
  const cpu = median(rounds.linkledger.map(cpuMs)) / median(rounds.linkinator.map(cpuMs));
  const linkinator = JSON.parse(
    readFileSync(join(root, 'node_modules', 'linkinator', 'package.json'), 'utf8'),
  ).version;
  return `
${ALL} pages of ${mean(1)} KB (${mean(0)} KB gzipped), one loopback site; Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)},
linkinator ${linkinator}, commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()}; medians of ${ROUNDS} (least to most)

| program | pages/s | wall s | CPU ms/page | requests | peak RSS MB |
|---|---|---|---|---|---|
${lines.join('\n')}

Pages a second: ${pagesPerSecond.toFixed(1)} times linkinator's. CPU a page: 1/${(1 / cpu).toFixed(1)} of linkinator's.
`;
}

const pace = (run) => ALL / run.seconds;
const cpuMs = (run) => (run.cpuSeconds * 1000) / ALL;

function row(name, runs) {
  const cell = (of, digits) => {
    const values = runs.map(of).sort((one, other) => one - other);
    return `${median(values).toFixed(digits)} (${values[0].toFixed(digits)} to ${values.at(-1).toFixed(digits)})`;
  };
  return `| ${name} | ${cell(pace, 0)} | ${cell((run) => run.seconds, 1)} | ${cell(cpuMs, 2)} | ${median(runs.map((run) => run.requests))} | ${median(runs.map((run) => run.peakMb))} |`;
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
