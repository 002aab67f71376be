import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answer, RawServer, withoutRobots } from './raw-server.js';
import { runCli } from './run-cli.js';
import { LINK, TARGET, TEXT } from './visit-world.js';

let server: RawServer;

beforeAll(async () => {
  server = await RawServer.start(
    withoutRobots((socket, path) => {
      if (path.startsWith('/links')) socket.write(answer(200, {}, LINKS));
      else if (path.startsWith('/text')) socket.write(answer(200, {}, TEXT));
      else if (path === '/moved') socket.write(answer(301, { location: '/links' }));
      else socket.write(answer(200, { 'x-robots-tag': 'nofollow', link: '</c>; rel=canonical' }, LINK));
    }),
  );
});

afterAll(() => server.stop());

const LINKS = `${TEXT}<nav><a rel="UGC noopener ugc" href="${TARGET}/?utm_source=x#y"> one
  two </a></nav><a href="https://target.example/other">other</a><noscript><a href="${TARGET}#part">guide</a></noscript>`;

function csv(...rows: string[]): string {
  return ['source_url,target_url,rel,anchor,match', ...rows, ''].join('\n');
}

describe('linkledger verify', () => {
  const ndjson = ['--gap', '0', '--format', 'ndjson', '--no-render'];

  it('writes one line a row, its keys in order and never absent', async () => {
    const { lines, status } = await runCli(csv(`${server.url('/moved')},${TARGET},ugc,,`), ndjson);
    expect(status).toBe(0);
    expect(JSON.stringify(lines)).toBe(
      JSON.stringify([
        {
          row: 1,
          sourceUrl: server.url('/moved'),
          targetUrl: TARGET,
          verdict: 'live',
          findings: [],
          page: {
            status: 200,
            finalUrl: server.url('/links'),
            redirects: [{ url: server.url('/moved'), status: 301 }],
            indexable: true,
            followable: true,
            robotsAllowed: { own: true, googlebot: true },
            canonical: null,
          },
          occurrences: [
            {
              href: `${TARGET}/?utm_source=x#y`,
              rel: ['ugc', 'noopener'],
              anchor: 'one two',
              region: 'nav',
              hidden: false,
              inNoscript: false,
              followed: false,
              match: 'equivalent',
            },
            {
              href: `${TARGET}#part`,
              rel: [],
              anchor: 'guide',
              region: 'content',
              hidden: false,
              inNoscript: true,
              followed: true,
              match: 'equivalent',
            },
          ],
        },
      ]),
    );
  });

  it.each<[string, string, Record<string, unknown>]>([
    [
      'an unknown rel',
      `http://a.example/,${TARGET},dofollow,,`,
      { verdict: null, page: null, occurrences: [] },
    ],
    ['an unknown match', `http://a.example/,${TARGET},,,host`, { verdict: null }],
    [
      'a page that is no web address',
      `mailto:a@b.example,${TARGET},,,`,
      { verdict: null, sourceUrl: 'mailto:a@b.example' },
    ],
    ['no target', 'http://a.example/,,,,', { verdict: null, targetUrl: '' }],
    ['more cells than columns', `http://a.example/,${TARGET},,,,x`, { verdict: null }],
    ['empty cells too many', `http://10.0.0.1/,${TARGET},,,,,`, { verdict: 'unreachable' }],
    ['a refused address', `http://10.0.0.1/,${TARGET},,,`, { verdict: 'unreachable', page: null }],
  ])('%s', async (_, row, expected) => {
    const { lines, status } = await runCli(csv(row), ndjson);
    expect(lines).toMatchObject([expected]);
    expect(lines[0]?.['verdict'] === null).toBe(JSON.stringify(lines[0]).includes('row_invalid'));
    expect(status).toBe(1);
  });

  it('fetches a page once however many rows name it', async () => {
    const before = server.paths.length;
    const rows = Array.from(
      { length: 200 },
      (_, at) => `${server.url(at % 2 === 0 ? '/links?once' : '/links?once#part')},${TARGET}?${at},,,`,
    );
    const { lines } = await runCli(csv(...rows), ndjson);
    expect(new Set(lines.map(({ row }) => row)).size).toBe(200);
    expect(server.paths.slice(before)).toEqual(['/robots.txt', '/links?once']);
  });

  it('shows links of the same site when asked to', async () => {
    const { lines } = await runCli(csv(`${server.url('/links')},${TARGET},,,exact`), [
      ...ndjson,
      '--occurrences',
      'site',
    ]);
    const steps = (lines[0] as { occurrences?: { match: string }[] }).occurrences?.map(({ match }) => match);
    expect(steps).toEqual(['equivalent', 'same_site', 'equivalent']);
  });

  it('a page that says nofollow and names another canonical', async () => {
    const { lines } = await runCli(csv(`${server.url('/other')},${TARGET},follow,,`), ndjson);
    expect(lines).toMatchObject([
      {
        verdict: 'differs',
        page: { indexable: false, followable: false, canonical: server.url('/c') },
        occurrences: [{ followed: false }],
      },
    ]);
  });

  it('one request a second to a host unless it is opened and the gap is 0', async () => {
    const times: number[] = [];
    const slow = createServer((_, response) => {
      times.push(performance.now());
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((done) => slow.once('listening', done));
    const url = `http://127.0.0.1:${(slow.address() as { port: number }).port}`;
    await runCli(csv(`${url}/1,${TARGET},,,`, `${url}/2,${TARGET},,,`), [
      '--format',
      'ndjson',
      '--gap',
      '300',
    ]);
    slow.close();
    const gaps = times.slice(1).map((time, at) => time - (times[at] as number));
    expect(times).toHaveLength(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(295);
  });

  it.each<[string, string, string[]]>([
    ['an unknown option', csv(), ['--speed', '9']],
    ['a format nobody knows', csv(), ['--format', 'xml']],
    ['a concurrency of 0', csv(), ['--concurrency', '0']],
    ['a header without target_url', 'source_url\nhttp://a.example/\n', []],
    ['nothing at all', '', []],
    ['a file that is not there', '', ['--input', '/no/such/file.csv']],
  ])('%s is wrong usage', async (_, input, args) => {
    const { status, stdout, stderr } = await runCli(input, args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('cells apart by %s', async (_, separator) => {
    const text = csv(`${server.url('/links')},${TARGET},,,`).replaceAll(',', separator);
    expect(await runCli(text, ndjson)).toMatchObject({ status: 0, lines: [{ verdict: 'live' }] });
  });

  it('reads a pipe that has a name like standard input', async () => {
    const text = csv(`${server.url('/links')},${TARGET},,,`);
    const { lines } = await runCli(text, [...ndjson, '--input', '/dev/stdin']);
    expect(lines).toMatchObject([{ row: 1, verdict: 'live' }]);
  });

  it('a header alone is no failure', async () => {
    expect(await runCli(csv(), ndjson)).toMatchObject({ status: 0, stdout: '' });
  });

  it('the table names verdicts and sentences, and nothing in it steers a terminal', async () => {
    const { stdout } = await runCli(csv(`${server.url('/text')},"https://a.example/\u001b[31m",,,`), [
      '--gap',
      '0',
      '--format',
      'table',
      '--no-render',
    ]);
    expect(stdout).toContain('absent');
    expect(stdout).toContain('The page was read completely and has no link to the target.');
    expect(stdout).not.toContain('\u001b');
  });

  it('20,000 rows take little more memory than 200', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `${server.url(`/links?${at % 50}`)},${TARGET}?${at},,,`);
    const few = await runCli(csv(...rows(200)), ndjson);
    const many = await runCli(csv(...rows(20_000)), ndjson);
    expect(many.lines).toHaveLength(20_000);
    expect(many.peakMb - few.peakMb).toBeLessThanOrEqual(100);
  }, 120_000);
});
