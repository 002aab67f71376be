import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, type MadeBrand, made } from '../builders/agency.js';
import { aRelationship, enterLink } from '../builders/relationships.js';
import { bodyOf } from './answers.js';
import { startApp, type TestApp } from './app.js';
import { invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

const get = (path: string, who = owner) => bodyOf(who.browser.get(path));
const between = (siteAddress: string, brandId = brand.brandId) => aRelationship(owner, brandId, siteAddress);
const enter = (id: string, wish: object) => enterLink(owner, id, wish);

describe('the words of links to a target page', () => {
  it('are counted as they are today, and what nobody knows is said to be so', async () => {
    const page = made(
      await owner.browser.post(`/brands/${brand.brandId}/target-pages`, {
        url: 'https://shop.example/words',
      }),
    );
    const { id } = await between('words.example');
    const at = (no: number) => ({
      sourceUrl: `https://words.example/${String(no)}`,
      targetUrl: 'http://www.shop.example/words/',
    });
    for (const [no, anchor] of ['guide', 'guide', 'here', ''].entries())
      await bodyOf(enter(id, { ...at(no), anchor }), 201);
    await bodyOf(enter(id, at(9)), 201);
    await bodyOf(enter(id, { ...at(10), anchor: 'gone', state: 'lost' }), 201);
    expect(await get(`/target-pages/${page}/anchors`)).toMatchObject({
      total: 5,
      notKnown: 1,
      items: [
        { anchor: 'guide', count: 2, share: 0.5, live: 2, from: ['hand'] },
        { anchor: '', count: 1 },
        { anchor: 'here', count: 1 },
      ],
    });
  });
});

describe('notes', () => {
  it('stand on the timeline of what they are about until they are removed, by who wrote them or a manager', async () => {
    const { id, siteId } = await between('notes.example');
    const note = await bodyOf(
      owner.browser.post('/notes', { subjectKind: 'relationship', subjectId: id, body: 'Ask Jo.' }),
      201,
    );
    expect(note).toMatchObject({ body: 'Ask Jo.', mayRemove: true });
    for (const path of [`relationship/${id}`, `site/${String(siteId)}`]) {
      const [event] = (await get(`/timelines/${path}`)).items;
      expect(event).toMatchObject({
        kind: 'note.written',
        actorName: 'Olga Owner',
        note: { body: 'Ask Jo.' },
      });
    }
    const member = await invite(app, owner, { role: 'member' });
    expect((await member.browser.post(`/notes/${String(note.id)}/remove`)).body.code).toBe('note.not_yours');
    await bodyOf(owner.browser.post(`/notes/${String(note.id)}/remove`), 204);
    expect((await get(`/timelines/relationship/${id}`)).items).toEqual([]);
  });

  it.each([
    ['/timelines/nothing/00000000-0000-4000-8000-000000000000', 404],
    ['/timelines/site/00000000-0000-4000-8000-000000000000', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await owner.browser.get(path)).status).toBe(status);
  });
});
