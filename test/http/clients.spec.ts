import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, made } from '../builders/agency.js';
import { outcome } from './answers.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

describe('clients', () => {
  it('are made, changed, archived and restored', async () => {
    const answer = await owner.browser.post('/clients', { name: '  North Dawn  ', notes: 'Books' });
    expect(answer.body).toMatchObject({ name: 'North Dawn', notes: 'Books', archivedAt: null, brands: [] });
    expect(answer.body.counts).toEqual({ placements: 0, live: 0, differs: 0, removed: 0 });
    const path = `/clients/${made(answer)}`;
    expect((await owner.browser.patch(path, { notes: 'Books and maps' })).body.notes).toBe('Books and maps');
    expect((await owner.browser.post(`${path}/archive`)).body.archivedAt).toBe(app.clock.now().toISOString());
    expect(names(await owner.browser.get('/clients'))).not.toContain('North Dawn');
    expect(names(await owner.browser.get('/clients?archived=true'))).toContain('North Dawn');
    expect((await owner.browser.post(`${path}/restore`)).body.archivedAt).toBeNull();
    expect((await owner.browser.get(path)).body).toMatchObject({
      name: 'North Dawn',
      notes: 'Books and maps',
    });
  });

  it('have names of their own, whatever the case, also on coming back', async () => {
    const first = made(await owner.browser.post('/clients', { name: 'Harbour' }));
    expect(await refusal(owner.browser.post('/clients', { name: 'HARBOUR' }))).toBe('409 client.name_taken');
    await owner.browser.post(`/clients/${first}/archive`);
    made(await owner.browser.post('/clients', { name: 'harbour' }));
    expect(await refusal(owner.browser.post(`/clients/${first}/restore`))).toBe('409 client.name_taken');
  });

  it.each([
    ['an empty name', { name: '   ' }, 'name'],
    ['no name', {}, 'name'],
    ['a name too long', { name: 'x'.repeat(201) }, 'name'],
    ['a field nobody knows', { name: 'A', colour: 'red' }, 'colour'],
  ])('refuse %s at its field', async (_, body, field) => {
    const answer = await owner.browser.post('/clients', body);
    expect([answer.status, answer.body.errors.map((fault: { field: string }) => fault.field)]).toEqual([
      400,
      [field],
    ]);
  });

  it('count their placements by state', async () => {
    const { clientId, brandId } = await aBrand(owner, 'counted');
    await aPlacement(owner, brandId);
    await aPlacement(owner, brandId, { sourceUrl: 'https://news.example/second' });
    await app.database.asOwner(`update placements set state = 'differs' where source_url like '%second'`);
    const { counts } = (await owner.browser.get(`/clients/${clientId}`)).body;
    expect(counts).toEqual({ placements: 2, live: 1, differs: 1, removed: 0 });
  });

  it('remember what happened to them', async () => {
    const id = made(await owner.browser.post('/clients', { name: 'Remembered' }));
    app.clock.advance({ seconds: 1 });
    await owner.browser.patch(`/clients/${id}`, { name: 'Remembered well' });
    const events = await app.database.asOwner(
      `select e.kind, e.params from events e join event_subjects s on s.event_id = e.id where s.subject_id = $1 order by e.id`,
      [id],
    );
    expect(events).toEqual([
      { kind: 'client.added', params: {} },
      { kind: 'client.changed', params: { fields: ['name'] } },
    ]);
  });

  it('of another workspace are not there', async () => {
    const stranger = await anotherWorkspace(app, 'Ferry');
    const { clientId, brandId } = await aBrand(owner, 'hidden');
    expect(await refusal(stranger.browser.get(`/clients/${clientId}`))).toBe('404 client.not_found');
    expect(await refusal(stranger.browser.patch(`/brands/${brandId}`, { name: 'x' }))).toBe(
      '404 brand.not_found',
    );
    expect(names(await stranger.browser.get('/clients'))).toEqual([]);
  });

  it('are shown to a limited member only as far as that one may see', async () => {
    const seen = await aBrand(owner, 'seen');
    const unseen = await aBrand(owner, 'unseen');
    const limited = await invite(app, owner, { role: 'member', clientIds: [seen.clientId] });
    expect(names(await limited.browser.get('/clients'))).toEqual(['Client seen']);
    expect(await refusal(limited.browser.get(`/clients/${unseen.clientId}`))).toBe('404 client.not_found');
    expect(await refusal(limited.browser.get(`/brands/${unseen.brandId}/target-pages`))).toBe(
      '404 brand.not_found',
    );
  });
});

describe('brands', () => {
  it('know their own site and fold their other names', async () => {
    const client = made(await owner.browser.post('/clients', { name: 'Folding' }));
    const wish = {
      name: ' Dawn  ',
      homeUrl: 'www.Dawn-Books.co.uk/start',
      aliases: ['ND', 'nd', ' ', 'dawn'],
    };
    const { body } = await owner.browser.post(`/clients/${client}/brands`, wish);
    expect(body).toMatchObject({
      name: 'Dawn',
      homeUrl: 'https://www.dawn-books.co.uk/start',
      siteKey: 'dawn-books.co.uk',
      aliases: ['ND'],
      clientId: client,
      targetPageCount: 0,
    });
    const changed = await owner.browser.patch(`/brands/${body.id}`, { homeUrl: 'http://dawn.test:8080/' });
    expect(changed.body).toMatchObject({
      homeUrl: 'http://dawn.test:8080/',
      siteKey: 'dawn.test',
      name: 'Dawn',
    });
  });

  it('are refused an address that is none', async () => {
    const client = made(await owner.browser.post('/clients', { name: 'Refusing' }));
    const answer = await owner.browser.post(`/clients/${client}/brands`, {
      name: 'X',
      homeUrl: 'javascript:alert(1)',
    });
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'homeUrl', code: 'web_address' })]);
  });

  it('of an archived client cannot be made, nor can anything be placed for an archived brand', async () => {
    const { clientId, brandId } = await aBrand(owner, 'closed');
    await owner.browser.post(`/brands/${brandId}/archive`);
    const wish = { brandId, sourceUrl: 'a.example', targetUrl: 'b.example', type: 'editorial' };
    expect(await refusal(owner.browser.post('/placements', wish))).toBe('409 brand.archived');
    await owner.browser.post(`/clients/${clientId}/archive`);
    const brand = { name: 'Another', homeUrl: 'x.example' };
    expect(await refusal(owner.browser.post(`/clients/${clientId}/brands`, brand))).toBe(
      '409 client.archived',
    );
  });

  it('of nobody are not there', async () => {
    expect(await refusal(owner.browser.post(`/brands/${randomUUID()}/archive`))).toBe('404 brand.not_found');
    expect(await refusal(owner.browser.post('/brands/not-an-id/archive'))).toBe('404 request.not_found');
  });
});

describe('target pages', () => {
  it('are checked at once, kept once for all spellings, and come back from the archive', async () => {
    const { brandId } = await aBrand(owner, 'pages');
    const path = `/brands/${brandId}/target-pages`;
    const page = (await owner.browser.post(path, { url: 'http://www.pages.example/guide/', label: 'Guide' }))
      .body;
    expect(page).toMatchObject({
      status: 'unknown',
      label: 'Guide',
      nextCheckAt: app.clock.now().toISOString(),
    });
    expect(await hosts('www.pages.example:80')).toEqual([{ due_at: app.clock.now() }]);
    expect(await refusal(owner.browser.post(path, { url: 'pages.example/guide' }))).toBe(
      '409 target_page.exists',
    );
    const archived = (await owner.browser.post(`/target-pages/${page.id}/archive`)).body;
    expect(archived).toMatchObject({ nextCheckAt: null, archivedAt: app.clock.now().toISOString() });
    const again = (await owner.browser.post(path, { url: 'https://pages.example/guide' })).body;
    expect(again).toMatchObject({ id: page.id, archivedAt: null, label: 'Guide' });
    expect((await owner.browser.get(path)).body.items).toHaveLength(1);
    expect((await owner.browser.patch(`/target-pages/${page.id}`, { label: '' })).body.label).toBe('');
  });

  it('are made for targets on the own site, and not for others', async () => {
    const { brandId } = await aBrand(owner, 'own');
    await aPlacement(owner, brandId, { targetUrl: 'https://www.own.example/a?utm_source=x' });
    await aPlacement(owner, brandId, {
      targetUrl: 'http://own.example/a',
      sourceUrl: 'https://other.example/1',
    });
    await aPlacement(owner, brandId, { targetUrl: 'https://elsewhere.example/b' });
    const { items } = (await owner.browser.get(`/brands/${brandId}/target-pages`)).body;
    expect(items).toEqual([
      expect.objectContaining({ url: 'https://www.own.example/a?utm_source=x', placementCount: 2 }),
    ]);
  });

  it('written down later are tied to the placements that lead there', async () => {
    const { brandId } = await aBrand(owner, 'tied');
    const { id } = await aPlacement(owner, brandId, { targetUrl: 'https://profile.example/tied' });
    const page = (
      await owner.browser.post(`/brands/${brandId}/target-pages`, { url: 'profile.example/tied/' })
    ).body;
    expect(page.placementCount).toBe(1);
    expect((await owner.browser.get(`/placements/${id}`)).body.targetPage).toMatchObject({
      id: page.id,
      status: 'unknown',
    });
  });
});

function names(answer: { body: { items: { name: string }[] } }): string[] {
  return answer.body.items.map((client) => client.name);
}

async function refusal(asked: Promise<Answer>): Promise<string> {
  return outcome(await asked);
}

function hosts(slot: string): Promise<unknown[]> {
  return app.database.asOwner('select due_at from hosts where slot = $1', [slot]);
}
