import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement } from '../builders/agency.js';
import { aPublisher } from '../builders/publishers.js';
import { outcome } from './answers.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { pagesOf } from './list-pages.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

const add = (name: string, more: object = {}) => aPublisher(owner, name, more);
const list = async (query: string, who = owner): Promise<Answer['body']> =>
  (await who.browser.get(`/publishers?${query}`)).body;
const names = (body: Answer['body']): string[] => body.items.map((row: { name: string }) => row.name);

describe('a publisher', () => {
  it('is made with its sites, each once for all spellings', async () => {
    const body = await add('Canal Media B.V.', {
      kind: 'media_group',
      homeUrl: 'canal-media.example',
      country: 'NL',
      siteAddresses: [
        'https://www.canal-one.example/',
        'http://CANAL-ONE.example:8080/x',
        'canal-two.example',
      ],
    });
    expect(body).toMatchObject({
      name: 'Canal Media B.V.',
      kind: 'media_group',
      homeUrl: 'https://canal-media.example/',
      siteCount: 2,
      contactCount: 0,
      newestConditionOn: null,
      revision: 1,
      warnings: [],
    });
    expect(
      body.sites.map((site: Record<string, unknown>) => [
        site['displayHost'],
        site['role'],
        site['isFormer'],
      ]),
    ).toEqual([
      ['canal-one.example', 'owner', false],
      ['canal-two.example', 'owner', false],
    ]);
    expect((await owner.browser.get(`/publishers/${body.id}`)).body).toEqual({
      ...body,
      warnings: undefined,
    });
  });

  it('that may be known already is made with a warning, and found before it is made', async () => {
    const first = await add('Kanaal Média GmbH');
    const { body } = await owner.browser.get('/publishers/doubles-of?name=KANAAL%20MEDIA');
    expect(body.items).toEqual([
      { id: first.id, name: 'Kanaal Média GmbH', kind: 'unknown', siteCount: 0, reason: 'same_name' },
    ]);
    const second = await add('kanaal-media Ltd.');
    expect(second.warnings).toMatchObject([{ id: first.id, reason: 'same_name' }]);
    const third = await add('Kanaal Medium Group');
    expect(third.warnings).toEqual([]);
    const alike = await add('Kanaal Mediaa');
    expect(alike.warnings.map((one: { reason: string }) => one.reason)).toEqual(['name_alike', 'name_alike']);
  });

  it('is changed on the revision that was seen', async () => {
    const { id } = await add('Changing House');
    const change = { revision: 1, name: 'Changed House', country: 'DE', homeUrl: null };
    const answer = await owner.browser.patch(`/publishers/${id}`, change);
    expect(answer.body).toMatchObject({ name: 'Changed House', country: 'DE', homeUrl: null, revision: 2 });
    expect(outcome(await owner.browser.patch(`/publishers/${id}`, change))).toBe(
      '409 publisher.changed_meanwhile',
    );
    expect(names(await list('search=changed%20house'))).toEqual(['Changed House']);
    expect(
      (await owner.browser.patch(`/publishers/${id}`, { revision: 2, country: 'DE' })).body.revision,
    ).toBe(2);
  });

  it('is archived and restored', async () => {
    const { id } = await add('Archive House');
    expect((await owner.browser.post(`/publishers/${id}/archive`)).body.archivedAt).not.toBeNull();
    expect(names(await list('search=archive%20house'))).toEqual([]);
    expect(names(await list('search=archive%20house&archived=true'))).toEqual(['Archive House']);
    expect(
      outcome(await owner.browser.post(`/publishers/${id}/sites`, { address: 'a.example', role: 'owner' })),
    ).toBe('409 publisher.archived');
    expect((await owner.browser.post(`/publishers/${id}/restore`)).body).toMatchObject({
      archivedAt: null,
      revision: 3,
    });
  });

  it.each([
    ['without a name', { name: ' ' }],
    ['with a name too long', { name: 'x'.repeat(201) }],
    ['of an unknown kind', { name: 'A', kind: 'friend' }],
    ['in an unknown country', { name: 'A', country: 'nl' }],
    ['with a home page that is none', { name: 'A', homeUrl: 'javascript:x' }],
    ['with more than it may bring', { name: 'A', nameKey: 'b' }],
  ])('is refused %s', async (_, body) => {
    expect(outcome(await owner.browser.post('/publishers', body))).toBe('400 request.invalid');
  });
});

describe('the list of publishers', () => {
  beforeAll(async () => {
    for (const [name, kind] of [
      ['Heron Broker One', 'broker'],
      ['Heron Broker Two', 'broker'],
      ['Heron Supplier', 'supplier'],
      ['Héron Éditeur S.à r.l.', 'editor'],
    ])
      await add(String(name), { kind });
  });

  it('is searched without regard to case, accents and punctuation', async () => {
    expect(names(await list('search=HERON%20broker&sort=name'))).toEqual([
      'Heron Broker One',
      'Heron Broker Two',
    ]);
    expect(names(await list('search=h%C3%A9ron%20edi'))).toEqual(['Héron Éditeur S.à r.l.']);
    expect(names(await list('search=editeur'))).toEqual(['Héron Éditeur S.à r.l.']);
    expect(names(await list('search=canal-media.example'))).toContain('Canal Media B.V.');
    expect(names(await list('search=he&kind=supplier'))).toEqual(['Heron Supplier']);
    expect(names(await list('search=%25%25%25'))).toEqual([]);
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    for (const sort of ['name', 'newest']) {
      const whole = names(await list(`search=heron&sort=${sort}`));
      const pages = await pagesOf(owner, `/publishers?search=heron&sort=${sort}`, 1);
      for (const { total } of pages) expect(total).toBe(4);
      const found = pages.flatMap(names);
      expect(found).toEqual(whole);
      expect(found).toHaveLength(4);
    }
  });

  it('is narrowed by kinds', async () => {
    expect((await list('search=heron&kind=broker,editor')).total).toBe(3);
    expect((await owner.browser.get('/publishers?kind=friend')).status).toBe(400);
  });

  it('goes out as a file in which nothing runs as a formula', async () => {
    await add('=1+1 Heron Formula');
    const answer = await owner.browser.get('/publishers/export?format=csv&search=heron');
    const lines = String(answer.body).trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('publisher,kind,home_url,country,sites');
    expect(lines.find((line) => line.includes('Formula'))).toContain("'=1+1 Heron Formula");
    expect((await owner.browser.get('/publishers/export?format=pdf')).status).toBe(400);
  });

  it('shows another workspace nothing', async () => {
    const stranger = await anotherWorkspace(app, 'Osprey');
    expect((await list('search=heron', stranger)).items).toEqual([]);
    expect((await stranger.browser.get('/publishers/doubles-of?name=Heron%20Supplier')).body.items).toEqual(
      [],
    );
  });
});

describe('sites of a publisher', () => {
  it('have one owner, and any number of brokers and editors', async () => {
    const [one, two] = [await add('Roles One'), await add('Roles Two')];
    const put = (id: string, role: string) =>
      owner.browser.post(`/publishers/${id}/sites`, {
        address: 'https://roles.example/',
        role,
        sinceOn: '2026-01-02',
      });
    expect((await put(one.id, 'owner')).body.sites).toMatchObject([
      { displayHost: 'roles.example', role: 'owner', sinceOn: '2026-01-02', untilOn: null, isFormer: false },
    ]);
    expect(outcome(await put(two.id, 'owner'))).toBe('409 publisher.site_owned');
    expect(outcome(await put(one.id, 'owner'))).toBe('409 publisher.site_taken');
    for (const id of [one.id, two.id]) expect((await put(id, 'broker')).status).toBe(201);
    expect((await owner.browser.get(`/publishers/${one.id}`)).body).toMatchObject({ siteCount: 1 });
  });

  it('end and stay in the history', async () => {
    const { id, sites } = await add('Ending House', { siteAddresses: ['ending.example'] });
    const end = `/publishers/${id}/sites/${String(sites[0].linkId)}/end`;
    const ended = (await owner.browser.post(end, { untilOn: '2026-11-01' })).body;
    expect(ended).toMatchObject({ siteCount: 0, sites: [{ untilOn: '2026-11-01', isFormer: true }] });
    expect((await owner.browser.post(end, {})).body.sites[0].untilOn).toBe('2026-11-01');
    const others = await add('Not Theirs');
    const foreign = `/publishers/${others.id}/sites/${String(sites[0].linkId)}/end`;
    expect(outcome(await owner.browser.post(foreign, {}))).toBe('404 publisher.site_not_found');
    const { body } = await owner.browser.get(`/sites/${String(sites[0].siteId)}/publishers`);
    expect(body.items).toMatchObject([{ name: 'Ending House', role: 'owner', isFormer: true }]);
  });
});

describe('a limited member', () => {
  it('sees every publisher, but counts only placements of their clients', async () => {
    const [mine, others] = [await aBrand(owner, 'mine'), await aBrand(owner, 'others')];
    const { id } = await add('Shared House', { siteAddresses: ['shared-house.example'] });
    await aPlacement(owner, others.brandId, { sourceUrl: 'https://shared-house.example/1' });
    const mineOnly = await aPlacement(owner, mine.brandId, { sourceUrl: 'https://shared-house.example/2' });
    await app.database.asOwner(`update placements set state = 'live'`);
    const limited = await invite(app, owner, { role: 'member', clientIds: [mine.clientId] });
    expect((await list('search=shared%20house')).items[0].livePlacementCount).toBe(2);
    expect((await list('search=shared%20house', limited)).items[0].livePlacementCount).toBe(1);
    expect((await limited.browser.get(`/publishers/${String(id)}`)).body.livePlacementCount).toBe(1);
    expect((await limited.browser.get(`/sites/${String(mineOnly.siteId)}`)).body.placementCount).toBe(1);
    const change = await limited.browser.post(`/sites/${String(mineOnly.siteId)}/new-owner`, {
      publisherName: 'X',
    });
    expect(outcome(change)).toBe('403 access.forbidden');
  });
});
