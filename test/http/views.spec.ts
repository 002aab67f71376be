import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { made } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
});
afterAll(() => app.close());

const WISH = { list: 'prospects', name: 'Fresh', query: '?status=new&sort=fit' };
const names = async (person: Person, list = 'prospects'): Promise<string[]> =>
  (await person.browser.get(`/saved-views?list=${list}`)).body.items.map(
    (view: { name: string }) => view.name,
  );

describe('saved views', () => {
  it('are one’s own until they are shared', async () => {
    const id = made(await member.browser.post('/saved-views', WISH));
    made(
      await member.browser.post('/saved-views', { ...WISH, list: 'contacts', name: 'Elsewhere', query: '' }),
    );
    expect(await names(member)).toEqual(['Fresh']);
    expect(await names(member, 'contacts')).toEqual(['Elsewhere']);
    expect(await names(owner)).toEqual([]);
    expect((await owner.browser.patch(`/saved-views/${id}`, { name: 'Mine' })).body.code).toBe(
      'view.not_found',
    );
    const shared = await member.browser.patch(`/saved-views/${id}`, { isShared: true, name: ' Fresh ones ' });
    expect(shared.body).toMatchObject({
      name: 'Fresh ones',
      isShared: true,
      isMine: true,
      query: WISH.query,
    });
    const [seen] = (await owner.browser.get('/saved-views?list=prospects')).body.items;
    expect(seen).toMatchObject({ id, name: 'Fresh ones', isMine: false, memberId: member.memberId });
  });

  it('of others are changed by managers alone', async () => {
    const id = made(
      await owner.browser.post('/saved-views', { ...WISH, name: 'House view', isShared: true }),
    );
    expect((await member.browser.delete(`/saved-views/${id}`)).status).toBe(403);
    const theirs = made(
      await member.browser.post('/saved-views', { ...WISH, name: 'Theirs', isShared: true }),
    );
    expect((await owner.browser.delete(`/saved-views/${theirs}`)).status).toBe(204);
    expect(await names(member)).not.toContain('Theirs');
  });

  it.each<[string, object, string]>([
    ['an address of another place', { query: 'https://evil.example/' }, 'query matches'],
    ['a list there is not', { list: 'mailboxes' }, 'list in'],
    ['no name', { name: ' ' }, 'name filled'],
  ])('are refused with %s', async (_, changes, fault) => {
    const answer = await owner.browser.post('/saved-views', { ...WISH, ...changes });
    const faults = answer.body.errors?.map(
      (one: { field: string; code: string }) => `${one.field} ${one.code}`,
    );
    expect([answer.status, faults]).toEqual([400, [fault]]);
  });

  it('stay in their workspace', async () => {
    const stranger = await anotherWorkspace(app, 'Osprey');
    const id = made(await owner.browser.post('/saved-views', { ...WISH, isShared: true }));
    expect(await names(stranger)).toEqual([]);
    expect((await stranger.browser.delete(`/saved-views/${id}`)).status).toBe(404);
  });
});
