import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPublisher } from '../builders/publishers.js';
import { outcome } from './answers.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp } from './people.js';

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

describe('conditions', () => {
  it('are written down with a history: newer ones for the same thing make older ones outdated', async () => {
    const { id, sites } = await add('Terms House', { siteAddresses: ['terms.example'] });
    const siteId = String(sites[0].siteId);
    const ask = (body: object) => owner.browser.post(`/publishers/${id}/conditions`, body);
    const first = await ask({
      type: 'guest_post',
      priceMinor: 25_000,
      currency: 'EUR',
      askedOn: '2026-10-01',
    });
    expect(first.body).toMatchObject({ publisherId: id, siteId: null, priceMinor: 25_000, outdatedAt: null });
    await ask({ type: 'guest_post', siteId, priceMinor: 40_000, currency: 'EUR' });
    await ask({
      type: 'guest_post',
      priceMinor: 30_000,
      currency: 'EUR',
      relPolicy: 'sponsored',
      wordsFrom: 800,
      wordsTo: 1200,
      turnaroundDays: 14,
      refusedTopics: ['gambling', ' loans '],
      notes: 'by mail',
      askedOn: '2026-11-02',
    });
    const { items } = (await owner.browser.get(`/publishers/${id}/conditions`)).body;
    expect(
      items.map((row: Record<string, unknown>) => [
        row['priceMinor'],
        row['outdatedReason'],
        row['displayHost'],
      ]),
    ).toEqual([
      [30_000, null, null],
      [40_000, null, 'terms.example'],
      [25_000, 'replaced', null],
    ]);
    expect(items[0]).toMatchObject({
      refusedTopics: ['gambling', 'loans'],
      wordsTo: 1200,
      relPolicy: 'sponsored',
    });
    const ofSite = (await owner.browser.get(`/sites/${siteId}/conditions`)).body.items;
    expect(ofSite.map((row: { priceMinor: number }) => row.priceMinor)).toEqual([30_000, 40_000, 25_000]);
    expect((await list('search=terms%20house')).items[0].newestConditionOn).toBe('2026-11-20');
  });

  it('of a site are told by nobody in particular or by one publisher', async () => {
    const { sites, id } = await add('Site Terms', { siteAddresses: ['site-terms.example'] });
    const siteId = String(sites[0].siteId);
    const plain = await owner.browser.post(`/sites/${siteId}/conditions`, { relPolicy: 'nofollow' });
    expect(plain.body).toMatchObject({ siteId, publisherId: null, type: null, relPolicy: 'nofollow' });
    const told = await owner.browser.post(`/sites/${siteId}/conditions`, {
      publisherId: id,
      turnaroundDays: 3,
    });
    expect(told.body).toMatchObject({ publisherName: 'Site Terms' });
    const removed = await owner.browser.post(`/conditions/${String(plain.body.id)}/remove`);
    expect(removed.body).toMatchObject({ outdatedReason: 'removed' });
  });

  it.each([
    ['with nothing in them', {}, '422 conditions.empty'],
    ['with a price without a currency', { priceMinor: 100 }, '422 conditions.price_incomplete'],
    ['with a currency without a price', { currency: 'EUR' }, '422 conditions.price_incomplete'],
    ['with words the wrong way round', { wordsFrom: 10, wordsTo: 5 }, '422 conditions.words_reversed'],
    ['with a broken price', { priceMinor: 1.5, currency: 'EUR' }, '400 request.invalid'],
    ['with a negative price', { priceMinor: -1, currency: 'EUR' }, '400 request.invalid'],
    ['with a currency that is none', { priceMinor: 1, currency: 'euro' }, '400 request.invalid'],
    [
      'for a site that is not there',
      { notes: 'x', siteId: '01900000-0000-7000-8000-000000000000' },
      '404 site.not_found',
    ],
  ])('are refused %s', async (_, body, refusal) => {
    const [{ id } = { id: '' }] = (await list('search=terms%20house')).items;
    expect(outcome(await owner.browser.post(`/publishers/${String(id)}/conditions`, body))).toBe(refusal);
  });
});
