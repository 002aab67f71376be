import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CrawlWorker } from '../../src/modules/relationships/crawl-worker.js';
import { startApp, TEST_NOW, type TestApp } from '../http/app.js';
import { anotherWorkspace, type Person, setUp, signIn } from '../http/people.js';
import { article, type LocalSites, type SiteAnswer, serveSites } from '../verifier/local-site.js';
import { complaints } from '../verifier/politeness.js';
import { aBrandAt, crawl, linksInLog, startCrawl } from './crawling.js';

const GAP_MS = 40;

let app: TestApp;
let owner: Person;
let sites: LocalSites;
let brandId: string;
let hosts = 1;
let pages: Map<string, SiteAnswer>;

beforeAll(async () => {
  pages = new Map();
  sites = await serveSites((path) => pages.get(path) ?? { status: 404 });
  app = await startApp({
    settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_HOST_GAP_MS: String(GAP_MS) },
  });
  owner = await setUp(app);
});
beforeEach(async () => {
  app.clock.setTo(TEST_NOW);
  await app.database.asOwner('truncate links, link_sightings, crawls, crawl_pages, crawl_plans cascade');
  pages.clear();
  sites.log.length = 0;
  hosts += 1;
  brandId = await aBrandAt(owner, sites.url(`127.0.3.${String(hosts)}`));
});
afterAll(async () => {
  await app.close();
  await sites.close();
});

const link = (host: string, rel = ''): string =>
  `<a href="https://${host}.example/" rel="${rel}">${host}</a>`;
const put = (path: string, ...links: string[]): unknown =>
  pages.set(path, { body: article(links.join(' ')) });
const inside = (path: string): string => `<a href="${path}">${path}</a>`;
const run = async () => {
  app.clock.advance({ hours: 1 });
  return crawl(app, owner, brandId);
};
const targets = async (): Promise<Record<string, string[]>> => {
  const { live, lost } = await linksInLog(app);
  const host = (text: string): string => /-> ([a-z]+)\.example/.exec(text)?.[1] ?? text;
  return { live: live.map(host).sort(), lost: lost.map(host).sort() };
};
const asked = (): string[] => sites.log.map(({ path }) => path);

describe('a crawl', () => {
  it('keeps the gap of the host and what its robots.txt says', async () => {
    pages.set('/robots.txt', {
      status: 200,
      body: 'User-agent: *\nDisallow: /closed\nUser-agent: LinkledgerBot\nDisallow: /ours',
    });
    put('/', inside('/a'), inside('/b'), inside('/ours'), inside('/closed'));
    for (const path of ['/a', '/b', '/ours', '/closed']) put(path, link(path.slice(1)));
    await run();
    expect(asked()).toEqual(['/robots.txt', '/', '/a', '/b', '/closed']);
    expect(complaints(sites.log, GAP_MS)).toEqual([]);
    expect(await targets()).toEqual({ live: ['a', 'b', 'closed'], lost: [] });
  });

  it('tells a link lost when its page was read without it, is gone, or leads elsewhere; and back when it is', async () => {
    put('/', inside('/a'), inside('/b'), inside('/c'), link('home'));
    put('/a', link('alpha'));
    put('/b', link('beta'));
    put('/c', link('gamma'));
    await run();
    put('/a', 'nothing');
    pages.set('/b', { status: 410 });
    pages.set('/c', { status: 301, headers: { location: 'https://elsewhere.example/' } });
    const second = await run();
    expect(await targets()).toEqual({ live: ['home'], lost: ['alpha', 'beta', 'gamma'] });
    expect(second).toMatchObject({ state: 'done', isComplete: true });
    put('/a', link('alpha'));
    await run();
    expect(await targets()).toEqual({ live: ['alpha', 'home'], lost: ['beta', 'gamma'] });
  });

  it('changes nothing where a page cannot be read, and does not call itself complete', async () => {
    put('/', inside('/a'), inside('/b'));
    put('/a', link('alpha'));
    put('/b', link('beta'));
    await run();
    pages.set('/a', { status: 500 });
    pages.set('/b', {
      body: `<html><body><div id="root"></div><script src="/app.js"></script></body></html>`,
    });
    const second = await run();
    expect(second).toMatchObject({ state: 'done', isComplete: false, pagesFailed: 2 });
    expect(await targets()).toEqual({ live: ['alpha', 'beta'], lost: [] });
    expect(asked().filter((path) => path === '/a')).toHaveLength(3);
  });

  it('looks at a page that linked out before and that nothing leads to any more', async () => {
    put('/', inside('/old'));
    put('/old', link('alpha'), link('beta'));
    await run();
    put('/', 'nothing');
    put('/old', link('alpha'));
    await run();
    expect(await targets()).toEqual({ live: ['alpha'], lost: ['beta'] });
  });

  it('says that we do not link only when the whole site was read', async () => {
    put('/', link('alpha'));
    const view = async () =>
      (await owner.browser.post('/relationships', { brandId, siteAddress: 'nobody.example' })).body.arrows;
    expect(await view()).toMatchObject({ toThem: 'not_known', toThemAsOf: null });
    await run();
    const [row] = await app.database.asOwner<{ at: Date }>(
      'select read_completely_at as at from crawl_plans',
    );
    expect(row?.at.getTime()).toBe(app.clock.now().getTime());
  });

  it('does not follow a calendar for ever, nor more pages than its plan allows', async () => {
    const month = (no: number): string =>
      `/calendar/${String(2000 + Math.floor(no / 12))}/${String((no % 12) + 1)}`;
    for (let no = 0; no < 60; no += 1) put(month(no), inside(month(no + 1)));
    put('/', inside(month(0)));
    await owner.browser.put(`/brands/${brandId}/crawl`, { isOn: false, everyDays: 7, pageLimit: 10 });
    expect(await run()).toMatchObject({ state: 'done', isComplete: false, pagesFound: 10 });
  });

  it('fails when its home page cannot be read', async () => {
    pages.set('/', { status: 500 });
    expect(await run()).toMatchObject({ state: 'failed', errorCode: 'server_error', isComplete: false });
  });

  it('is stopped, runs once at a time, and is begun by its plan', async () => {
    put('/', inside('/a'));
    put('/a', link('alpha'));
    const id = await startCrawl(owner, brandId);
    expect((await owner.browser.post(`/brands/${brandId}/crawl/start`)).body.code).toBe('crawl.running');
    expect((await owner.browser.post(`/crawls/${id}/stop`)).body).toMatchObject({ state: 'stopped' });
    expect((await owner.browser.post(`/crawls/${id}/stop`)).body.code).toBe('crawl.not_running');
    await app.get(CrawlWorker).drain();
    expect(asked()).toEqual([]);
    const plan = { isOn: true, everyDays: 7, pageLimit: 100 };
    const next = (await owner.browser.put(`/brands/${brandId}/crawl`, plan)).body.nextAt;
    expect(new Date(next).getTime() - TEST_NOW.getTime()).toBe(7 * 86_400_000);
    const stranger = await anotherWorkspace(app, `Elsewhere ${String(hosts)}`);
    for (const path of [`/crawls/${id}`, `/crawls/${id}/pages`, `/brands/${brandId}/crawl`])
      expect((await stranger.browser.get(path)).status).toBe(404);
  });

  it('shows its pages with what became of each', async () => {
    put('/', inside('/a'), inside('/gone'));
    put('/a', link('alpha'), link('beta'));
    const { id } = await run();
    const { items, total } = (await (await signIn(app, owner.email)).browser.get(`/crawls/${id}/pages`)).body;
    expect(total).toBe(3);
    expect(
      items.map(({ state, findingCode, linkCount }: Record<string, unknown>) => [
        state,
        findingCode,
        linkCount,
      ]),
    ).toEqual([
      ['read', null, 0],
      ['read', null, 2],
      ['read', 'page_gone', null],
    ]);
  });
});
