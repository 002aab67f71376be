import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, type MadeBrand } from '../builders/agency.js';
import { aRelationship } from '../builders/relationships.js';
import { bodyOf } from './answers.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let other: MadeBrand;

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  other = await aBrand(owner, 'tools');
});
afterAll(() => app.close());

const get = (path: string, who = owner) => bodyOf(who.browser.get(path));
const between = (siteAddress: string, brandId = brand.brandId) => aRelationship(owner, brandId, siteAddress);

describe('the list', () => {
  it('is filtered, sorted, searched and paged', async () => {
    await between('alpha-list.example', other.brandId);
    await between('beta-list.example', other.brandId);
    const list = async (query: string) =>
      (await get(`/relationships?clientId=${other.clientId}&${query}`)).items.map(
        (row: { displayHost: string }) => row.displayHost,
      );
    expect(await list('sort=site')).toEqual(['alpha-list.example', 'beta-list.example']);
    expect(await list('search=ta-li')).toEqual(['beta-list.example']);
    expect(await list('search=al')).toEqual(['alpha-list.example']);
    expect(await list('direction=to_us')).toEqual([]);
    for (const sort of ['newest', 'updated', 'to_us', 'to_them', 'site']) {
      const query = `/relationships?clientId=${other.clientId}&sort=${sort}&limit=1`;
      const first = await get(query);
      const second = await get(`${query}&cursor=${String(first.nextCursor)}`);
      expect([first.total, second.nextCursor]).toEqual([2, null]);
      expect(first.items[0].id).not.toBe(second.items[0].id);
    }
    expect(await get(`/relationships/counts?clientId=${other.clientId}`)).toMatchObject({
      all: 2,
      none: 2,
      both: 0,
    });
    expect(await get(`/relationships/summary?clientId=${other.clientId}`)).toMatchObject({
      relationships: 2,
      sites: 2,
    });
    expect((await owner.browser.get('/relationships/summary')).status).toBe(400);
  });

  it('finds a word that thousands of hosts hold, in every order and with other filters', async () => {
    const many = `generate_series(1, 2100) i`;
    await app.database.asOwner(
      `insert into sites (workspace_id, id, kind, site_key, host, created_at)
       select $1, ('01930000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'domain', 'many' || i || '.example', 'many' || i || '.example', $2 from ${many}`,
      [owner.workspaceId, TEST_NOW],
    );
    await app.database.asOwner(
      `insert into relationships (workspace_id, id, client_id, brand_id, site_id, stage, created_at, updated_at)
       select $1, s.id, $2, $3, s.id, case when s.site_key = 'many7.example' then 'partner' else 'unknown' end, $4, $4
       from sites s where s.workspace_id = $1 and s.site_key like 'many%'`,
      [owner.workspaceId, other.clientId, other.brandId, TEST_NOW],
    );
    for (const sort of ['newest', 'site']) {
      const page = await get(`/relationships?search=many&sort=${sort}&limit=50`);
      expect([page.items.length, page.total]).toEqual([50, 2100]);
    }
    const [partner, ...more] = (await get('/relationships?search=MANY&stage=partner')).items;
    expect([partner.displayHost, more]).toEqual(['many7.example', []]);
    expect(await get('/relationships/counts?search=many')).toMatchObject({ all: 2100, none: 2100 });
  });

  it('is exported as CSV', async () => {
    const answer = await owner.browser.get(`/relationships/export?format=csv&clientId=${other.clientId}`);
    expect(answer.status).toBe(200);
    expect(String(answer.body)).toContain('alpha-list.example');
  });

  it('is what a limited member may see of it, and nothing of another workspace', async () => {
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    const stranger = await anotherWorkspace(app, 'Elsewhere');
    const log = await between('log.example');
    const seen = (await get('/relationships', limited)).items.map(
      (row: { clientId: string }) => row.clientId,
    );
    expect(new Set(seen)).toEqual(new Set([other.clientId]));
    expect((await get('/relationships', stranger)).items).toEqual([]);
    for (const who of [limited, stranger]) {
      expect((await who.browser.get(`/relationships/${String(log.id)}`)).status).toBe(404);
      expect((await who.browser.get(`/timelines/relationship/${String(log.id)}`)).status).toBe(404);
      expect((await get('/relationships?search=log.example', who)).items).toEqual([]);
    }
  });
});
