import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinkIntake } from '../../src/modules/relationships/link-intake.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, aPlacement, check, type MadeBrand } from '../builders/agency.js';
import { aRelationship, enterLink } from '../builders/relationships.js';
import { anOccurrence, aPage, aVisit } from '../builders/visit.js';
import { bodyOf } from './answers.js';
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

const SEEN = aVisit({ page: aPage({ occurrences: [anOccurrence()] }) });

const get = (path: string, who = owner) => bodyOf(who.browser.get(path));
const between = (siteAddress: string, brandId = brand.brandId) => aRelationship(owner, brandId, siteAddress);
/** Time goes by; who comes back signs in again. */
async function later(hours: number): Promise<void> {
  app.clock.advance({ hours });
  owner = await signIn(app, owner.email);
}
const enter = (id: string, wish: object) => enterLink(owner, id, wish);

describe('a relationship', () => {
  it('is written down before anything is known, and nothing is said that is not known', async () => {
    const made = await between('https://www.log.example/about');
    expect(made).toMatchObject({
      displayHost: 'log.example',
      brandName: 'Brand shop',
      stage: 'unknown',
      arrows: { toUs: 'not_known', toThem: 'not_known', toThemAsOf: null },
      sentence: {
        code: 'none',
        text: 'Whether they link to us is not known, whether we link to them is not known.',
      },
      reason: null,
      revision: 1,
    });
    expect((await between('log.example')).id).toBe(made.id);
  });

  it('is told in one sentence, in both languages', async () => {
    const { id } = await between('log.example');
    await bodyOf(enter(id, { anchor: 'gardens', firstSeenOn: '2026-03-01' }), 201);
    await bodyOf(enter(id, { sourceUrl: 'https://log.example/b', firstSeenOn: '2026-05-01' }), 201);
    const ours = {
      direction: 'to_them',
      sourceUrl: 'https://shop.example/blog',
      targetUrl: 'https://log.example/',
    };
    await bodyOf(enter(id, ours), 201);
    const read = await get(`/relationships/${id}`);
    const changed = await bodyOf(
      owner.browser.patch(`/relationships/${id}`, {
        revision: read.revision,
        stage: 'partner',
        reason: 'tool_and_tutorial',
        reasonNote: 'their readers use our calculator.',
      }),
    );
    expect(changed.sentence.text).toBe(
      'They link to us twice, we link to them once. Why: tool and tutorial; their readers use our calculator.',
    );
    expect(changed).toMatchObject({
      toUsLive: 2,
      toThemLive: 1,
      oldestOn: '2026-03-01',
      newestOn: '2026-05-01',
    });
    const dutch = await bodyOf(
      owner.browser.get(`/relationships/${id}`, { headers: { 'accept-language': 'nl' } }),
    );
    expect(dutch.sentence.code).toBe('both');
  });

  it('refuses a change of what somebody else changed meanwhile, and a reason without words', async () => {
    const { id, revision } = await between('log.example');
    const change = (wish: object) => owner.browser.patch(`/relationships/${id}`, wish);
    expect((await change({ revision: revision - 1, stage: 'cold' })).body.code).toBe(
      'relationship.changed_meanwhile',
    );
    const refused = await change({ revision, reason: 'other', reasonNote: ' ' });
    expect([refused.status, refused.body.code]).toEqual([422, 'relationship.reason_needs_words']);
  });

  it('keeps who answered the litmus test, and when', async () => {
    const { id } = await between('log.example');
    expect((await get('/relationships?litmus=missing')).items.map((row: { id: string }) => row.id)).toEqual([
      id,
    ]);
    const answered = await bodyOf(
      owner.browser.put(`/relationships/${id}/litmus`, {
        wouldLinkAnyway: true,
        readersGain: true,
        note: 'yes',
      }),
    );
    expect(answered.litmus).toEqual({
      wouldLinkAnyway: true,
      readersGain: true,
      note: 'yes',
      byName: 'Olga Owner',
      at: app.clock.now().toISOString(),
    });
    expect((await get('/relationships?litmus=missing')).items).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['of two of our pages', { sourceUrl: 'https://blog.shop.example/' }, 'link.not_between_them'],
    ['of somebody else', { sourceUrl: 'https://third.example/' }, 'link.not_between_them'],
    ['the wrong way round', { direction: 'to_them' }, 'link.not_between_them'],
  ])('takes no link %s', async (_, wish, code) => {
    const { id } = await between('log.example');
    const refused = await enter(id, wish);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
  });

  it('takes back what was entered by hand, and only that', async () => {
    const { id } = await between('hand.example');
    const link = await bodyOf(enter(id, { sourceUrl: 'https://hand.example/x' }), 201);
    const told = (await get(`/timelines/relationship/${id}`)).items;
    expect(
      told.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind.startsWith('link.')),
    ).toEqual(['link.entered']);
    await bodyOf(owner.browser.post(`/links/${String(link.id)}/remove`), 204);
    expect(await get(`/relationships/${id}/links`)).toMatchObject({ items: [], total: 0 });
    expect(await get(`/relationships/${id}`)).toMatchObject({ toUsLive: 0, oldestOn: null });
    expect((await owner.browser.post(`/links/${String(link.id)}/remove`)).body.code).toBe('link.not_found');
  });

  it('is none with the own site of the brand', async () => {
    const refused = await owner.browser.post('/relationships', {
      brandId: brand.brandId,
      siteAddress: 'shop.example',
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'relationship.own_site']);
  });
});

describe('placements in the log', () => {
  it('are links from their first sight to their loss and back, told by their state alone', async () => {
    const sourceUrl = 'https://placed.example/post';
    const placement = await aPlacement(owner, brand.brandId, { sourceUrl });
    const row = async () => (await get(`/relationships?search=placed.example`)).items[0];
    expect(await row()).toMatchObject({ toUsLive: 0, arrows: { toUs: 'not_known' } });
    await check(app, owner, placement.id, SEEN);
    expect(await row()).toMatchObject({ toUsLive: 1, arrows: { toUs: 'linked' }, newestOn: '2026-11-20' });
    for (const hours of [1, 3, 12]) {
      await later(hours);
      await check(app, owner, placement.id, aVisit());
    }
    expect(await row()).toMatchObject({ toUsLive: 1 });
    for (const hours of [12, 24, 30]) {
      await later(hours);
      await check(app, owner, placement.id, aVisit());
    }
    expect(await row()).toMatchObject({ toUsLive: 0, toUsLost: 1, arrows: { toUs: 'was_linked' } });
    await later(24);
    await check(app, owner, placement.id, SEEN);
    const { id } = await row();
    const { items } = await get(`/relationships/${id}/links`);
    expect(items).toEqual([
      expect.objectContaining({
        state: 'live',
        placementId: placement.id,
        placementState: 'live',
        seenBy: ['placement'],
      }),
    ]);
    const told = (await get(`/timelines/relationship/${id}`)).items.map(
      (event: { text: string }) => event.text,
    );
    expect(told.slice(0, 2)).toEqual(
      expect.arrayContaining([
        'They link to us again.',
        'The state of the placement went from removed to live.',
      ]),
    );
    await bodyOf(owner.browser.post(`/placements/${placement.id}/archive`));
    expect(await get(`/relationships/${id}`)).toMatchObject({ toUsLive: 0, toUsLost: 0 });
  });

  it('outweigh the loss an import tells of as soon as they see the link after it', async () => {
    const sourceUrl = 'https://doubt.example/post';
    const placement = await aPlacement(owner, brand.brandId, { sourceUrl });
    await check(app, owner, placement.id, SEEN);
    const [row] = (await get('/relationships?search=doubt.example')).items;
    await later(48);
    const lostAt = new Date(app.clock.now().getTime() - 3_600_000);
    await app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, () =>
      app.get(LinkIntake).bring(
        [
          {
            ...brand,
            siteId: row.siteId,
            direction: 'to_us',
            sourceUrl,
            targetUrl: 'https://shop.example/guide',
            state: 'lost',
            lostAt,
          },
        ],
        { via: 'import', originId: newId(), observedAt: app.clock.now() },
      ),
    );
    expect(await get(`/relationships/${row.id}`)).toMatchObject({ toUsLost: 1, toUsLive: 0 });
    await later(1);
    await check(app, owner, placement.id, SEEN);
    expect(await get(`/relationships/${row.id}`)).toMatchObject({ toUsLost: 0, toUsLive: 1 });
  });
});
