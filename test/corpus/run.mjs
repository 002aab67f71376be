import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { plainLinks } from './plain-walk.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = resolve(process.argv[2] ?? process.env.CORPUS_DIR ?? 'pages');
const cli = process.argv[3] ?? join(root, 'dist', 'src', 'cli.js');
const ABSENT = [
  'https://absent.example/',
  'https://absent.example/some/page?x=1',
  'http://another.test/never',
];

/** `npm run test:corpus [folder]`: every link of every saved page, as the command line reports it and as a plain walk sees it. */
if (existsSync(folder)) process.exitCode = await compare();
else
  process.stderr.write(
    `SKIPPED: there is no folder ${folder}. Give one with saved .html pages: npm run test:corpus -- FOLDER\n`,
  );

async function compare() {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort();
  const server = createServer((request, response) => serve(request.url ?? '', response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const site = `http://127.0.0.1:${server.address().port}`;
  const rows = names.flatMap((name) => rowsOf(name, `${site}/${name}`));
  const differences = await check(rows);
  server.close();
  server.closeAllConnections();
  const links = rows.reduce((sum, row) => sum + row.expected.length, 0);
  process.stdout.write(
    `${names.length} pages, ${links} links, ${rows.length} rows: ${differences.length} differences\n`,
  );
  for (const difference of differences.slice(0, 20)) process.stdout.write(`${difference}\n`);
  return names.length > 0 && differences.length === 0 ? 0 : 1;
}

function serve(path, response) {
  const name = decodeURIComponent(path.slice(1));
  if (!readdirSync(folder).includes(name)) return response.writeHead(404).end();
  return response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(readFileSync(join(folder, name)));
}

/** One row for every distinct address the page links to, and some for addresses it does not link to. */
function rowsOf(name, pageUrl) {
  const links = plainLinks(readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''), pageUrl);
  const byAddress = Map.groupBy?.(links, (link) => link.href) ?? grouped(links);
  const present = [...byAddress].map(([target, expected]) => ({ pageUrl, target, expected }));
  return [...present, ...ABSENT.map((target) => ({ pageUrl, target, expected: [] }))];
}

function grouped(links) {
  const groups = new Map();
  for (const link of links) groups.set(link.href, [...(groups.get(link.href) ?? []), link]);
  return groups;
}

async function check(rows) {
  const work = mkdtempSync(join(tmpdir(), 'linkledger-corpus-'));
  const input = join(work, 'rows.csv');
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  writeFileSync(
    input,
    [
      'source_url,target_url,match',
      ...rows.map((row) => `${quoted(row.pageUrl)},${quoted(row.target)},exact`),
    ].join('\n'),
  );
  const args = [
    cli,
    'verify',
    '--input',
    input,
    '--format',
    'ndjson',
    '--gap',
    '0',
    '--no-render',
    '--concurrency',
    '4',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const differences = [];
  let seen = 0;
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text);
    seen += 1;
    differences.push(...differencesOf(rows[line.row - 1], line));
  }
  rmSync(work, { recursive: true, force: true });
  if (seen !== rows.length) differences.push(`${rows.length} rows went in, ${seen} lines came out`);
  return differences;
}

function differencesOf({ pageUrl, target, expected }, line) {
  const found = line.occurrences.map(({ href, rel, anchor }) => ({ href, rel, anchor }));
  const same = JSON.stringify(found) === JSON.stringify(expected);
  const verdictFits = expected.length > 0 ? line.verdict === 'live' : line.verdict !== 'live';
  if (same && verdictFits) return [];
  return [
    `${pageUrl} -> ${target}: ${line.verdict}\n  expected ${JSON.stringify(expected)}\n  reported ${JSON.stringify(found)}`,
  ];
}
