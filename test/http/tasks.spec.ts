import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TasksService } from '../../src/modules/tasks/tasks.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, aPlacement, finished, type MadeBrand } from '../builders/agency.js';
import { bodyOf } from './answers.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

/** The clock stands at Friday 20 November 2026, in Amsterdam. */
const [TODAY, TOMORROW, LATER] = ['2026-11-20', '2026-11-21', '2026-12-31'];

let app: TestApp;
let owner: Person;
let heron: MadeBrand;
let otter: MadeBrand;
/** Sees the herons' client alone. */
let limited: Person;
let viewer: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  [heron, otter] = [await aBrand(owner, 'heron'), await aBrand(owner, 'otter')];
  limited = await invite(app, owner, { role: 'member', clientIds: [heron.clientId] });
  viewer = await invite(app, owner, { role: 'viewer' });
});
afterAll(() => app.close());

function aTask(changes: Readonly<Record<string, unknown>> = {}, who = owner) {
  return bodyOf(who.browser.post('/tasks', { title: 'Write to Ann', ...changes }), 201);
}

const list = async (query: string, who = owner) => (await who.browser.get(`/tasks?${query}`)).body;
const titles = async (query: string, who = owner): Promise<string[]> =>
  (await list(query, who)).items.map(({ title }: { title: string }) => title);
const happened = async (placementId: string): Promise<string[]> =>
  (await owner.browser.get(`/placements/${placementId}/timeline`)).body.items.map(
    (item: { kind: string }) => item.kind,
  );

describe('a task', () => {
  it('is the adder’s own unless something else is said', async () => {
    const task = await aTask({
      kind: 'write',
      dueOn: TODAY,
      note: 'two lines',
      facts: { url: 'https://a.example/' },
    });
    expect(task).toMatchObject({
      kind: 'write',
      due: 'today',
      assigneeMemberId: owner.memberId,
      facts: { url: 'https://a.example/' },
      createdByName: 'Olga Owner',
      revision: 1,
    });
    expect(await aTask({ assigneeMemberId: null })).toMatchObject({ assigneeMemberId: null, due: 'none' });
  });

  it('belongs to the client and the site of its placement', async () => {
    const placement = await aPlacement(owner, heron.brandId);
    const task = await aTask({ placementId: placement.id, kind: 'remove_link' });
    expect(task).toMatchObject({
      placementId: placement.id,
      placementSource: 'https://news.example/post',
      clientId: heron.clientId,
      displayHost: 'news.example',
    });
    expect(await titles(`placementId=${placement.id}`)).toEqual(['Write to Ann']);
  });

  it('is refused at two places that do not belong together, and at none', async () => {
    const placement = await aPlacement(owner, heron.brandId, { sourceUrl: 'https://news.example/other' });
    const torn = await owner.browser.post('/tasks', {
      title: 'x',
      placementId: placement.id,
      clientId: otter.clientId,
    });
    expect(torn.body).toMatchObject({
      code: 'request.invalid',
      errors: [{ field: 'placementId', code: 'belongs_elsewhere' }],
    });
    const nowhere = await owner.browser.post('/tasks', { title: 'x', pitchId: newId() });
    expect(nowhere.body).toMatchObject({
      code: 'request.invalid',
      errors: [{ field: 'pitchId', code: 'not_found' }],
    });
    expect((await owner.browser.post('/tasks', { title: ' ' })).status).toBe(400);
    expect((await owner.browser.post('/tasks', { title: 'x', dueOn: '2026-02-30' })).status).toBe(400);
  });

  it('is changed by who read it last', async () => {
    const { id } = await aTask();
    const changed = await owner.browser.patch(`/tasks/${id}`, {
      revision: 1,
      title: 'Call Ann',
      kind: 'call',
      dueOn: LATER,
    });
    expect(changed.body).toMatchObject({ title: 'Call Ann', kind: 'call', due: 'later', revision: 2 });
    const same = await owner.browser.patch(`/tasks/${id}`, { revision: 2, title: ' Call Ann ' });
    expect(same.body.revision).toBe(2);
    const late = await owner.browser.patch(`/tasks/${id}`, { revision: 1, title: 'Mail Ann' });
    expect(late.body).toMatchObject({ code: 'task.changed_meanwhile', params: { revision: 2 } });
  });

  it('is done once, with what came of it, and can be opened again', async () => {
    const { id } = await aTask({ clientId: heron.clientId });
    const done = await owner.browser.post(`/tasks/${id}/done`, { result: ' She says yes ' });
    expect(done.body).toMatchObject({
      result: 'She says yes',
      doneByName: 'Olga Owner',
      doneAt: '2026-11-20T09:00:00.000Z',
    });
    expect((await owner.browser.post(`/tasks/${id}/done`)).body.code).toBe('task.done_already');
    expect((await owner.browser.post(`/tasks/${id}/reopen`)).body).toMatchObject({
      doneAt: null,
      result: '',
    });
    expect((await owner.browser.post(`/tasks/${id}/reopen`)).body.code).toBe('task.open_already');
    expect((await owner.browser.post(`/tasks/${id}/remove`)).status).toBe(204);
    expect((await owner.browser.get(`/tasks/${id}`)).body.code).toBe('task.not_found');
    expect((await owner.browser.post(`/tasks/${id}/remove`)).body.code).toBe('task.not_found');
  });
});

describe('who may see and do tasks', () => {
  it('is said by the client they belong to', async () => {
    const theirs = await aTask({ clientId: otter.clientId, title: 'Otters' });
    await aTask({ clientId: heron.clientId, title: 'Herons' });
    const seen = await titles('limit=200', limited);
    expect(seen).toContain('Herons');
    expect(seen).not.toContain('Otters');
    expect((await limited.browser.get(`/tasks/${theirs.id}`)).status).toBe(404);
    expect((await limited.browser.post(`/tasks/${theirs.id}/done`)).status).toBe(404);
    expect((await (await anotherWorkspace(app, 'Elsewhere')).browser.get(`/tasks/${theirs.id}`)).status).toBe(
      404,
    );
    expect((await viewer.browser.post('/tasks', { title: 'x' })).status).toBe(403);
  });

  it('never gives a task to somebody who does not see its client, or is not there', async () => {
    const wish = { title: 'x', clientId: otter.clientId, assigneeMemberId: limited.memberId };
    expect((await owner.browser.post('/tasks', wish)).body.code).toBe('task.assignee_cannot_see');
    const { id } = await aTask({ clientId: otter.clientId });
    const change = { revision: 1, assigneeMemberId: limited.memberId };
    expect((await owner.browser.patch(`/tasks/${id}`, change)).body.code).toBe('task.assignee_cannot_see');
    const stranger = await owner.browser.post('/tasks', { title: 'x', assigneeMemberId: newId() });
    expect(stranger.body.errors).toMatchObject([{ field: 'assigneeMemberId', code: 'unknown_member' }]);
  });
});

describe('an act on many tasks', () => {
  const bulk = (body: object) => owner.browser.post('/tasks/bulk', body);
  const undo = async (jobId: string) => finished(app, owner, await owner.browser.post(`/jobs/${jobId}/undo`));

  it('gives those another person sees to them, says which not, and is taken back', async () => {
    const [seen, unseen] = [
      await aTask({ clientId: heron.clientId }),
      await aTask({ clientId: otter.clientId }),
    ];
    const job = await finished(
      app,
      owner,
      await bulk({
        action: 'assign',
        ids: [seen.id, unseen.id],
        params: { assigneeMemberId: limited.memberId },
      }),
    );
    expect(job).toMatchObject({ state: 'done', finished: 2, failed: 1 });
    expect((await owner.browser.get(`/tasks/${seen.id}`)).body.assigneeMemberId).toBe(limited.memberId);
    expect((await owner.browser.get(`/tasks/${unseen.id}`)).body.assigneeMemberId).toBe(owner.memberId);
    await undo(job.id);
    expect((await owner.browser.get(`/tasks/${seen.id}`)).body.assigneeMemberId).toBe(owner.memberId);
  });

  it('does all of a filter, and an undo leaves alone what somebody did since', async () => {
    const { siteId } = await aPlacement(owner, otter.brandId, { sourceUrl: 'https://many.example/' });
    const [one, two] = [await aTask({ siteId }), await aTask({ siteId })];
    const done = await finished(
      app,
      owner,
      await bulk({ action: 'done', filter: { siteId }, params: { result: 'all sent' } }),
    );
    expect((await list(`state=done&siteId=${siteId}`)).items).toMatchObject([
      { result: 'all sent' },
      { result: 'all sent' },
    ]);
    await owner.browser.post(`/tasks/${one.id}/remove`);
    await undo(done.id);
    expect((await list(`siteId=${siteId}`)).items.map(({ id }: { id: string }) => id)).toEqual([two.id]);
    const due = await finished(
      app,
      owner,
      await bulk({ action: 'due', ids: [two.id], params: { dueOn: TOMORROW } }),
    );
    await owner.browser.patch(`/tasks/${two.id}`, { revision: 4, dueOn: LATER });
    await undo(due.id);
    expect((await owner.browser.get(`/tasks/${two.id}`)).body.dueOn).toBe(LATER);
  });

  it.each<[string, object, string]>([
    ['no task', { action: 'done' }, 'request.invalid'],
    ['unknown tasks', { action: 'done', ids: [newId()] }, 'task.not_found'],
    ['no day', { action: 'due', filter: {} }, 'request.invalid'],
    [
      'a stranger',
      { action: 'assign', filter: {}, params: { assigneeMemberId: newId() } },
      'request.invalid',
    ],
  ])('is refused with %s', async (_, body, code) => {
    expect((await bulk(body)).body.code).toBe(code);
  });
});

describe('tasks of the program', () => {
  const inside = <Answer>(work: (tasks: TasksService) => Promise<Answer>): Promise<Answer> =>
    app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, () => work(app.get(TasksService)));

  it('are added together, and closed with what they were for', async () => {
    const placement = await aPlacement(owner, heron.brandId, { sourceUrl: 'https://news.example/program' });
    const place = { clientId: heron.clientId, placementId: String(placement.id) };
    const ids = await inside((tasks) =>
      tasks.addMany([
        { ...place, title: 'Renew?', kind: 'renew' },
        {
          ...place,
          title: 'Take our link away',
          kind: 'remove_link',
          facts: { url: 'https://heron.example/' },
        },
      ]),
    );
    expect(await inside((tasks) => tasks.isOpen({ placementId: placement.id }, 'renew'))).toBe(true);
    expect(await inside((tasks) => tasks.finishFor({ placementId: placement.id }, 'renew'))).toEqual([
      ids[0],
    ]);
    expect(
      await inside((tasks) => tasks.closeFor({ placementId: placement.id }, 'no_longer_needed')),
    ).toEqual([ids[1]]);
    expect(await titles(`placementId=${placement.id}`)).toEqual([]);
    expect(await titles(`state=done&placementId=${placement.id}`)).toEqual(['Renew?']);
    const told = await happened(placement.id);
    expect(told.filter((kind) => kind.startsWith('task.'))).toEqual([
      'task.removed',
      'task.done',
      'task.added',
      'task.added',
    ]);
  });
});

describe('tasks of somebody who leaves', () => {
  it.each([
    ['the named member', () => owner.memberId],
    ['nobody where none is named', () => null],
  ])('go to %s; done ones stay', async (_, to) => {
    const leaver = await invite(app, owner, { role: 'member' });
    const give = (title: string) =>
      aTask({ clientId: heron.clientId, title, assigneeMemberId: leaver.memberId });
    const [open, done] = [await give('open'), await give('done')];
    await leaver.browser.post(`/tasks/${done.id}/done`);
    const left = await owner.browser.post(`/members/${leaver.memberId}/leave`, { handOverTo: to() });
    expect(left.status).toBeLessThan(300);
    const assignee = async (id: string) => (await owner.browser.get(`/tasks/${id}`)).body.assigneeMemberId;
    expect(await assignee(open.id)).toBe(to());
    expect(await assignee(done.id)).toBe(leaver.memberId);
  });
});
