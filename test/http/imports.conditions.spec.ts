import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aBrand, finished, type MadeBrand, made } from '../builders/agency.js';
import { checksums } from '../builders/checksums.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp } from './people.js';

type View = Answer['body'];

let app: TestApp;
let owner: Person;
let shop: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  shop = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

const get = async (path: string): Promise<View> => (await owner.browser.get(path)).body;
const sums = () => checksums(app.database, owner.workspaceId);
const act = async (id: string, verb: 'try' | 'run' | 'undo'): Promise<View> => {
  await finished(app, owner, await owner.browser.post(`/imports/${id}/${verb}`));
  return get(`/imports/${id}`);
};

/** Uploads a sheet and says how it is taken, as it was proposed but for the options. */
async function sheet(text: string, options: object = {}, name = 'rates.csv'): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([text]), name);
  const answer = await owner.browser.send('POST', '/imports', { raw: form });
  made(answer);
  const { id, content, mapping, options: proposed } = answer.body;
  const plan = { content, mapping, options: { ...proposed, ...options }, ground: 'none_known' };
  expect(await owner.browser.put(`/imports/${id}/mapping`, plan)).toMatchObject({ status: 200 });
  return id;
}

async function bring(text: string, observedOn: string, name?: string): Promise<View> {
  return act(await sheet(text, { observedOn }, name), 'run');
}

const rates = (...rows: readonly string[]): string => ['Website,Price,Currency', ...rows].join('\n');

/** What is written down of a site: the price, its day, the file, and why it holds no more. */
async function asked(host: string): Promise<unknown[]> {
  const [prospect] = (await get(`/prospects?search=${host}`)).items;
  const { items } = await get(`/sites/${String(prospect.siteId)}/conditions`);
  return items.map(({ priceMinor, askedOn, source, outdatedReason }: View) => [
    priceMinor,
    askedOn,
    source?.fileName ?? null,
    outdatedReason,
  ]);
}
const siteOf = async (host: string): Promise<string> =>
  String((await get(`/prospects?search=${host}`)).items[0].siteId);

it('a rate sheet is told as of its day, once, and the newer price outdates the older', async () => {
  const first = await bring(rates('told.example,150,EUR'), '2026-10-01', 'october.csv');
  expect(first.summary).toMatchObject({ conditions: 1, prospects: 1 });
  const again = await bring(rates('told.example,150,EUR'), '2026-10-15', 'again.csv');
  expect(again).toMatchObject({ summary: { conditions: 0 }, counts: { duplicate: 1, changed: 0 } });
  const before = await sums();
  const dearer = await bring(rates('told.example,180,EUR'), '2026-11-01', 'november.csv');
  expect(dearer).toMatchObject({ summary: { conditions: 1 }, counts: { changed: 1 } });
  expect(await asked('told.example')).toEqual([
    [18_000, '2026-11-01', 'november.csv', null],
    [15_000, '2026-10-01', 'october.csv', 'replaced'],
  ]);
  expect(await act(dearer.id, 'undo')).toMatchObject({ state: 'undone' });
  expect(await sums()).toEqual(before);
  expect(await asked('told.example')).toEqual([[15_000, '2026-10-01', 'october.csv', null]]);
});

it('a file older than what is known goes to the history', async () => {
  await bring(rates('history.example,200,EUR'), '2026-11-01', 'new.csv');
  const before = await sums();
  const old = await bring(rates('history.example,170,EUR'), '2025-01-01', 'old.csv');
  expect((await asked('history.example')).sort()).toEqual([
    [17_000, '2025-01-01', 'old.csv', 'replaced'],
    [20_000, '2026-11-01', 'new.csv', null],
  ]);
  expect((await bring(rates('history.example,170,EUR'), '2025-01-01')).summary.conditions).toBe(0);
  await act(old.id, 'undo');
  expect(await sums()).toEqual(before);
});

it('taking imports back in any order leaves what the others told', async () => {
  const one = await bring(rates('order.example,100,EUR'), '2026-09-01', 'one.csv');
  const two = await bring(rates('order.example,110,EUR'), '2026-10-01', 'two.csv');
  const before = await sums();
  const three = await bring(rates('order.example,120,EUR'), '2026-11-01', 'three.csv');
  await act(two.id, 'undo');
  expect(await asked('order.example')).toEqual([
    [12_000, '2026-11-01', 'three.csv', null],
    [10_000, '2026-09-01', 'one.csv', 'replaced'],
  ]);
  await act(three.id, 'undo');
  expect(await asked('order.example')).toEqual([[10_000, '2026-09-01', 'one.csv', null]]);
  expect(await sums()).not.toEqual(before);
  expect((await get(`/imports/${one.id}`)).state).toBe('done');
});

it('an undo leaves what somebody has decided on since, and says so', async () => {
  const text = rates('decided.example,100,EUR', 'removed.example,100,EUR', 'left.example,100,EUR');
  const done = await bring(text, '2026-10-01');
  const decided = await siteOf('decided.example');
  made(await owner.browser.post(`/sites/${decided}/conditions`, { priceMinor: 9000, currency: 'EUR' }));
  const [condition] = (await get(`/sites/${await siteOf('removed.example')}/conditions`)).items;
  expect(await owner.browser.post(`/conditions/${condition.id}/remove`)).toMatchObject({ status: 200 });
  await act(done.id, 'undo');
  const rows = (await get(`/imports/${done.id}/rows?limit=10`)).items;
  expect(rows.map(({ outcome }: View) => outcome)).toEqual(['kept', 'kept', 'undone']);
  const left = (await get(`/sites/${decided}/conditions`)).items;
  expect(left.map((row: View) => [row.priceMinor, row.outdatedReason])).toEqual([
    [9000, null],
    [10_000, 'replaced'],
  ]);
});

it('is asked by the publisher of the row, by the owner of the site, or by who sells it', async () => {
  const publisher = await owner.browser.post('/publishers', {
    name: 'Owner House',
    siteAddresses: ['owned.example'],
  });
  made(publisher);
  const header = 'Website,Price guest post,Link insertion price,Publisher,Broker';
  const rows = [
    'owned.example,€ 90,€ 40,,',
    'named.example,€ 80,,Named House,',
    'sold.example,€ 70,,Sold House,Link Shop',
  ];
  await bring([header, ...rows].join('\n'), '2026-11-01');
  const told = async (host: string) =>
    (await get(`/sites/${await siteOf(host)}/conditions`)).items
      .map((row: View) => [row.publisherName, row.type, row.priceMinor])
      .sort();
  expect(await told('owned.example')).toEqual([
    ['Owner House', 'guest_post', 9000],
    ['Owner House', 'link_insertion', 4000],
  ]);
  expect(await told('named.example')).toEqual([['Named House', 'guest_post', 8000]]);
  expect(await told('sold.example')).toEqual([['Link Shop', 'guest_post', 7000]]);
  const shopOf = (await get('/publishers?search=link%20shop')).items[0];
  expect(shopOf).toMatchObject({ name: 'Link Shop', kind: 'broker' });
  const page = await get(`/publishers/${String(publisher.body.id)}`);
  expect(page.conditions[0].source).toMatchObject({ fileName: 'rates.csv' });
});

it('a list of people tells what their sites and publishers ask, and of nobody else a note', async () => {
  const before = await sums();
  const people = [
    'Email,Website,Company,Price (USD)',
    'ann@people-told.example,people-told.example,,75',
    'ben@mail.example,,People House,60',
    'cas@mail.example,,,50',
  ];
  const done = await bring(people.join('\n'), '2026-11-01');
  expect(done).toMatchObject({ content: 'contacts', summary: { contacts: 3, conditions: 2, publishers: 1 } });
  const [house] = (await get('/publishers?search=people%20house')).items;
  expect((await get(`/publishers/${String(house.id)}`)).conditions).toMatchObject([
    { siteId: null, type: null, priceMinor: 6000, currency: 'USD' },
  ]);
  const [cas] = (await get('/contacts?search=cas%40mail.example')).items;
  expect((await get(`/contacts/${String(cas.id)}`)).notes).toBe('Price (USD): 50');
  await act(done.id, 'undo');
  expect(await sums()).toEqual(before);
});

it('a price that cannot be read is named by its line and column, in a dry run too', async () => {
  const id = await sheet(rates('good.example,10,EUR', 'bad.example,cheap,EUR', 'odd.example,10,ZZZ'));
  expect(await act(id, 'try')).toMatchObject({ counts: { created: 1, bad: 2 }, summary: { conditions: 1 } });
  const rows = (await get(`/imports/${id}/rows?outcome=bad`)).items;
  expect(rows.map(({ lineNo, columnName, errorCode }: View) => [lineNo, columnName, errorCode])).toEqual([
    [3, 'Price', 'unreadable_number'],
    [4, 'Currency', 'unknown_word'],
  ]);
});

it('what was paid for a placement is asked by nobody unless the person says so, and accuses nobody', async () => {
  const text = [
    'Source page,Target page,Type,Price,Publisher,Agreed on',
    'https://paid.example/a,https://shop.example/paid,guest post,€ 150,Paid House,2026-02-01',
  ].join('\n');
  const before = await sums();
  const plain = await act(await sheet(text), 'run');
  expect(plain.summary).toMatchObject({ placements: 1, conditions: 0, publishers: 1 });
  const [placement] = (await get('/placements?search=paid.example')).items;
  const detail = await get(`/placements/${String(placement.id)}`);
  expect(detail).toMatchObject({ state: 'awaited', compensation: 'money', notes: 'Price: € 150' });
  expect(detail.terms.rel.standing).not.toBe('agreed');
  await act(plain.id, 'undo');
  expect(await sums()).toEqual(before);
  const asking = await act(await sheet(text, { alsoConditions: true, brandId: shop.brandId }), 'run');
  expect(asking.summary).toMatchObject({ placements: 1, conditions: 1 });
  const [house] = (await get('/publishers?search=paid%20house')).items;
  const { conditions } = await get(`/publishers/${String(house.id)}`);
  expect(conditions).toMatchObject([
    { type: 'guest_post', priceMinor: 15_000, currency: 'EUR', relPolicy: null, askedOn: '2026-02-01' },
  ]);
  await act(asking.id, 'undo');
  expect(await sums()).toEqual(before);
});
