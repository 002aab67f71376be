import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CrawlWorker } from '../../src/modules/relationships/crawl-worker.js';
import { made } from '../builders/agency.js';
import { startApp, type TestApp } from '../http/app.js';
import { type Person, setUp } from '../http/people.js';
import { type LocalSites, serveSites } from '../verifier/local-site.js';
import { pair, walkSite } from './independent-walk.js';
import { madeSite, type OwnSite } from './own-site.js';

const PAGES = 5000;

let app: TestApp;
let owner: Person;
let sites: LocalSites;
let site: OwnSite;
let brandId: string;

beforeAll(async () => {
  site = madeSite(PAGES);
  sites = await serveSites((path) => site.pages.get(path) ?? { status: 404 });
  app = await startApp({
    settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_HOST_GAP_MS: '0' },
  });
  owner = await setUp(app);
  const clientId = made(await owner.browser.post('/clients', { name: 'Gardens' }));
  brandId = made(
    await owner.browser.post(`/clients/${clientId}/brands`, {
      name: 'Gardens',
      homeUrl: sites.url('127.0.0.2'),
    }),
  );
});
afterEach(() => {
  app.clock.advance({ hours: 1 });
});
afterAll(async () => {
  await app.close();
  await sites.close();
});

const origin = () => sites.url('127.0.0.2', '');
async function crawl(): Promise<Record<string, unknown>> {
  const started = await owner.browser.post(`/brands/${brandId}/crawl/start`);
  if (started.status !== 202) throw new Error(JSON.stringify(started.body));
  await app.get(CrawlWorker).drain();
  return (await owner.browser.get(`/crawls/${String(started.body.crawlId)}`)).body;
}
const recorded = async () => {
  const rows = await app.database.asOwner<{ source_url: string; target_url: string; state: string }>(
    `select source_url, target_url, state from links where direction = 'to_them'`,
  );
  const of = (state: string) =>
    new Set(rows.filter((row) => row.state === state).map((row) => pair(row.source_url, row.target_url)));
  return { live: of('live'), lost: of('lost') };
};

describe('the crawl of an own site of 5,000 pages', () => {
  it('finds every link to others that parse5 finds, and no other', async () => {
    const done = await crawl();
    const expected = walkSite(site, origin());
    const { live, lost } = await recorded();
    expect([...expected.links].filter((link) => !live.has(link))).toEqual([]);
    expect([...live].filter((link) => !expected.links.has(link))).toEqual([]);
    expect(lost.size).toBe(0);
    expect(done).toMatchObject({ state: 'done', isComplete: true, pagesFailed: 0 });
    expect(expected.links.size).toBeGreaterThan(1000);
  }, 180_000);

  it('asks for every page once, and for none that robots.txt or nofollow keeps it from', () => {
    const asked = sites.log.map(({ path }) => path);
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([]);
    for (const path of ['/private/plan', '/unfollowed', '/behind-quiet', '/photo.jpg'])
      expect(asked).not.toContain(path);
    expect(asked.length).toBeGreaterThan(PAGES);
  });
});
