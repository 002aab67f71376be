import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, type MadeBrand } from '../builders/agency.js';
import { faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

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
const aPage = (): string => `https://changing${++pages}.example/post`;

describe('a change', () => {
  it('asks for the revision that was read', async () => {
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    expect(
      (await owner.browser.patch(`/placements/${id}`, { revision: 1, notes: 'mine' })).body.revision,
    ).toBe(2);
    const stale = await owner.browser.patch(`/placements/${id}`, { revision: 1, notes: 'theirs' });
    expect([stale.status, stale.body.code, stale.body.params]).toEqual([
      409,
      'placement.changed_meanwhile',
      { revision: 2 },
    ]);
    expect((await owner.browser.get(`/placements/${id}`)).body.notes).toBe('mine');
    expect(faultsOf(await owner.browser.patch(`/placements/${id}`, { notes: 'none' }))).toEqual([
      'revision min',
    ]);
  });

  it('that changes nothing leaves everything as it was', async () => {
    const row = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    const same = await owner.browser.patch(`/placements/${row.id}`, {
      revision: 1,
      type: row.type,
      sourceUrl: row.sourceUrl,
    });
    expect(same.body.revision).toBe(1);
    expect(await kinds(row.id)).toEqual(['placement.added']);
  });

  it('of the deal moves the expectation and looks again at once', async () => {
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    await app.database.asOwner(`update placements set next_check_at = '2026-12-24T00:00:00Z' where id = $1`, [
      id,
    ]);
    const { body } = await owner.browser.patch(`/placements/${id}`, {
      revision: 1,
      compensation: 'link_in_return',
    });
    expect(body.terms.rel).toEqual({ standing: 'expected', value: 'sponsored' });
    expect(body.nextCheckAt).toBe(app.clock.now().toISOString());
  });

  it('of notes alone looks at nothing', async () => {
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    await app.database.asOwner(`update placements set next_check_at = '2026-12-24T00:00:00Z' where id = $1`, [
      id,
    ]);
    const { body } = await owner.browser.patch(`/placements/${id}`, {
      revision: 1,
      notes: 'later',
      dueOn: '2026-12-01',
    });
    expect(body).toMatchObject({ nextCheckAt: '2026-12-24T00:00:00.000Z', dueOn: '2026-12-01' });
    const cleared = await owner.browser.patch(`/placements/${id}`, {
      revision: 2,
      dueOn: null,
      label: 'own_network',
    });
    expect(cleared.body).toMatchObject({ dueOn: null, label: 'own_network' });
  });

  it('to another page begins anew: the link was never seen there', async () => {
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    await app.database.asOwner(
      `update placements set state = 'live', last_seen_at = now(), checked_at = now(), last_verdicts = 'live', seen_rel = 'ugc' where id = $1`,
      [id],
    );
    const { body } = await owner.browser.patch(`/placements/${id}`, { revision: 1, sourceUrl: aPage() });
    expect(body).toMatchObject({
      state: 'awaited',
      lastSeenAt: null,
      checkedAt: null,
      lastVerdicts: [],
      seen: { rel: null },
    });
  });

  it('to a link another one stands for is refused', async () => {
    const [one, other] = [aPage(), aPage()];
    const first = await aPlacement(owner, brand.brandId, { sourceUrl: one });
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: other });
    const answer = await owner.browser.patch(`/placements/${id}`, { revision: 1, sourceUrl: one });
    expect([answer.status, answer.body.params]).toEqual([409, { id: first.id }]);
  });

  it('that agrees to a term needs a source, and adds it to those before', async () => {
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    const terms = { anchor: { standing: 'agreed', value: 'the guide' } };
    expect(faultsOf(await owner.browser.patch(`/placements/${id}`, { revision: 1, terms }))).toEqual([
      'source needed',
    ]);
    const source = { kind: 'note', reference: 'By phone' };
    expect((await owner.browser.patch(`/placements/${id}`, { revision: 1, terms, source })).status).toBe(200);
    const again = await owner.browser.patch(`/placements/${id}`, { revision: 2, terms });
    expect([again.status, again.body.revision]).toEqual([200, 2]);
    expect((await owner.browser.get(`/placements/${id}`)).body.termSources).toHaveLength(1);
  });

  it('is told on the timeline in the words of people', async () => {
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: aPage() });
    app.clock.advance({ seconds: 1 });
    const terms = { rel: { standing: 'unknown' } };
    await owner.browser.patch(`/placements/${id}`, {
      revision: 1,
      terms,
      targetUrl: 'https://shop.example/moved',
    });
    const { items, total } = (await owner.browser.get(`/placements/${id}/timeline`)).body;
    expect(
      items.map((event: { message: string; actorName: string }) => [event.message, event.actorName]),
    ).toEqual([
      ['The placement was changed: rel and target page.', 'Olga Owner'],
      ['A placement was added.', 'Olga Owner'],
    ]);
    expect(total).toBe(2);
    const first = (await owner.browser.get(`/placements/${id}/timeline?limit=1`)).body;
    const second = (await owner.browser.get(`/placements/${id}/timeline?limit=1&cursor=${first.nextCursor}`))
      .body;
    expect(second).toMatchObject({ items: [{ kind: 'placement.added' }], nextCursor: null });
  });
});

async function kinds(placementId: string): Promise<string[]> {
  const rows = await app.database.asOwner<{ kind: string }>(
    `select e.kind from events e join event_subjects s on s.event_id = e.id where s.subject_id = $1 order by e.id`,
    [placementId],
  );
  return rows.map((row) => row.kind);
}
