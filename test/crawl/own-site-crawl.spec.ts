import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../http/app.js';
import { type Person, setUp } from '../http/people.js';
import { type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { aBrandAt, crawl, linksInLog } from './crawling.js';
import { walkSite } from './independent-walk.js';
import { madeSite, type OwnSite } from './own-site.js';

const PAGES = 5000;
/** After so many requests the worker loses its host, as if it had been killed: what it had not written down is lost. */
const KILLS = [7, 400, 1111, 2500, 4990];

let app: TestApp;
let owner: Person;
let sites: LocalSites;
let site: OwnSite;
let brandId: string;

beforeAll(async () => {
  site = madeSite(PAGES);
  sites = await serveSites(async (path) => {
    if (KILLS.includes(sites.log.length)) await kill();
    return site.pages.get(path) ?? { status: 404 };
  });
  app = await startApp({ settings: VISITS_LOCAL_SITES });
  owner = await setUp(app);
  brandId = await aBrandAt(owner, sites.url('127.0.0.2'));
});
afterAll(async () => {
  await app.close();
  await sites.close();
});

const kill = () =>
  app.database.asOwner('update hosts set lease_token = null, lease_owner = null, lease_expires_at = null');

describe('the crawl of an own site of 5,000 pages, interrupted again and again', () => {
  it('finds every link to others that parse5 finds, and no other', async () => {
    await owner.browser.put(`/brands/${brandId}/crawl`, { isOn: false, everyDays: 30, pageLimit: 6000 });
    const done = await crawl(app, owner, brandId);
    const expected = [...walkSite(site, sites.url('127.0.0.2', '')).links].sort();
    expect(done).toMatchObject({ state: 'done', isComplete: true, pagesFailed: 0 });
    expect(await linksInLog(app)).toEqual({ live: expected, lost: [], unknown: [] });
    expect(expected.length).toBeGreaterThan(1500);
  }, 900_000);

  it('reads every page, none that robots.txt or nofollow keeps it from, and only what a kill lost twice', () => {
    const asked = sites.log.map(({ path }) => path).filter((path) => path !== '/robots.txt');
    const expected = walkSite(site, sites.url('127.0.0.2', '')).read;
    expect([...expected].filter((path) => !asked.includes(path))).toEqual([]);
    for (const path of ['/private/plan', '/unfollowed', '/behind-quiet', '/photo.jpg'])
      expect(asked).not.toContain(path);
    expect(asked.length - new Set(asked).size).toBeLessThanOrEqual(KILLS.length * 50);
    expect(expected.size).toBeGreaterThan(PAGES);
  });
});
