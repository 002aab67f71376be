import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, aWish, type MadeBrand } from '../builders/agency.js';
import { faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

let pages = 0;
/** A page nobody has placed anything on. */
const aPage = (): string => `https://page${++pages}.example/post`;
const add = (changes: Record<string, unknown>): Promise<Answer> =>
  owner.browser.post('/placements', aWish(brand.brandId, { sourceUrl: aPage(), ...changes }));

describe('a new placement', () => {
  it('is awaited and checked at once, with what its type lets one expect', async () => {
    const { status, body } = await add({
      sourceUrl: 'http://WWW.News.example:80/Post?a=1#top',
      targetUrl: 'shop.example/guide?x=1',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'awaited',
      stateSince: app.clock.now().toISOString(),
      sourceUrl: 'http://www.news.example/Post?a=1#top',
      sourceHost: 'news.example',
      targetUrl: 'https://shop.example/guide?x=1',
      targetPath: '/guide?x=1',
      clientName: 'Client shop',
      brandName: 'Brand shop',
      ownerName: null,
      nextCheckAt: app.clock.now().toISOString(),
      nextCheckReason: 'first',
      revision: 1,
      overdue: false,
      lastVerdicts: [],
      terms: {
        rel: { standing: 'expected', value: 'follow' },
        anchor: { standing: 'unknown', value: null },
        match: 'equivalent',
      },
    });
  });

  it('that was paid for is expected to be labelled', async () => {
    const { body } = await add({ compensation: 'money' });
    expect(body.terms.rel).toEqual({ standing: 'expected', value: 'sponsored' });
  });

  it('may know no more than its site, and is not checked then', async () => {
    const { body } = await add({ sourceUrl: undefined, site: 'www.Magazine.example', dueOn: '2026-11-01' });
    expect(body).toMatchObject({
      sourceUrl: null,
      sourceHost: 'magazine.example',
      nextCheckAt: null,
      overdue: true,
    });
    expect(body.siteId).toEqual(expect.any(String));
    const changed = await owner.browser.patch(`/placements/${body.id}`, {
      revision: 1,
      sourceUrl: 'https://magazine.example/found',
    });
    expect(changed.body).toMatchObject({
      state: 'awaited',
      siteId: body.siteId,
      nextCheckAt: app.clock.now().toISOString(),
    });
  });

  it('keeps agreed terms with their source', async () => {
    const { body } = await add({
      terms: {
        rel: { standing: 'agreed', value: 'nofollow' },
        duration: { standing: 'agreed', value: '2027-11-20' },
        match: 'same_site',
      },
      source: { kind: 'person', reference: '  Anna of the desk  ', agreedOn: '2026-11-12' },
      labellingAgreed: true,
    });
    expect(body.terms).toMatchObject({
      rel: { standing: 'agreed', value: 'nofollow' },
      duration: { standing: 'agreed', value: '2027-11-20' },
      match: 'same_site',
    });
    const { termSources } = (await owner.browser.get(`/placements/${body.id}`)).body;
    expect(termSources).toEqual([
      expect.objectContaining({
        terms: ['rel', 'duration', 'labelling'],
        kind: 'person',
        reference: 'Anna of the desk',
        agreedOn: '2026-11-12',
        recordedBy: 'Olga Owner',
        documentName: null,
      }),
    ]);
  });

  it('that stands for the same link is refused with the one that does', async () => {
    const first = await add({ sourceUrl: 'https://twice.example/post', targetUrl: 'https://shop.example/a' });
    const second = await add({
      sourceUrl: 'http://www.twice.example/post/?utm_source=x',
      targetUrl: 'http://shop.example/a#b',
    });
    expect([second.status, second.body.code, second.body.params]).toEqual([
      409,
      'placement.duplicate',
      { id: first.body.id },
    ]);
    expect(
      (await add({ sourceUrl: 'https://twice.example/post', targetUrl: 'https://shop.example/b' })).status,
    ).toBe(201);
    await owner.browser.post(`/placements/${first.body.id}/end`);
    expect(
      (await add({ sourceUrl: 'https://twice.example/post', targetUrl: 'https://shop.example/a' })).status,
    ).toBe(201);
  });

  it('is made once when the same is sent at the same moment', async () => {
    const sourceUrl = aPage();
    const answers = await Promise.all([1, 2, 3, 4].map(() => add({ sourceUrl })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('is made once for one Idempotency-Key', async () => {
    const wish = aWish(brand.brandId, { sourceUrl: aPage() });
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = [
      await owner.browser.post('/placements', wish, { headers }),
      await owner.browser.post('/placements', wish, { headers }),
    ];
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['no page and no site', { sourceUrl: undefined }, ['sourceUrl needed']],
    ['a page that is no address', { sourceUrl: 'ftp://x.example/' }, ['sourceUrl web_address']],
    ['a password in an address', { targetUrl: 'https://a:b@shop.example/' }, ['targetUrl web_address']],
    ['a type nobody knows', { type: 'advert' }, ['type in']],
    [
      'a term agreed without a source',
      { terms: { rel: { standing: 'agreed', value: 'follow' } } },
      ['source needed'],
    ],
    [
      'a term agreed without saying what',
      { terms: { anchor: { standing: 'agreed' } }, source: { kind: 'note', reference: 'x' } },
      ['terms.anchor.value needed'],
    ],
    [
      'a rel nobody knows',
      { terms: { rel: { standing: 'agreed', value: 'dofollow' } } },
      ['terms.rel.value in'],
    ],
    ['a source without words', { source: { kind: 'note', reference: ' ' } }, ['source.reference filled']],
    ['a day that does not exist', { dueOn: '2026-02-30' }, ['dueOn day']],
    ['an owner nobody knows', { ownerMemberId: randomUUID() }, ['ownerMemberId unknown_member']],
    ['a field nobody knows', { state: 'live' }, ['state unknown_field']],
  ])('is refused %s at its field', async (_, changes, expected) => {
    const answer = await add(changes);
    expect([answer.status, faultsOf(answer)]).toEqual([400, expected]);
    expect(answer.body.errors[0].message).toMatch(/\.$/);
  });

  it('is refused in the language of who writes it down', async () => {
    await owner.browser.patch('/session/user', { locale: 'nl' });
    const answer = await add({ terms: { rel: { standing: 'agreed', value: 'follow' } } });
    await owner.browser.patch('/session/user', { locale: 'en' });
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: 'source', message: 'Dit is nodig.' }),
    ]);
  });
});

describe('who may write', () => {
  it('a viewer looks and writes nothing', async () => {
    const viewer = await invite(app, owner, { role: 'viewer' });
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    expect((await viewer.browser.get(`/placements/${id}`)).status).toBe(200);
    expect((await viewer.browser.patch(`/placements/${id}`, { revision: 1, notes: 'x' })).status).toBe(403);
    expect((await viewer.browser.post('/placements', aWish(brand.brandId))).status).toBe(403);
  });

  it('a limited member neither sees nor adds for other clients, nor owns what they cannot see', async () => {
    const other = await aBrand(owner, 'limited');
    const member = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    expect((await member.browser.get(`/placements/${id}`)).body.code).toBe('placement.not_found');
    expect((await member.browser.patch(`/placements/${id}`, { revision: 1, notes: 'x' })).status).toBe(404);
    const foreign = await member.browser.post('/placements', aWish(brand.brandId, { sourceUrl: aPage() }));
    expect([foreign.status, foreign.body.code]).toEqual([404, 'brand.not_found']);
    expect(
      (await member.browser.post('/placements', aWish(other.brandId, { sourceUrl: aPage() }))).status,
    ).toBe(201);
    const owned = await owner.browser.patch(`/placements/${id}`, {
      revision: 1,
      ownerMemberId: member.memberId,
    });
    expect(faultsOf(owned)).toEqual(['ownerMemberId unknown_member']);
  });

  it('another workspace finds nothing', async () => {
    const stranger = await anotherWorkspace(app, 'Writing');
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    expect((await stranger.browser.get(`/placements/${id}`)).status).toBe(404);
    expect((await stranger.browser.post('/placements', aWish(brand.brandId))).body.code).toBe(
      'brand.not_found',
    );
    expect((await stranger.browser.get('/placements')).body.items).toEqual([]);
  });
});
