import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlacement, finished, made } from '../../builders/agency.js';
import { startApp, type TestApp } from '../app.js';
import { type Answer, Browser } from '../browser.js';
import { anotherWorkspace, PASSWORD, type Person, setUp, tokenOf } from '../people.js';

const NAME = 'Heron Holding';
const HOME = 'https://heron.example/';

const PERSON = { name: 'Wanda Wader', addresses: [{ address: 'wanda@wader.example' }] };

/** Records about sites that have a name or an address of their own. */
const RECORDS: readonly (readonly [string, object])[] = [
  ['/publishers', { name: NAME, siteAddresses: ['wader.example'] }],
  ['/contacts', { ...PERSON, siteAddresses: ['wader.example'] }],
  ['/custom-fields', { recordKind: 'prospect', name: NAME, type: 'text' }],
  ['/tags', { kind: 'topic', name: NAME }],
  ['/suppressions', { siteAddress: 'wader.example', reason: 'asked' }],
  ['/suppressions', { address: 'never@wader.example', reason: 'asked' }],
  ['/saved-views', { list: 'prospects', name: NAME, query: '', isShared: true }],
];

let app: TestApp;
let owner: Person;
let stranger: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  stranger = await anotherWorkspace(app, 'Osprey');
  await everything(owner);
});
afterAll(() => app.close());

/** Makes one of each thing that has a name or an address of its own; answers the prospect. */
async function everything({ browser, ...person }: Person): Promise<Answer> {
  const prospect = await browser.post('/prospects', { address: 'wader.example', tags: [NAME] });
  const client = made(await browser.post('/clients', { name: NAME }));
  const brand = made(await browser.post(`/clients/${client}/brands`, { name: NAME, homeUrl: HOME }));
  made(await browser.post(`/brands/${brand}/target-pages`, { url: `${HOME}guide` }));
  made(await browser.post('/sites', { address: 'blog.wader.example' }));
  await aPlacement({ browser, ...person }, brand, { sourceUrl: 'https://wader.example/1', targetUrl: HOME });
  for (const [path, wish] of RECORDS) made(await browser.post(path, wish));
  made(await browser.post('/relationships', { brandId: brand, siteAddress: 'wader.example' }));
  made(
    await browser.post(`/clients/${client}/exclusions`, { siteAddress: 'wader.example', reason: 'other' }),
  );
  return prospect;
}

describe('names and addresses that another workspace uses', () => {
  it('are not found, neither by searching nor by importing', async () => {
    const lists = ['placements', 'sites', 'contacts', 'prospects', 'relationships', 'suppressions'];
    for (const list of lists)
      for (const search of ['wader', 'wader.example', 'wa'])
        expect([list, (await stranger.browser.get(`/${list}?search=${search}`)).body]).toMatchObject([
          list,
          { items: [], total: 0 },
        ]);
    for (const path of ['/publishers?search=heron', '/publishers/doubles-of?name=heron%20holding'])
      expect((await stranger.browser.get(path)).body.items).toEqual([]);
    const form = new FormData();
    const text = `source_url,target_url,brand\nhttps://wader.example/1,${HOME},${NAME}\nhttps://wader.example/1,${HOME},\n`;
    form.set('file', new Blob([text]), 'a.csv');
    const id = made(await stranger.browser.send('POST', '/imports', { raw: form }));
    await finished(app, stranger, await stranger.browser.post(`/imports/${id}/try`));
    const { items } = (await stranger.browser.get(`/imports/${id}/rows`)).body;
    expect(items.map(({ errorCode }: { errorCode: string }) => errorCode)).toEqual([
      'unknown_brand',
      'brand_needed',
    ]);
    expect(items.every(({ subjectId }: { subjectId: string | null }) => subjectId === null)).toBe(true);
  });

  it('are free here, and nothing is said against them', async () => {
    const { status, body } = await everything(stranger);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      warnings: [],
      doNotContact: false,
      conflict: { siblings: [], liveLinks: [] },
    });
  });

  it('tell who is invited nothing about the other workspace', async () => {
    const wish = { email: owner.email, role: 'viewer', limitedToClients: false, clientIds: [] };
    const invited = await stranger.browser.post('/invitations', wish);
    expect(invited.status).toBe(201);
    expect(JSON.stringify(invited.body)).not.toContain('Canal Agency');
  });

  it('become one person who is invited twice and comes in at the same moment, or one of them is asked to sign in', async () => {
    const wish = { email: 'both@agency.example', role: 'viewer', limitedToClients: false, clientIds: [] };
    const tokens = await Promise.all(
      [owner, stranger].map(async ({ browser }) => tokenOf(await browser.post('/invitations', wish))),
    );
    const guest = { name: 'Both', password: PASSWORD };
    const accept = (token: string) =>
      new Browser(app.url).post(`/invitations/by-token/${token}/accept`, guest);
    const answers = await Promise.all(tokens.map(accept));
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    for (const [index, { status, body }] of answers.entries()) {
      if (status === 200) continue;
      expect([status, body.code]).toEqual([409, 'access.email_taken']);
      expect((await accept(tokens[index] ?? '')).status).toBe(200);
    }
  });
});
