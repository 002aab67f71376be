import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, aPlacement, check, type MadeBrand } from '../builders/agency.js';
import { anOccurrence, aPage, aVisit } from '../builders/visit.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp, signIn } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

const TARGET = 'https://shop.example/guide';
const post = (path: string, body: object = {}) => owner.browser.post(path, body);
const get = async (path: string) => (await owner.browser.get(path)).body;
const settled = () => app.get(JobRuntime).drain();

/** A page with our link among others, or without it. */
const page = (links: readonly { href: string; rel?: readonly string[] }[]) => {
  const occurrences = links.map((link, index) => anOccurrence({ ...link, outboundPosition: index + 1 }));
  return aVisit({
    page: aPage({ occurrences, mainTextHash: String(links.length) }),
    matches: occurrences.map(({ href }) => (href === TARGET ? 'exact' : 'other')),
  });
};
const others = [1, 2, 3].map((no) => ({ href: `https://other-${no}.example/` }));
const seen = page([{ href: TARGET }, ...others]);

const live = async (sourceUrl: string, changes: object = {}) => {
  const placement = await aPlacement(owner, brand.brandId, { sourceUrl, ...changes });
  await check(app, owner, placement.id, seen);
  return placement;
};

/** Sees the link missing as often as it takes to be removed. */
const remove = async (id: string, visit = page(others)) => {
  for (const hours of [1, 13, 13, 25]) {
    app.clock.advance({ hours });
    await check(app, owner, id, visit);
  }
  owner = await signIn(app, owner.email);
  expect((await get(`/placements/${id}`)).state).toBe('removed');
  await settled();
};
const openOnes = async (query: string) => (await get(`/reclamations?state=open&${query}`)).items;

describe('a placement that got worse', () => {
  it('is proposed once per counterparty, with proof and with what happened to the other links', async () => {
    const publisher = (
      await post('/publishers', { name: 'Garden Media', siteAddresses: ['one.example', 'two.example'] })
    ).body.id;
    const [first, second] = [await live('https://one.example/a'), await live('https://two.example/b')];
    app.clock.advance({ hours: 1 });
    await check(app, owner, first.id, page(others));
    await settled();
    expect(await openOnes(`publisherId=${publisher}`)).toEqual([]);

    await remove(first.id);
    await remove(second.id, page([]));
    const [reclamation, ...more] = await openOnes(`publisherId=${publisher}`);
    expect(more).toEqual([]);
    expect(reclamation).toMatchObject({
      state: 'proposed',
      lineCount: 2,
      openCount: 2,
      counterparty: { publisherId: publisher, siteId: null, name: 'Garden Media' },
    });
    const { lines, acts } = await get(`/reclamations/${reclamation.id}`);
    expect(acts).toEqual(['send', 'dismiss']);
    expect(lines).toEqual([
      expect.objectContaining({ placementId: first.id, changedLinks: 'only_ours', worseState: 'removed' }),
      expect.objectContaining({ placementId: second.id, changedLinks: 'all_external', outcome: 'open' }),
    ]);
    const proof = (await get(`/placements/${first.id}/checks`)).items[0];
    expect(lines[0].checkId).toBe(proof.id);
  });

  it('is sent by a person, and closed when the link is back', async () => {
    const placement = await live('https://back.example/a');
    await remove(placement.id);
    const [{ id }] = await openOnes(`placementId=${placement.id}`);
    expect((await post(`/reclamations/${id}/answer`)).body.code).toBe('reclamation.act_not_possible');
    const sent = await post(`/reclamations/${id}/send`, { on: '2026-11-21', note: 'by mail to the editor' });
    expect(sent.body).toMatchObject({ state: 'sent', note: 'by mail to the editor' });
    await check(app, owner, placement.id, seen);
    await settled();
    expect(await get(`/reclamations/${id}`)).toMatchObject({
      state: 'restored',
      openCount: 0,
      lines: [{ outcome: 'restored', state: 'live' }],
    });
    const kinds = (await get(`/timelines/site/${placement.siteId}`)).items.map(
      ({ kind }: { kind: string }) => kind,
    );
    expect(kinds).toEqual(
      expect.arrayContaining(['reclamation.proposed', 'reclamation.sent', 'reclamation.restored']),
    );
  });

  it('is laid aside, taken up again, and settled when it is replaced', async () => {
    const placement = await live('https://aside.example/a');
    await remove(placement.id);
    const [{ id }] = await openOnes(`placementId=${placement.id}`);
    expect((await post(`/reclamations/${id}/dismiss`)).body).toMatchObject({
      state: 'dismissed',
      lines: [{ outcome: 'dismissed' }],
    });
    expect((await post(`/reclamations/${id}/reopen`)).body).toMatchObject({
      state: 'proposed',
      openCount: 1,
    });
    const { revision } = await get(`/reclamations/${id}`);
    expect(
      (await owner.browser.patch(`/reclamations/${id}`, { revision: revision - 1, note: 'x' })).body.code,
    ).toBe('reclamation.changed_meanwhile');
    const replaced = await post(`/placements/${placement.id}/replace`, {
      sourceUrl: 'https://aside.example/b',
      targetUrl: TARGET,
    });
    expect(replaced.status).toBe(201);
    expect(await get(`/reclamations/${id}`)).toMatchObject({
      state: 'dismissed',
      lines: [{ outcome: 'replaced' }],
    });
  });
});

describe('nobody is accused', () => {
  it('of what was expected and never agreed', async () => {
    const paid = await live('https://paid.example/a', { compensation: 'money' });
    app.clock.advance({ hours: 1 });
    await check(app, owner, paid.id, seen);
    await settled();
    expect(await openOnes(`placementId=${paid.id}`)).toEqual([]);
    expect((await post('/reclamations', { placementIds: [paid.id] })).body.code).toBe(
      'reclamation.nothing_worse',
    );
  });

  it('while our own target page fails', async () => {
    const placement = await live('https://failing.example/a');
    await remove(placement.id);
    const [{ id }] = await openOnes(`placementId=${placement.id}`);
    await post(`/reclamations/${id}/dismiss`);
    await app.database.asOwner('update placements set target_failing = true where id = $1', [placement.id]);
    expect((await post('/reclamations', { placementIds: [placement.id] })).body.code).toBe(
      'reclamation.nothing_worse',
    );
  });
});

describe('the end of a partnership', () => {
  it('says first what it touches, then closes, releases, and makes tasks of our links, all at once', async () => {
    const publisher = (await post('/publishers', { name: 'Ending Media', siteAddresses: ['ending.example'] }))
      .body.id;
    const placement = await live('https://ending.example/a');
    const elsewhere = await live('https://elsewhere.example/a');
    const campaign = await post('/campaigns', {
      brandId: brand.brandId,
      kind: 'guest_blogging',
      name: 'Spring guests',
    });
    const pitch = await post(`/campaigns/${campaign.body.id}/pitches`, { siteId: placement.siteId });
    const relationship = (await get(`/relationships?siteId=${placement.siteId}`)).items[0];
    await post(`/relationships/${relationship.id}/links`, {
      direction: 'to_them',
      sourceUrl: 'https://shop.example/partners',
      targetUrl: 'https://ending.example/',
      state: 'live',
    });
    const counts = { sites: 1, pitches: 1, placements: 1, links: 1 };
    expect(await get(`/publishers/${publisher}/end-partnership`)).toEqual(counts);
    const refused = await post(`/publishers/${publisher}/end-partnership`, { reason: ' ' });
    expect(refused.body.code).toBe('request.invalid');
    const ended = await post(`/publishers/${publisher}/end-partnership`, { reason: 'they sell links' });
    expect([ended.status, ended.body]).toEqual([200, counts]);

    expect(await get(`/placements/${placement.id}`)).toMatchObject({ state: 'released' });
    expect(await get(`/placements/${elsewhere.id}`)).toMatchObject({ state: 'live' });
    expect(await get(`/pitches/${pitch.body.id}`)).toMatchObject({ status: 'closed', outcome: 'lost' });
    expect(await get(`/relationships/${relationship.id}`)).toMatchObject({ stage: 'dormant' });
    expect((await get(`/tasks?siteId=${placement.siteId}`)).items).toEqual([
      expect.objectContaining({ kind: 'remove_link', title: 'https://shop.example/partners' }),
    ]);
    expect(await get(`/sites/${placement.siteId}/end-partnership`)).toEqual({
      ...counts,
      pitches: 0,
      placements: 0,
    });
  });
});
