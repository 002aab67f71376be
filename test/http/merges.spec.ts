import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DERIVED_TABLES, PROSPECT_REFERENCES, REFERENCES } from '../../src/core/merges/references.js';
import { aBrand, aPlacement, type MadeBrand } from '../builders/agency.js';
import { outcome, posted } from './answers.js';
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

const post = (path: string, body: object = {}) => posted(owner, path, body);
const get = async (path: string) => (await owner.browser.get(path)).body;
const place = (sourceUrl: string) => aPlacement(owner, brand.brandId, { sourceUrl });
const aContact = async (name: string, address: string, site: string): Promise<string> =>
  (await post('/contacts', { name, addresses: [{ address }], siteAddresses: [site] })).id;
const aPublisher = async (name: string, site: string): Promise<string> =>
  (await post('/publishers', { name, siteAddresses: [site] })).id;
const refusal = async (path: string, body: object) => outcome(await owner.browser.post(path, body));

/** Everything a merge or a split may touch, without what merely counts changes. */
const checksum = async (): Promise<string> => {
  const tables = new Set([
    ...['contacts', 'publishers', 'sites', 'prospects', ...DERIVED_TABLES],
    ...[...Object.values(REFERENCES).flat(), ...PROSPECT_REFERENCES].map(({ table }) => table),
  ]);
  const lines = [...tables].map(
    (table) =>
      `select '${table} ' || (to_jsonb(t) - 'revision' - 'updated_at')::text as line from ${table} t`,
  );
  const [row] = await app.database.asOwner<{ sum: string }>(
    `select md5(string_agg(line, E'\\n' order by line)) as sum from (${lines.join(' union all ')}) l`,
  );
  return row?.sum ?? '';
};

describe('the list of what hangs on a record', () => {
  it.each([
    ['contacts', 'contact'],
    ['publishers', 'publisher'],
    ['sites', 'site'],
    ['prospects', 'prospect'],
  ])('names every column that refers to %s', async (table, kind) => {
    const known = [
      ...(kind === 'prospect' ? PROSPECT_REFERENCES : REFERENCES[kind as 'site']).map(
        (reference) => `${reference.table}.${reference.column}`,
      ),
      ...DERIVED_TABLES.map((derived) => `${derived}.site_id`),
      'prospects.site_id',
    ];
    const rows = await app.database.asOwner<{ name: string }>(
      `select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
       where c.contype = 'f' and c.confrelid = $1::regclass order by 1`,
      [table],
    );
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('two contacts', () => {
  it('are found as doubles, merged with all that hangs on them, and put back to the checksum', async () => {
    const kept = await aContact('Mila Brandt', 'mila@garden.example', 'garden.example');
    const other = await aContact('mila  BRANDT', 'm.brandt@garden.example', 'garden.example');
    await post(`/contacts/${other}/grounds`, { ground: 'consent', evidenceText: 'by phone' });
    await post(`/contacts/${other}/places`, { siteAddress: 'second-garden.example' });
    const { items } = await get('/doubles?kind=contact');
    expect(items).toEqual([
      expect.objectContaining({
        reason: 'same_name_same_place',
        first: expect.objectContaining({ id: kept, hint: 'mila@garden.example' }),
        second: expect.objectContaining({ id: other }),
      }),
    ]);
    const preview = await get(`/merges/preview?kind=contact&keptId=${kept}&otherId=${other}`);
    expect(preview.moves).toEqual(
      expect.arrayContaining([
        { word: 'addresses', count: 1 },
        { word: 'places', count: 2 },
        { word: 'grounds', count: 1 },
      ]),
    );
    const before = await checksum();
    const merge = await post('/merges', { kind: 'contact', keptId: kept, otherId: other });
    const past = (await get(`/timelines/contact/${kept}`)).items.map(({ kind }: { kind: string }) => kind);
    expect(past).toEqual(
      expect.arrayContaining(['records.merged', 'contact.ground_recorded', 'contact.added']),
    );
    expect(await get(`/contacts/${kept}`)).toMatchObject({
      mainAddress: 'mila@garden.example',
      addressCount: 2,
    });
    expect((await get('/contacts?search=brandt')).items.map((row: { id: string }) => row.id)).toEqual([kept]);
    expect((await get('/contacts?search=m.brandt%40garden')).items).toHaveLength(1);
    expect((await get('/doubles?kind=contact')).items).toEqual([]);
    await post(`/merges/${merge.id}/undo`);
    expect(await checksum()).toBe(before);
    expect((await get('/contacts?search=brandt')).items).toHaveLength(2);
  });

  it('once merged are erased together, and the journal keeps nothing of the person', async () => {
    const kept = await aContact('Erin Gone', 'erin@gone.example', 'gone.example');
    const other = await aContact('Erin Gone', 'e.gone@gone.example', 'gone.example');
    const merge = await post('/merges', { kind: 'contact', keptId: kept, otherId: other });
    await post(`/contacts/${kept}/erase`);
    expect(await refusal(`/merges/${merge.id}/undo`, {})).toBe('409 merge.too_late');
    const [left] = await app.database.asOwner<{ names: number; rows: number }>(
      `select (select count(*)::int from contacts where name like 'Erin%') as names,
         (select count(*)::int from merged_rows where merge_id = $1) as rows`,
      [merge.id],
    );
    expect(left).toEqual({ names: 0, rows: 0 });
  });

  it('that a person says are two are proposed no more', async () => {
    const [first, second] = [
      await aContact('Jan Jansen', 'jan@one.example', 'one.example'),
      await aContact('Jan Jansen', 'jan@two.example', 'two.example'),
    ];
    const pairs = async () =>
      (await get('/doubles?kind=contact')).items.filter(
        (pair: { first: { id: string } }) => pair.first.id === first,
      );
    expect(await pairs()).toEqual([expect.objectContaining({ reason: 'same_name' })]);
    await post('/doubles/dismiss', { kind: 'contact', firstId: second, secondId: first });
    expect(await pairs()).toEqual([]);
  });
});

describe('two sites of one name', () => {
  it('are doubles when somebody works at both or owns both, page by page, and else are not', async () => {
    await aContact('Ada Fern', 'ada@fern.example', 'fern.example');
    const nobody = await get('/doubles?kind=site');
    expect(nobody).toMatchObject({ items: [], total: 0, totalIsExact: true });
    for (const [person, first, second] of [
      ['Bo Moss', 'moss.example', 'moss.test'],
      ['Cy Reed', 'reed.example', 'reed.test'],
      ['Di Reed', 'reed-beds.example', 'reeds.test'],
    ] as const) {
      const contact = await aContact(person, `${person.slice(0, 2)}@${first}`, first);
      await post(`/contacts/${contact}/places`, { siteAddress: second });
    }
    await aContact('Ed Fern', 'ed@fern.test', 'fern.test');
    const page = await get('/doubles?kind=site&limit=1');
    const rest = await get(`/doubles?kind=site&limit=1&cursor=${encodeURIComponent(page.nextCursor)}`);
    expect([page, rest].map(({ items, total }) => [items[0].reason, items[0].first.label, total])).toEqual([
      ['same_domain_name', 'moss.example', 2],
      ['same_domain_name', 'reed.example', 2],
    ]);
    expect(rest.nextCursor).toBeNull();
  });
});

describe('two publishers', () => {
  it('become one with the sites, conditions and values that were chosen', async () => {
    const kept = await aPublisher('Hill Media B.V.', 'hill-one.example');
    const other = await aPublisher('Hill Media', 'hill-two.example');
    await post(`/publishers/${other}/conditions`, { type: 'guest_post', priceMinor: 12500, currency: 'EUR' });
    expect((await get('/doubles?kind=publisher')).items).toHaveLength(1);
    const before = await checksum();
    const merge = await post('/merges', {
      kind: 'publisher',
      keptId: kept,
      otherId: other,
      choices: { name: 'other' },
    });
    const one = await get(`/publishers/${kept}`);
    expect(one.name).toBe('Hill Media');
    expect(one.sites.map((site: { displayHost: string }) => site.displayHost).sort()).toEqual([
      'hill-one.example',
      'hill-two.example',
    ]);
    expect((await get(`/publishers/${kept}/conditions`)).items).toHaveLength(1);
    await post(`/merges/${merge.id}/undo`);
    expect(await checksum()).toBe(before);
  });
});

describe('two sites', () => {
  it('become one: placements, prospects and tags move, the old domain leads to the kept one', async () => {
    const kept = await place('https://moved.example/a');
    const other = await place('https://moved-before.example/b');
    await post('/prospects', { siteId: kept.siteId, tags: ['green'] });
    await post('/prospects', { siteId: other.siteId, tags: ['green', 'old'], notes: 'was friendly' });
    const measure = (siteId: string, metric: string, value: number, measuredOn: string) =>
      post(`/sites/${siteId}/metrics`, { source: 'ahrefs', metric, value, measuredOn });
    await measure(kept.siteId, 'domain_rating', 40, '2026-10-01');
    await measure(other.siteId, 'domain_rating', 52, '2026-11-01');
    await measure(other.siteId, 'organic_traffic', 900, '2026-11-01');
    const latest = async () =>
      (await get(`/sites/${kept.siteId}/metrics`)).latest.map(
        ({ metric, value }: { metric: string; value: number }) => `${metric} ${value}`,
      );
    const before = await checksum();
    const merge = await post('/merges', { kind: 'site', keptId: kept.siteId, otherId: other.siteId });
    expect(await get(`/sites/${kept.siteId}`)).toMatchObject({ placementCount: 2 });
    expect(await latest()).toEqual(['domain_rating 52', 'organic_traffic 900']);
    const prospect = await get(`/prospects/by-site/${kept.siteId}`);
    expect(prospect).toMatchObject({ notes: 'was friendly' });
    expect(prospect.tags.map((tag: { name: string }) => tag.name).sort()).toEqual(['green', 'old']);
    await post(`/merges/${merge.id}/undo`);
    expect(await checksum()).toBe(before);
    await post('/merges', { kind: 'site', keptId: kept.siteId, otherId: other.siteId });
    expect((await place('https://www.moved-before.example/c')).siteId).toBe(kept.siteId);
  });
});

describe('a site', () => {
  const split = (address: string) => post('/sites', { address });

  it('is split with what stands there, and rejoined to the checksum but for the sub-site itself', async () => {
    const stays = await place('https://paper.example/news');
    await place('https://city.paper.example/story');
    await place('https://city.paper.example/nl/verhaal');
    const before = await filed();
    const city = await split('https://city.paper.example/');
    expect(city).toMatchObject({ placementCount: 2, parent: { id: stays.siteId } });
    const dutch = await split('https://city.paper.example/nl');
    expect(dutch).toMatchObject({ placementCount: 1 });
    expect(await get(`/sites/${stays.siteId}`)).toMatchObject({ placementCount: 1 });
    await post(`/sites/${dutch.id}/rejoin`);
    expect(await get(`/sites/${city.id}`)).toMatchObject({ placementCount: 2 });
    await post(`/sites/${city.id}/rejoin`);
    expect(await filed()).toEqual(before);
    expect(await split('https://city.paper.example/')).toMatchObject({ id: city.id, placementCount: 2 });
  });

  it('is whole again after a split is undone, also with what was placed on the sub-site since', async () => {
    const stays = await place('https://daily.example/news');
    await place('https://sport.daily.example/story');
    const before = await checksum();
    const sport = await split('https://sport.daily.example/');
    const act = async () => (await get(`/merges?recordId=${sport.id}`)).items[0];
    await post(`/merges/${(await act()).id}/undo`);
    expect(await checksum()).toBe(before);
    const again = await split('https://sport.daily.example/');
    await place('https://sport.daily.example/later');
    await post('/prospects', { siteId: again.id });
    const later = (await get(`/merges?recordId=${again.id}`)).items[0];
    await post(`/merges/${later.id}/undo`);
    expect(await get(`/sites/${stays.siteId}`)).toMatchObject({ placementCount: 3, subSites: [] });
    expect(await get(`/prospects/by-site/${stays.siteId}`)).toMatchObject({ siteId: stays.siteId });
  });

  const filed = () =>
    app.database.asOwner<object>(
      `select p.source_url, s.site_key from placements p join sites s on s.id = p.site_id order by 1`,
    );
});

describe('a merge is refused', () => {
  const absent = '0197f000-0000-7000-8000-000000000001';
  it('with itself, with what is not there, and with a choice that is none', async () => {
    const one = await aContact('One Alone', 'one@alone.example', 'alone.example');
    const two = await aContact('Two Alone', 'two@alone.example', 'alone.example');
    const wish = (otherId: string, choices: object = {}) => ({
      kind: 'contact',
      keptId: one,
      otherId,
      choices,
    });
    expect(await refusal('/merges', wish(one))).toBe('409 merge.not_possible');
    expect(await refusal('/merges', wish(absent))).toBe('409 merge.not_possible');
    expect(await refusal('/merges', wish(two, { price: 'other' }))).toBe('422 merge.choice_unknown');
    expect(await refusal(`/merges/${absent}/undo`, {})).toBe('404 merge.not_found');
  });

  it('of sites to a member limited to clients, who does not see all that would move', async () => {
    const limited = await invite(app, owner, { role: 'member', clientIds: [brand.clientId] });
    expect((await limited.browser.get('/doubles?kind=site')).status).toBe(403);
    expect(
      (await limited.browser.post('/merges', { kind: 'site', keptId: absent, otherId: absent })).status,
    ).toBe(403);
  });

  it('an undo twice, and of an earlier act before a later one', async () => {
    const ids = [];
    for (const no of [1, 2, 3]) ids.push(await aPublisher(`Chain ${no}`, `chain-${no}.example`));
    const merge = (keptId: string | undefined, otherId: string | undefined) =>
      post('/merges', { kind: 'publisher', keptId, otherId });
    const first = await merge(ids[1], ids[2]);
    const second = await merge(ids[0], ids[1]);
    expect(await refusal(`/merges/${first.id}/undo`, {})).toBe('409 merge.later_first');
    await post(`/merges/${second.id}/undo`);
    expect(await refusal(`/merges/${second.id}/undo`, {})).toBe('409 merge.undone_already');
    await post(`/merges/${first.id}/undo`);
  });
});
