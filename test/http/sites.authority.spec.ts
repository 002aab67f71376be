import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { finished, made } from '../builders/agency.js';
import { outcome } from './answers.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

const LINES = 200_000;
const RELEASE = 'cc-main-2026-jul-aug-sep';

/** A ranks file: our domains at chosen places, strangers elsewhere; some lines are broken. */
function ranksFile(ours: Readonly<Record<number, string>>): Buffer {
  const lines = ['#harmonicc_pos\t#harmonicc_val\t#pr_pos\t#pr_val\t#host_rev\t#n_hosts'];
  for (let rank = 1; rank <= LINES; rank += 1) {
    const name = ours[rank] ?? `com.stranger-${rank}`;
    lines.push(`${rank}\t2.5e7\t${LINES + 1 - rank}\t0.001\t${name}\t3`);
  }
  lines.splice(1000, 0, 'broken line', `1\t2\t3\t4\t${'x'.repeat(100_000)}`);
  return gzipSync(`${lines.join('\n')}\n`);
}

function trancoFile(ours: Readonly<Record<number, string>>): string {
  const lines = Array.from(
    { length: 10_000 },
    (_, no) => `${no + 1},${ours[no + 1] ?? `stranger-${no + 1}.com`}`,
  );
  return `${lines.join('\r\n')}\r\n`;
}

let folder: string;
let server: Server;
let served: Buffer | string | number = 404;
let app: TestApp;
let owner: Person;
let stranger: Person;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linkledger-lists-'));
  const ranks = join(folder, `${RELEASE}-domain-ranks.txt.gz`);
  writeFileSync(
    ranks,
    ranksFile({ 1: 'com.first', 50000: 'uk.co.paper', 200000: 'org.last', 7: 'io.github' }),
  );
  server = createServer((request, response) => {
    if (request.url === '/list/moved')
      return response.writeHead(302, { location: '/download/Z3W9G/1000000' }).end();
    if (typeof served === 'number') return response.writeHead(served).end();
    return response.writeHead(200, { 'last-modified': 'Thu, 19 Nov 2026 10:00:00 GMT' }).end(served);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  app = await startApp({
    settings: {
      LINKLEDGER_AUTHORITY_RANKS: ranks,
      LINKLEDGER_TRANCO: `http://127.0.0.1:${port}/list/Z3W9G`,
      LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
    },
  });
  owner = await setUp(app);
  stranger = await anotherWorkspace(app, 'Osprey');
  const addresses = [
    'first.com',
    'www.paper.co.uk',
    'https://last.org/',
    'unlisted.com',
    'anna.github.io',
    '127.0.0.1',
  ];
  made(await owner.browser.post('/publishers', { name: 'All', siteAddresses: addresses }));
  await app.get(Database).inWorkspace(owner, () => app.get(SitesService).cut({ address: 'news.first.com' }));
  made(
    await stranger.browser.post('/publishers', {
      name: 'Theirs',
      siteAddresses: ['last.org', 'theirs.example'],
    }),
  );
});
afterAll(async () => {
  await app.close();
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

async function siteId(key: string, who = owner): Promise<string> {
  const { items } = (await who.browser.get(`/sites?search=${key}`)).body;
  return String(items.find((site: { siteKey: string }) => site.siteKey === key)?.id);
}
async function metrics(key: string, who = owner): Promise<Answer['body']> {
  return (await who.browser.get(`/sites/${await siteId(key, who)}/metrics`)).body;
}
interface Figure {
  readonly source: string;
  readonly metric: string;
  readonly value: number;
}
const figures = (body: Answer['body']): Record<string, number> =>
  Object.fromEntries(body.latest.map((row: Figure) => [`${row.source}.${row.metric}`, row.value]));
const standings = (body: Answer['body']): string[] =>
  body.authority.map((row: Record<string, string>) => `${row['source']} ${row['standing']}`);
const refresh = async (who = owner) => finished(app, who, await who.browser.post('/authority/refresh', {}));

describe('open lists', () => {
  it('are not read before somebody asks, and say so', async () => {
    expect(standings(await metrics('first.com'))).toEqual(['common_crawl not_read', 'tranco not_read']);
    const { items } = (await owner.browser.get('/authority')).body;
    expect(items).toMatchObject([
      { source: 'common_crawl', state: 'never_read', release: '', readAt: null, matchedSites: 0 },
      { source: 'tranco', state: 'never_read' },
    ]);
  });

  it('give our domains their ranks and percentiles, and nobody else any', async () => {
    served = trancoFile({ 3: 'paper.co.uk', 10000: 'theirs.example' });
    expect(await refresh()).toMatchObject({ state: 'done' });
    expect(figures(await metrics('first.com'))).toEqual({
      'common_crawl.harmonic_rank': 1,
      'common_crawl.harmonic_percentile': 100,
      'common_crawl.pagerank_rank': LINES,
      'common_crawl.pagerank_percentile': 0,
    });
    const paper = await metrics('paper.co.uk');
    expect(figures(paper)).toEqual({
      'common_crawl.harmonic_rank': 50_000,
      'common_crawl.harmonic_percentile': 75,
      'common_crawl.pagerank_rank': 150_001,
      'common_crawl.pagerank_percentile': 25,
      'tranco.rank': 3,
    });
    expect(paper.latest[0]).toMatchObject({ release: RELEASE, measuredOn: '2026-09-30' });
    expect(paper.latest.at(-1)).toMatchObject({ release: 'Z3W9G', measuredOn: '2026-11-19' });
    expect(standings(paper)).toEqual(['common_crawl listed', 'tranco listed']);
    expect((await owner.browser.get('/authority')).body.items).toMatchObject([
      {
        state: 'done',
        release: RELEASE,
        listedDomains: LINES,
        unreadableLines: 2,
        matchedSites: 3,
        errorCode: null,
      },
      { state: 'done', release: 'Z3W9G', listedDomains: 10_000, unreadableLines: 0, matchedSites: 1 },
    ]);
  });

  it.each([
    ['a domain that is not in them', 'unlisted.com'],
    ['a user of a private suffix, though the suffix is listed', 'anna.github.io'],
    ['a declared sub-domain, though its parent is listed', 'news.first.com'],
    ['a host without a domain', '127.0.0.1'],
  ])('do not list %s', async (_, key) => {
    const body = await metrics(key);
    expect(body.latest).toEqual([]);
    expect(standings(body)).toEqual(['common_crawl not_listed', 'tranco not_listed']);
  });

  it('are read for every workspace at once, and show each its own sites only', async () => {
    expect(figures(await metrics('last.org', stranger))['common_crawl.harmonic_rank']).toBe(LINES);
    expect(figures(await metrics('theirs.example', stranger))).toEqual({ 'tranco.rank': 10_000 });
    expect((await stranger.browser.get('/authority')).body.items).toMatchObject([
      { release: RELEASE, matchedSites: 1 },
      { release: 'Z3W9G', matchedSites: 1 },
    ]);
    expect((await stranger.browser.get('/sites?search=first.com')).body.items).toEqual([]);
    expect(await app.database.asOwner('select 1 from authority_ranks')).toEqual([]);
  });

  it('read again change nothing, and a new edition leaves the old figures as history', async () => {
    const all = () => app.database.asOwner(`select * from site_metrics order by 1, 2, 3, 4, 5, 6`);
    const before = await all();
    app.clock.advance({ hours: 1 });
    expect(await refresh()).toMatchObject({ state: 'done' });
    expect(await all()).toEqual(before);
    served = '1,paper.co.uk\r\n';
    await app.database.asOwner(`update site_metrics set measured_on = '2026-10-01' where source = 'tranco'`);
    await app.database.asOwner(
      `update site_latest_metrics set measured_on = '2026-10-01' where source = 'tranco'`,
    );
    expect(await refresh()).toMatchObject({ state: 'done' });
    const { history } = await metrics('paper.co.uk');
    const ranks = history.filter((row: { source: string }) => row.source === 'tranco');
    expect(ranks.map((row: Record<string, unknown>) => [row['measuredOn'], row['value']])).toEqual([
      ['2026-11-19', 1],
      ['2026-10-01', 3],
    ]);
  });

  it('that came after the reading are not said to be unlisted', async () => {
    app.clock.advance({ hours: 1 });
    made(await owner.browser.post('/publishers', { name: 'Late', siteAddresses: ['late.example'] }));
    expect(standings(await metrics('late.example'))).toEqual(['common_crawl not_read', 'tranco not_read']);
  });

  it.each<[string, Buffer | string | number, string]>([
    ['a list that is not there', 404, 'authority.unreachable'],
    ['a page instead of a list', '<html>\n<body>\nSorry\n</body>\n', 'authority.unreadable'],
    ['nothing', '', 'authority.unreadable'],
    ['a damaged archive', gzipSync('1,paper.co.uk\n').subarray(0, 20), 'authority.unreadable'],
  ])('fail in words on %s, and what was read stays', async (_, content, code) => {
    served = content;
    app.clock.advance({ minutes: 1 });
    expect(await refresh()).toMatchObject({ state: 'failed', errorCode: code });
    expect((await owner.browser.get('/authority')).body.items).toMatchObject([
      { state: 'done', errorCode: null },
      { state: 'failed', errorCode: code, release: 'Z3W9G', listedDomains: 1 },
    ]);
    expect(figures(await metrics('paper.co.uk'))['tranco.rank']).toBe(1);
  });

  it('are refreshed by managers only', async () => {
    const member = await invite(app, owner, { role: 'member' });
    expect((await member.browser.post('/authority/refresh', {})).status).toBe(403);
    expect((await member.browser.get('/authority')).status).toBe(200);
  });
});

describe('figures written down by hand', () => {
  const write = async (body: object) =>
    owner.browser.post(`/sites/${await siteId('unlisted.com')}/metrics`, body);
  const figure = { source: 'moz', metric: 'domain_authority', value: 41, measuredOn: '2026-11-01' };

  it('are kept per source and day, the newest shown first', async () => {
    await write(figure);
    await write({ ...figure, value: 43, measuredOn: '2026-11-10' });
    await write({ ...figure, value: 38, measuredOn: '2026-10-01' });
    await write({ source: 'ahrefs', metric: 'domain_rating', value: 55.5, measuredOn: '2026-11-02' });
    const { body } = await write({ ...figure, value: 42 });
    expect(figures(body)).toEqual({ 'ahrefs.domain_rating': 55.5, 'moz.domain_authority': 43 });
    expect(body.history.map((row: Record<string, unknown>) => [row['measuredOn'], row['value']])).toEqual([
      ['2026-11-10', 43],
      ['2026-11-02', 55.5],
      ['2026-11-01', 42],
      ['2026-10-01', 38],
    ]);
  });

  it.each([
    ['beyond its scale', { ...figure, value: 101 }, '422 metric.out_of_range'],
    ['of another source', { ...figure, metric: 'domain_rating' }, '422 metric.unknown_metric'],
    [
      'in parts of a link',
      { ...figure, source: 'ahrefs', metric: 'backlinks', value: 1.5 },
      '422 metric.not_whole',
    ],
    ['of tomorrow', { ...figure, measuredOn: '2026-11-22' }, '422 metric.in_future'],
    ['of an open list', { ...figure, source: 'tranco', metric: 'rank' }, '422 metric.from_open_list'],
    ['of nobody', { ...figure, source: 'friend' }, '400 request.invalid'],
    ['as a text', { ...figure, value: '41' }, '400 request.invalid'],
  ])('are refused %s', async (_, body, refusal) => {
    const answer = await write(body);
    expect(outcome(answer)).toBe(refusal);
  });

  it('say in the refusal what the scale is', async () => {
    expect((await write({ ...figure, value: 101 })).body.detail).toContain('between 0 and 100');
  });
});
