import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, type MadeBrand, made } from '../builders/agency.js';
import { outcome } from './answers.js';
import { startApp, type TestApp } from './app.js';
import { invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

const place = (sourceUrl: string) => aPlacement(owner, brand.brandId, { sourceUrl });
const sites = async (search: string) =>
  (await owner.browser.get(`/sites?search=${encodeURIComponent(search)}`)).body;

describe('sites', () => {
  it('are one for all spellings of a host', async () => {
    const spellings = [
      'https://bücher.example/1',
      'http://www.xn--bcher-kva.example:8080/2',
      'HTTPS://Blog.Bücher.Example./3',
    ];
    const ids = new Set<string>();
    for (const spelling of spellings) ids.add((await place(spelling)).siteId);
    expect(ids.size).toBe(1);
    expect((await sites('bücher.example')).items).toEqual([
      expect.objectContaining({
        siteKey: 'xn--bcher-kva.example',
        displayHost: 'bücher.example',
        kind: 'domain',
        placementCount: 3,
      }),
    ]);
  });

  it('are one also when several are placed at the same moment', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map((no) => place(`https://a${no}.crowd.example/${no}`)));
    expect(new Set(all.map((row) => row.siteId)).size).toBe(1);
    expect((await sites('crowd')).items).toHaveLength(1);
  });

  it('are found by the beginning of their host, in pages', async () => {
    for (const name of ['alpha', 'alphabet', 'beta']) await place(`https://${name}-list.example/`);
    const first = (await owner.browser.get('/sites?search=alpha&limit=1')).body;
    expect(first).toMatchObject({ total: 2, totalIsExact: true, items: [{ host: 'alpha-list.example' }] });
    const second = (await owner.browser.get(`/sites?search=alpha&limit=1&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ nextCursor: null, items: [{ host: 'alphabet-list.example' }] });
    expect((await sites('WWW.Beta-')).items).toHaveLength(1);
    expect((await sites('%')).items).toEqual([]);
  });

  it('of an address without a domain are hosts', async () => {
    const row = await place('http://127.0.0.1:8081/x');
    expect((await owner.browser.get(`/sites/${row.siteId}`)).body).toMatchObject({
      kind: 'host',
      siteKey: '127.0.0.1',
    });
  });
});

describe('sub-sites', () => {
  it('are declared, shown with their parent, and take what stands below them', async () => {
    const city = await owner.browser.post('/sites', {
      address: 'https://city.paper.example/',
      kind: 'sub_domain',
    });
    expect(city.body).toMatchObject({
      siteKey: 'city.paper.example',
      kind: 'sub_domain',
      parent: { siteKey: 'paper.example' },
    });
    const jane = await owner.browser.post('/sites', { address: 'paper.example/authors/jane/' });
    expect(jane.body).toMatchObject({
      siteKey: 'paper.example/authors/jane',
      kind: 'path',
      pathPrefix: '/authors/jane',
    });
    expect((await place('https://www.city.paper.example/story')).siteId).toBe(made(city));
    expect((await place('https://paper.example/authors/jane/books')).siteId).toBe(made(jane));
    const plain = await place('https://paper.example/authors/janet');
    const parent = (await owner.browser.get(`/sites/${plain.siteId}`)).body;
    expect(parent).toMatchObject({ siteKey: 'paper.example', parent: null });
    expect(parent.subSites.map((site: { siteKey: string }) => site.siteKey)).toEqual([
      'city.paper.example',
      'paper.example/authors/jane',
    ]);
  });

  it.each([
    ['a site itself', { address: 'https://split.example/' }, '422 site.not_below_a_site'],
    ['as another kind', { address: 'https://x.split.example/', kind: 'path' }, '422 site.not_of_that_kind'],
    ['what is no address', { address: 'javascript:x' }, '400 request.invalid'],
  ])('are refused %s', async (_, body, refusal) => {
    const answer = await owner.browser.post('/sites', body);
    expect(outcome(answer)).toBe(refusal);
  });

  it('are declared once', async () => {
    made(await owner.browser.post('/sites', { address: 'once.double.example' }));
    const answer = await owner.browser.post('/sites', { address: 'https://www.once.double.example/' });
    expect(outcome(answer)).toBe('409 site.exists');
  });
});

describe('a limited member', () => {
  it('sees only sites that placements of their client stand on, and declares none', async () => {
    const other = await aBrand(owner, 'other');
    const seen = await aPlacement(owner, other.brandId, { sourceUrl: 'https://limited-seen.example/' });
    const unseen = await place('https://limited-unseen.example/');
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    const { items, total } = (await limited.browser.get('/sites')).body;
    expect([items.map((site: { host: string }) => site.host), total]).toEqual([['limited-seen.example'], 1]);
    expect((await limited.browser.get(`/sites/${seen.siteId}`)).status).toBe(200);
    expect((await limited.browser.get(`/sites/${unseen.siteId}`)).status).toBe(404);
  });
});
