import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPlacement, check, finished } from '../builders/agency.js';
import { linking } from '../builders/judged.js';
import { placementsSum, somePlacements } from '../builders/some-placements.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

/** A brand of its own, so that a filter by brand finds just these. */
const some = (count: number, changes: object = {}) => somePlacements(owner, count, changes);

const bulk = (body: object, person = owner) => person.browser.post('/placements/bulk', body);
const undo = (jobId: string, person = owner) => person.browser.post(`/jobs/${jobId}/undo`);
const checksum = (brandId: string) => placementsSum(app.database, brandId);

async function states(brandId: string): Promise<string> {
  const rows = await app.database.asOwner<{ s: string }>(
    `select case when archived_at is null then state else 'archived' end as s from placements where brand_id = $1 order by id`,
    [brandId],
  );
  return rows.map((row) => row.s).join(' ');
}

describe('acts on many placements', () => {
  it.each([
    ['archive', {}, 'archived archived archived'],
    ['end', { reason: 'Campaign over' }, 'ended ended ended'],
    ['assign', { ownerMemberId: 'owner' }, 'awaited awaited awaited'],
  ])('%s all that fit a filter, and can be undone to the letter', async (action, wished, after) => {
    const { brandId } = await some(3);
    const before = await checksum(brandId);
    const params = 'ownerMemberId' in wished ? { ownerMemberId: owner.memberId } : wished;
    const started = await bulk({ action, filter: { brandId }, params });
    const job = await finished(app, owner, started);
    expect(job).toMatchObject({ state: 'done', total: 3, finished: 3, failed: 0, result: { action } });
    expect(await states(brandId)).toBe(after);
    expect(await checksum(brandId)).not.toBe(before);
    const undone = await finished(app, owner, await undo(job.id));
    expect(undone).toMatchObject({ state: 'done', total: 3, finished: 3, failed: 0 });
    expect(await checksum(brandId)).toBe(before);
    expect((await owner.browser.get(`/jobs/${job.id}`)).body.state).toBe('undone');
    expect((await undo(job.id)).body.code).toBe('job.not_undoable');
  });

  it('take a snapshot: what fits the filter later is left alone', async () => {
    const { brandId } = await some(2);
    const started = await bulk({ action: 'archive', filter: { brandId, state: ['awaited'] } });
    await aPlacement(owner, brandId, { sourceUrl: 'https://late.example/post' });
    expect(await finished(app, owner, started)).toMatchObject({ total: 2, finished: 2 });
    expect(await states(brandId)).toBe('archived archived awaited');
  });

  it('check named ones at once, as far as they have a page and are open', async () => {
    const { brandId, ids } = await some(2);
    const pageless = await aPlacement(owner, brandId, { sourceUrl: undefined, site: 'siteonly.example' });
    await owner.browser.post(`/placements/${ids[1]}/end`);
    await app.database.asOwner(`update placements set next_check_at = '2027-01-01' where id = $1`, [ids[0]]);
    const job = await finished(app, owner, await bulk({ action: 'check', ids: [...ids, pageless.id] }));
    expect(job).toMatchObject({ state: 'done', total: 3, finished: 3, failed: 0 });
    const row = (await owner.browser.get(`/placements/${ids[0]}`)).body;
    expect(row).toMatchObject({ nextCheckAt: app.clock.now().toISOString(), nextCheckReason: 'asked' });
    expect((await undo(job.id)).body.code).toBe('job.not_undoable');
  });

  it('accept what differs, and say which could not be accepted', async () => {
    const { brandId, ids } = await some(2, {
      terms: { anchor: { standing: 'agreed', value: 'x' } },
      source: { kind: 'note', reference: 'r' },
    });
    await check(app, owner, String(ids[0]), linking({ anchor: 'the guide' }));
    const job = await finished(
      app,
      owner,
      await bulk({ action: 'accept', filter: { brandId }, params: { note: 'Fine' } }),
    );
    expect(job).toMatchObject({ state: 'done', total: 2, finished: 2, failed: 1 });
    const page = (await owner.browser.get(`/placements/${ids[0]}`)).body;
    expect(page).toMatchObject({ state: 'live', terms: { anchor: { value: 'the guide' } } });
    expect(page.termSources.map((source: { reference: string }) => source.reference).sort()).toEqual([
      'Fine',
      'r',
    ]);
  });

  it('end leaves closed ones as they are and says so', async () => {
    const { ids } = await some(2);
    await owner.browser.post(`/placements/${ids[0]}/release`, { reason: 'asked' });
    expect(await finished(app, owner, await bulk({ action: 'end', ids }))).toMatchObject({
      finished: 2,
      failed: 1,
    });
    expect((await owner.browser.get(`/placements/${ids[0]}`)).body.state).toBe('released');
  });

  it('assign nothing to who may not see it', async () => {
    const { clientId, ids } = await some(1);
    const hidden = await some(1);
    const limited = await invite(app, owner, { role: 'member', clientIds: [clientId] });
    const params = { ownerMemberId: limited.memberId };
    const job = await finished(
      app,
      owner,
      await bulk({ action: 'assign', ids: [...ids, ...hidden.ids], params }),
    );
    expect(job).toMatchObject({ total: 2, failed: 1 });
    expect(
      (await owner.browser.get(`/placements?ownerMemberId=${limited.memberId}`)).body.items,
    ).toHaveLength(1);
  });

  it('of more than one chunk are done to the last', async () => {
    const { brandId } = await some(1);
    await app.database.asOwner(
      `insert into placements (workspace_id, id, client_id, brand_id, source_url, source_url_key, source_host, host_slot, target_url,
         target_url_key, type, state_since, created_at, updated_at)
       select workspace_id, gen_random_uuid(), client_id, brand_id, 'https://many.example/' || n, 'many.example:/' || n || '?', 'many.example',
         'many.example:443', target_url, target_url_key, type, state_since, created_at, updated_at
       from placements, generate_series(1, 250) n where brand_id = $1`,
      [brandId],
    );
    const job = await finished(app, owner, await bulk({ action: 'archive', filter: { brandId } }));
    expect(job).toMatchObject({ total: 251, finished: 251, failed: 0 });
    expect((await owner.browser.get(`/placements?brandId=${brandId}`)).body.total).toBe(0);
    expect(await finished(app, owner, await undo(job.id))).toMatchObject({ finished: 251, failed: 0 });
    expect((await owner.browser.get(`/placements?brandId=${brandId}`)).body.total).toBe(251);
  });

  it('undo leaves alone what somebody changed meanwhile', async () => {
    const { ids } = await some(2);
    const other = await invite(app, owner, { role: 'member' });
    const assign = (memberId: string, chosen: readonly string[]) =>
      bulk({ action: 'assign', ids: chosen, params: { ownerMemberId: memberId } });
    const job = await finished(app, owner, await assign(owner.memberId, ids));
    await finished(app, owner, await assign(other.memberId, ids.slice(0, 1)));
    await finished(app, owner, await undo(job.id));
    const owners = await Promise.all(
      ids.map(async (id) => (await owner.browser.get(`/placements/${id}`)).body.ownerMemberId),
    );
    expect(owners).toEqual([other.memberId, null]);
  });

  it('undo does not bring back what another one stands for meanwhile', async () => {
    const { brandId, ids } = await some(1);
    const job = await finished(app, owner, await bulk({ action: 'archive', ids }));
    const { sourceUrl } = (await owner.browser.get(`/placements/${ids[0]}`)).body;
    await aPlacement(owner, brandId, { sourceUrl });
    expect(await finished(app, owner, await undo(job.id))).toMatchObject({ finished: 1, failed: 1 });
    expect(await states(brandId)).toBe('archived awaited');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['neither ids nor a filter', { action: 'archive' }, 'ids'],
    ['both', { action: 'archive', ids: [randomUUID()], filter: {} }, 'ids'],
    ['an act nobody knows', { action: 'erase', filter: {} }, 'action'],
    ['no ids', { action: 'archive', ids: [] }, 'ids'],
    ['what is no id', { action: 'archive', ids: ['x'] }, 'ids'],
    ['an owner left out', { action: 'assign', filter: {} }, 'params.ownerMemberId'],
    [
      'an owner nobody knows',
      { action: 'assign', filter: {}, params: { ownerMemberId: randomUUID() } },
      'params.ownerMemberId',
    ],
    ['a wrong filter', { action: 'archive', filter: { state: ['gone'] } }, 'filter.state'],
    ['an order in the filter', { action: 'archive', filter: { sort: 'newest' } }, 'filter.sort'],
  ])('are refused %s', async (_, body, field) => {
    const answer = await bulk(body);
    expect([answer.status, answer.body.errors?.[0].field]).toEqual([400, field]);
  });

  it('reach nothing a limited member or another workspace cannot see', async () => {
    const seen = await some(1);
    const hidden = await some(1);
    const limited = await invite(app, owner, { role: 'member', clientIds: [seen.clientId] });
    const stranger = await anotherWorkspace(app, 'Bulk');
    expect((await bulk({ action: 'archive', ids: hidden.ids }, limited)).body.code).toBe(
      'placement.not_found',
    );
    expect((await bulk({ action: 'archive', ids: hidden.ids }, stranger)).body.code).toBe(
      'placement.not_found',
    );
    const started = await bulk({ action: 'archive', filter: {} }, limited);
    expect(await finished(app, limited, started)).toMatchObject({ total: 1, finished: 1 });
    expect([await states(seen.brandId), await states(hidden.brandId)]).toEqual(['archived', 'awaited']);
    const jobId = String(started.body.jobId);
    expect((await undo(jobId, stranger)).body.code).toBe('job.not_found');
    const colleague = await invite(app, owner, { role: 'member' });
    expect((await undo(jobId, colleague)).body.code).toBe('access.forbidden');
    expect(await finished(app, limited, await undo(jobId, limited))).toMatchObject({
      finished: 1,
      failed: 0,
    });
  });
});

describe('a member who leaves', () => {
  const owned = async (memberId: string) =>
    (await owner.browser.get(`/placements?ownerMemberId=${memberId}`)).body.total;

  it('hands placements over, which their timelines tell', async () => {
    const [one, two] = [await some(2), await some(1)];
    const leaver = await invite(app, owner, { role: 'member' });
    const heir = await invite(app, owner, { role: 'member' });
    const params = { ownerMemberId: leaver.memberId };
    await finished(app, owner, await bulk({ action: 'assign', ids: [...one.ids, ...two.ids], params }));
    expect((await owner.browser.get(`/members/${leaver.memberId}/leaving`)).body.placements).toBe(3);
    app.clock.advance({ seconds: 1 });
    const left = await owner.browser.post(`/members/${leaver.memberId}/leave`, { handOverTo: heir.memberId });
    expect(left.body.handedOver).toEqual({ placements: 3, prospects: 0 });
    expect([await owned(heir.memberId), await owned(leaver.memberId)]).toEqual([3, 0]);
    const [last] = (await owner.browser.get(`/placements/${one.ids[0]}/timeline`)).body.items;
    expect(last).toMatchObject({
      kind: 'placement.handed_over',
      actorName: 'Olga Owner',
      params: { from: leaver.memberId, to: heir.memberId },
    });
  });

  it('and hands them to nobody leaves them without an owner', async () => {
    const { ids } = await some(1);
    const leaver = await invite(app, owner, { role: 'member' });
    const params = { ownerMemberId: leaver.memberId };
    await finished(app, owner, await bulk({ action: 'assign', ids, params }));
    await owner.browser.post(`/members/${leaver.memberId}/leave`, { handOverTo: null });
    expect((await owner.browser.get(`/placements/${ids[0]}`)).body.ownerMemberId).toBeNull();
  });
});
