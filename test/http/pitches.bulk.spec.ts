import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { finished } from '../builders/agency.js';
import { aPitchList, PITCHES } from '../builders/pitch-list.js';
import { faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { rowsOf } from './list-pages.js';
import type { Person } from './people.js';

let app: TestApp;
let owner: Person;
let guest: Person;
let campaignId: string;
beforeAll(async () => {
  app = await startApp();
  ({ owner, guest, campaignId } = await aPitchList(app));
});
afterAll(() => app.close());

type Row = Answer['body'];

/** Every row of the list of pitches, page by page. */
const all = (query: string, limit = 100, person = owner): Promise<Row[]> =>
  rowsOf(person, `/pitches?${query}`, limit);

const wanted = (test: (no: number) => boolean): number[] =>
  Array.from({ length: PITCHES }, (_, no) => no).filter(test);
const isClosed = (no: number): boolean => no % 12 === 0;

describe('acts on many pitches', () => {
  const bulk = (body: object, person = owner): Promise<Answer> => person.browser.post('/pitches/bulk', body);
  /** All of the pitches but what an undo may not put back. */
  const state = (): Promise<Row[]> =>
    app.database.asOwner(
      `select (to_jsonb(p) - 'revision' - 'updated_at')::text as row from pitches p order by id`,
    );

  it.each<[string, object, object, (no: number) => boolean]>([
    ['assign', { stage: ['found'] }, { assigneeMemberId: null }, (no) => no % 4 === 0 && no % 3 !== 0],
    [
      'move',
      { stage: ['found'], outcome: ['open'] },
      { to: 'qualified' },
      (no) => no % 4 === 0 && !isClosed(no),
    ],
    ['pause', { stage: ['pitched'] }, { until: '2026-12-24' }, (no) => no % 4 === 2],
    ['lose', { assigneeMemberId: 'me', outcome: ['open'] }, { reason: 'no_reply' }, (no) => no % 3 === 1],
    [
      'next_step',
      { stage: ['qualified'] },
      { nextStep: 'Write', nextStepOn: '2026-11-30' },
      (no) => no % 4 === 1,
    ],
    ['archive', { search: 'p1' }, {}, (no) => no >= 100 && no < 200],
  ])('%s, and back to the letter', async (action, filter, params, test) => {
    const before = await state();
    const job = await finished(app, owner, await bulk({ action, filter: { campaignId, ...filter }, params }));
    expect(job).toMatchObject({ state: 'done', failed: 0, result: { action } });
    const after = await state();
    expect(after.filter((row, index) => row.row !== before[index]?.row)).toHaveLength(wanted(test).length);
    const undone = await finished(app, owner, await owner.browser.post(`/jobs/${job.id}/undo`));
    expect(undone).toMatchObject({ state: 'done', failed: 0 });
    expect(await state()).toEqual(before);
    expect((await owner.browser.get(`/jobs/${job.id}`)).body.state).toBe('undone');
  });

  it('a move that lacks something is refused alone, with its reason', async () => {
    const rows = await all('stage=qualified&assigneeMemberId=me');
    const job = await finished(
      app,
      owner,
      await bulk({ action: 'move', ids: rows.map((row) => row.id), params: { to: 'pitched' } }),
    );
    expect(job).toMatchObject({ finished: rows.length, failed: rows.length });
    const [item] = await app.database.asOwner<{ code: string }>(
      'select error_code as code from job_items where job_id = $1 limit 1',
      [job.id],
    );
    expect(item?.code).toBe('pitch.field_missing');
  });

  it('leaves alone on the way back what somebody changed since', async () => {
    const [row] = await all('search=p001.');
    const act = { action: 'next_step', ids: [row.id], params: { nextStep: 'First' } };
    const job = await finished(app, owner, await bulk(act));
    const { revision } = (await owner.browser.get(`/pitches/${row.id}`)).body;
    await owner.browser.patch(`/pitches/${row.id}`, { revision, nextStep: 'Second' });
    await finished(app, owner, await owner.browser.post(`/jobs/${job.id}/undo`));
    expect((await all('search=p001.'))[0].nextStep).toBe('Second');
  });

  it.each<[string, object, string]>([
    ['neither ids nor a filter', { action: 'archive' }, 'ids needed'],
    ['nobody to give them to', { action: 'assign', filter: {} }, 'params.assigneeMemberId needed'],
    [
      'a stranger',
      { action: 'assign', filter: {}, params: { assigneeMemberId: '01930000-0000-7000-8000-000000000000' } },
      'params.assigneeMemberId unknown_member',
    ],
    ['no stage', { action: 'move', filter: {} }, 'params.to needed'],
    ['no reason', { action: 'lose', filter: {} }, 'params.reason needed'],
    ['no step', { action: 'next_step', filter: {} }, 'params.nextStep needed'],
  ])('refuse %s', async (_, body, fault) => {
    expect(faultsOf(await bulk(body))).toEqual([fault]);
  });

  it("reach nobody else's pitches", async () => {
    const [row] = await all('search=p001.');
    expect((await bulk({ action: 'archive', ids: [row.id] }, guest)).body.code).toBe('pitch.not_found');
    const job = await finished(app, guest, await bulk({ action: 'archive', filter: {} }, guest));
    expect(job).toMatchObject({ total: 0, finished: 0 });
  });
});
