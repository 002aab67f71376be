import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AwaitedSearches } from '../../src/modules/discovery/awaited-searches.service.js';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { DemoAddress } from '../../src/platform/fetch/demo-address.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, aPlacement, finished, type MadeBrand } from '../builders/agency.js';
import { type LocalAnswer, LocalServer } from '../builders/local-server.js';
import { article } from '../verifier/local-site.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp, signIn } from './people.js';

const TARGET = 'https://shop.example/guide';
const rss = (...items: readonly (readonly [path: string, day: string])[]): LocalAnswer => ({
  type: 'application/rss+xml',
  body: `<rss><channel>${items.map(([path, day]) => `<item><link>${path}</link><pubDate>${day}T08:00:00Z</pubDate></item>`).join('')}</channel></rss>`,
});
const sitemap = (...items: readonly (readonly [path: string, day: string])[]): LocalAnswer => ({
  type: 'application/xml',
  body: `<urlset>${items.map(([path, day]) => `<url><loc>${path}</loc><lastmod>${day}</lastmod></url>`).join('')}</urlset>`,
});
const linking = (href: string): LocalAnswer => ({ body: article(`<a href="${href}">the guide</a>`) });

/** Sites by host and path; tests put pages up as days go by. */
const sites: Record<string, Record<string, LocalAnswer>> = {
  'feed.demo.test': {
    '/': {
      body: '<head><link rel="alternate" type="application/rss+xml" href="/news.rss"></head><p>News</p>',
    },
    '/news.rss': rss(['/old', '2026-01-02'], ['/other', '2026-11-20']),
    '/old': linking(TARGET),
    '/other': linking('https://elsewhere.example/'),
  },
  'map.demo.test': {
    '/': { body: '<p>Home</p>' },
    '/sitemap.xml': {
      type: 'text/xml',
      body: '<sitemapindex><sitemap><loc>/posts.xml</loc></sitemap></sitemapindex>',
    },
    '/posts.xml': sitemap(['/near', '2026-11-21']),
    '/near': linking('https://shop.example/pricing'),
  },
  'silent.demo.test': { '/': { body: '<p>Home</p>' } },
  'closed.demo.test': { '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /' } },
};

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let web: LocalServer;
beforeAll(async () => {
  web = await LocalServer.start(({ host, path }) => sites[host]?.[path] ?? { status: 404, body: 'gone' });
  app = await startApp({
    settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_HOST_GAP_MS: '0' },
  });
  app.get(DemoAddress).current = { suffix: '.demo.test', address: '127.0.0.1', port: web.port };
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(async () => {
  await app.close();
  await web.close();
});

const awaited = async (site: string, changes: object = {}): Promise<string> =>
  (await aPlacement(owner, brand.brandId, { sourceUrl: undefined, site, targetUrl: TARGET, ...changes })).id;
const search = async (id: string) => (await owner.browser.get(`/placements/${id}/search`)).body;
const round = async () => {
  await app.get(AwaitedSearches).round();
  await app.get(JobRuntime).drain();
};

describe('an awaited link', () => {
  it('is looked for among the new pages by itself, found when it comes out, and checked', async () => {
    const id = await awaited('feed.demo.test');
    expect(await search(id)).toMatchObject({ isSearched: true, searchedAt: null, result: null });
    await round();
    expect(await search(id)).toMatchObject({ result: 'not_found', candidates: [] });
    const asked = web.log.filter(({ host }) => host === 'feed.demo.test').map(({ path }) => path);
    expect(asked).toContain('/other');
    expect(asked).not.toContain('/old');

    app.clock.advance({ hours: 25 });
    sites['feed.demo.test'] = {
      ...sites['feed.demo.test'],
      '/news.rss': rss(['/our-post', '2026-11-21'], ['/other', '2026-11-20']),
      '/our-post': linking(`${TARGET}/?utm_source=feed`),
    };
    await round();
    owner = await signIn(app, owner.email);
    const row = (await owner.browser.get(`/placements/${id}`)).body;
    expect(row.sourceUrl).toMatch(/feed\.demo\.test(?::\d+)?\/our-post$/);
    await app.get(CheckWorker).drain();
    expect((await owner.browser.get(`/placements/${id}`)).body).toMatchObject({ state: 'live' });
    expect(await search(id)).toMatchObject({ isSearched: false, result: 'found', nextSearchAt: null });
    expect(web.log.filter(({ path }) => path === '/other')).toHaveLength(1);
  });

  it('that comes near is a candidate, and a person decides', async () => {
    const id = await awaited('map.demo.test');
    const job = await finished(app, owner, await owner.browser.post(`/placements/${id}/search`));
    expect(job.result).toMatchObject({ end: 'read', found: 0 });
    const { candidates, result } = await search(id);
    expect(result).toBe('not_found');
    expect(candidates).toEqual([expect.objectContaining({ step: 'same_site' })]);
    const accepted = await owner.browser.post(`/placements/${id}/search/accept`, { url: candidates[0].url });
    expect(accepted.body).toMatchObject({ isSearched: false });
    expect((await owner.browser.get(`/placements/${id}`)).body.sourceUrl).toBe(candidates[0].url);
    expect((await owner.browser.post(`/placements/${id}/search`)).body.code).toBe('discovery.not_awaited');
  });

  it.each([
    ['a site that lists its pages nowhere', 'silent.demo.test', 'no_feed'],
    ['a site whose robots.txt denies us', 'closed.demo.test', 'could_not_read'],
  ])('on %s: it could not be told', async (_, site, result) => {
    const id = await awaited(site);
    await finished(app, owner, await owner.browser.post(`/placements/${id}/search`));
    expect(await search(id)).toMatchObject({ result, candidates: [] });
  });
});
