import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, finished } from '../builders/agency.js';
import { placementsSum, somePlacements } from '../builders/some-placements.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

/** A brand of its own, so that a filter by brand finds just these. */
const some = (count: number, changes: object = {}) => somePlacements(owner, count, changes);

const undo = (jobId: string) => owner.browser.post(`/jobs/${jobId}/undo`);
const checksum = (brandId: string) => placementsSum(app.database, brandId);

describe('moving target pages', () => {
  const move = (brandId: string, ...moves: { from: string; to: string }[]) =>
    owner.browser.post('/target-pages/move', { brandId, moves });
  const targets = async (brandId: string): Promise<string[]> => {
    const sql = 'select target_path as path from placements where brand_id = $1 order by id';
    return (await app.database.asOwner<{ path: string }>(sql, [brandId])).map((row) => row.path);
  };

  it('moves all placements of the brand, also closed ones, and is undone to the letter', async () => {
    const { brandId, ids } = await some(3, { targetUrl: 'https://shop.example/old' });
    const elsewhere = await some(1, { targetUrl: 'https://shop.example/old' });
    await owner.browser.post(`/placements/${ids[2]}/end`);
    await app.database.asOwner(`update placements set next_check_at = '2027-01-01' where id = $1`, [ids[0]]);
    const before = await checksum(brandId);
    const job = await finished(
      app,
      owner,
      await move(brandId, { from: 'http://www.shop.example/old/', to: 'shop.example/new?a=1' }),
    );
    expect(job).toMatchObject({ state: 'done', total: 3, finished: 3, failed: 0 });
    expect([await targets(brandId), await targets(elsewhere.brandId)]).toEqual([
      ['/new?a=1', '/new?a=1', '/new?a=1'],
      ['/old'],
    ]);
    const [first, , third] = await Promise.all(
      ids.map(async (id) => (await owner.browser.get(`/placements/${id}`)).body),
    );
    expect([first.nextCheckAt, third.nextCheckAt]).toEqual([app.clock.now().toISOString(), null]);
    await finished(app, owner, await undo(job.id));
    expect(await checksum(brandId)).toBe(before);
  });

  it('moves a chain one step each', async () => {
    const { brandId, ids } = await some(1, { targetUrl: 'https://shop.example/b' });
    const { sourceUrl } = (await owner.browser.get(`/placements/${ids[0]}`)).body;
    await aPlacement(owner, brandId, { sourceUrl, targetUrl: 'https://shop.example/a' });
    const steps = [
      { from: 'shop.example/a', to: 'shop.example/b' },
      { from: 'shop.example/b', to: 'shop.example/c' },
    ];
    expect(await finished(app, owner, await move(brandId, ...steps))).toMatchObject({
      finished: 2,
      failed: 0,
    });
    expect(await targets(brandId)).toEqual(['/c', '/b']);
  });

  it('leaves one alone whose link another one stands for', async () => {
    const { brandId, ids } = await some(1, { targetUrl: 'https://shop.example/here' });
    const { sourceUrl } = (await owner.browser.get(`/placements/${ids[0]}`)).body;
    await aPlacement(owner, brandId, { sourceUrl, targetUrl: 'https://shop.example/there' });
    const job = await finished(
      app,
      owner,
      await move(brandId, { from: 'shop.example/here', to: 'shop.example/there' }),
    );
    expect(job).toMatchObject({ finished: 1, failed: 1 });
    expect(await targets(brandId)).toEqual(['/here', '/there']);
  });

  it('ties moved placements to the new page of the own site', async () => {
    const { brandId } = await aBrand(owner, 'moving');
    const { id } = await aPlacement(owner, brandId, {
      sourceUrl: 'https://tie.example/1',
      targetUrl: 'https://moving.example/old',
    });
    await finished(app, owner, await move(brandId, { from: 'moving.example/old', to: 'moving.example/new' }));
    const { targetPage } = (await owner.browser.get(`/placements/${id}`)).body;
    expect(targetPage.url).toBe('https://moving.example/new');
  });

  it.each([
    [
      'a page named twice',
      [
        { from: 'a.example', to: 'b.example' },
        { from: 'http://www.a.example/', to: 'c.example' },
      ],
      'moves.1.from named_twice',
    ],
    ['a page that stays', [{ from: 'a.example/x', to: 'https://a.example/x' }], 'moves.0.to same_page'],
    ['no address', [{ from: 'a.example', to: 'ftp://b.example' }], 'moves.0.to web_address'],
    ['nothing', [], 'moves array_min_size'],
  ])('is refused %s', async (_, moves, fault) => {
    const { brandId } = await some(0);
    const { body } = await move(brandId, ...moves);
    expect(`${body.errors[0].field} ${body.errors[0].code}`).toBe(fault);
  });

  it('of a brand that is not there is refused', async () => {
    expect((await move(randomUUID(), { from: 'a.example', to: 'b.example' })).body.code).toBe(
      'brand.not_found',
    );
  });
});
