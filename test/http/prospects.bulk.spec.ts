import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, finished } from '../builders/agency.js';
import { aProspectList, COUNT, faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import type { Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member } = await aProspectList(app));
});
afterAll(() => app.close());

/** Everything an undo must put back, as one text; what it may not put back are revisions and times. */
async function checksum(): Promise<string> {
  const parts: unknown[] = [];
  for (const [table, without] of [
    ['prospects', `- 'revision' - 'updated_at'`],
    ['tags', ''],
    ['prospect_tags', ''],
    ['custom_values', ''],
    ['client_exclusions', ''],
    ['suppressions', ''],
  ])
    parts.push(
      await app.database.asOwner(`select (to_jsonb(t) ${without})::text as row from ${table} t order by 1`),
    );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const bulk = (body: object, person = owner) => person.browser.post('/prospects/bulk', body);
const undo = (jobId: string, person = owner) => person.browser.post(`/jobs/${jobId}/undo`);

describe('acts on many prospects', () => {
  it.each<[string, object]>([
    ['tag', { names: ['Brand new tag', 'even'] }],
    ['topic', { names: ['Gardening'] }],
    ['untag', { names: ['even', 'mod 3'] }],
    ['status', { status: 'paused' }],
    ['assign', { ownerMemberId: null }],
    ['archive', {}],
    ['do_not_contact', { suppression: 'own_choice' }],
    ['set_custom', { fieldKey: 'budget', value: 5 }],
    ['set_custom', { fieldKey: 'tier', value: null }],
  ])('%s %j on more than 500, and undone to the letter', async (action, params) => {
    const before = await checksum();
    const job = await finished(app, owner, await bulk({ action, filter: { search: '.example' }, params }));
    expect(job).toMatchObject({
      state: 'done',
      total: COUNT,
      finished: COUNT,
      failed: 0,
      result: { action },
    });
    expect(await checksum()).not.toBe(before);
    const undone = await finished(app, owner, await undo(job.id));
    expect(undone).toMatchObject({ state: 'done', failed: 0 });
    expect(await checksum()).toBe(before);
    expect((await undo(job.id)).body.code).toBe('job.not_undoable');
  });

  it('exclude for a client, and take that back', async () => {
    const { clientId } = await aBrand(owner, 'shoes');
    const before = await checksum();
    const act = { action: 'exclude', filter: { fit: '5' }, params: { clientId, exclusion: 'competitor' } };
    const job = await finished(app, owner, await bulk(act));
    const [row] = (await owner.browser.get(`/prospects?clientId=${clientId}&excluded=only`)).body.items;
    expect(row.exclusions).toEqual([{ clientId, clientName: 'Client shoes', reason: 'competitor' }]);
    await finished(app, owner, await undo(job.id));
    expect(await checksum()).toBe(before);
  });

  it('leave alone what a colleague holds, and what somebody changed since', async () => {
    const [held, free] = (await owner.browser.get('/prospects?ownerMemberId=none&limit=2')).body.items;
    await owner.browser.post(`/prospects/${held.id}/lock`);
    const act = { action: 'assign', ids: [held.id, free.id], params: { ownerMemberId: member.memberId } };
    const job = await finished(app, member, await bulk(act, member));
    expect(job).toMatchObject({ total: 2, finished: 2, failed: 1 });
    const { revision } = (await owner.browser.get(`/prospects/${free.id}`)).body;
    await owner.browser.patch(`/prospects/${free.id}`, { revision, ownerMemberId: owner.memberId });
    expect((await undo(job.id, owner)).status).toBe(202);
    expect((await owner.browser.get(`/prospects/${free.id}`)).body.ownerMemberId).toBe(owner.memberId);
  });

  it.each<[string, object, string]>([
    [
      'both ids and a filter',
      { action: 'archive', ids: ['01930000-0000-7000-8000-000000000001'], filter: {} },
      'ids needed',
    ],
    ['no names', { action: 'tag', filter: {} }, 'params.names needed'],
    ['no owner', { action: 'assign', filter: {} }, 'params.ownerMemberId needed'],
    [
      'a field nobody knows',
      { action: 'set_custom', filter: {}, params: { fieldKey: 'nothing', value: 1 } },
      'params.fieldKey unknown_field',
    ],
    [
      'a value that does not fit',
      { action: 'set_custom', filter: {}, params: { fieldKey: 'budget', value: 'x' } },
      'params.value number',
    ],
  ])('are refused with %s', async (_, body, fault) => {
    const answer = await bulk(body);
    expect([answer.status, faultsOf(answer)]).toEqual([400, [fault]]);
  });

  it('are undone by who did them, or a manager', async () => {
    const job = await finished(
      app,
      owner,
      await bulk({ action: 'tag', filter: { fit: '5' }, params: { names: ['x'] } }),
    );
    expect((await undo(job.id, member)).status).toBe(403);
    expect((await finished(app, owner, await undo(job.id))).state).toBe('done');
  });
});
