import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, check, finished, type MadeBrand, made } from '../builders/agency.js';
import { reading } from '../builders/judged.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let shop: MadeBrand;
let dairy: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  shop = await aBrand(owner, 'shop');
  dairy = await aBrand(owner, 'dairy');
});
afterAll(() => app.close());

function upload(text: string, who: Person = owner, fields: Record<string, string> = {}): Promise<Answer> {
  const form = new FormData();
  form.set('file', new Blob([text], { type: 'text/csv' }), 'links.csv');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return who.browser.send('POST', '/imports', { raw: form });
}

const start = async (id: string, act: 'try' | 'run' | 'undo', who: Person = owner) =>
  finished(app, who, await who.browser.post(`/imports/${id}/${act}`));
const view = async (id: string) => (await owner.browser.get(`/imports/${id}`)).body;
const rows = async (id: string, outcome = '') =>
  (await owner.browser.get(`/imports/${id}/rows?limit=200${outcome && `&outcome=${outcome}`}`)).body.items;
const placed = async (search: string): Promise<Answer['body'][]> =>
  (await owner.browser.get(`/placements?search=${search}`)).body.items;

/** A file of good rows on one host, which no other test uses. */
function sheet(host: string, ...lines: string[]): string {
  return ['Bronpagina;Doelpagina;Rel;Ankertekst', ...lines.map((line) => line.replaceAll('HOST', host))].join(
    '\n',
  );
}

describe('a file of placements', () => {
  it('has its columns proposed, and is tried without creating anything', async () => {
    const text = sheet(
      'tried.example',
      'https://HOST/1;https://shop.example/a;follow;our guide',
      'https://HOST/2;https://dairy.example/b;;',
    );
    const uploaded = await upload(text);
    const id = made(uploaded);
    expect(uploaded.body).toMatchObject({
      state: 'uploaded',
      mapping: { source_url: 0, target_url: 1, rel: 2, anchor: 3 },
      counts: { total: 2, created: 0 },
    });
    expect(uploaded.body.columns[0]).toMatchObject({
      name: 'Bronpagina',
      sample: ['https://tried.example/1', 'https://tried.example/2'],
    });
    expect(await start(id, 'try')).toMatchObject({ state: 'done', finished: 2, failed: 0 });
    expect(await view(id)).toMatchObject({
      state: 'tried',
      counts: { total: 2, created: 2, duplicate: 0, bad: 0 },
    });
    expect(await rows(id)).toMatchObject([
      { outcome: 'would_create', lineNo: 2 },
      { outcome: 'would_create', lineNo: 3 },
    ]);
    expect(await placed('tried.example')).toEqual([]);
  });

  it('becomes placements whose terms come from the file and whose brand is told by the target', async () => {
    const id = made(
      await upload(
        sheet(
          'run.example',
          'https://HOST/1;https://shop.example/a;follow;our guide',
          'https://HOST/2;https://dairy.example/b;;',
        ),
      ),
    );
    await start(id, 'run');
    const [second, first] = await placed('run.example');
    expect(first).toMatchObject({
      brandId: shop.brandId,
      state: 'awaited',
      terms: {
        rel: { standing: 'agreed', value: 'follow' },
        anchor: { standing: 'agreed', value: 'our guide' },
      },
      importId: id,
    });
    expect(second).toMatchObject({
      brandId: dairy.brandId,
      terms: { rel: { standing: 'expected', value: 'follow' } },
    });
    const page = (await owner.browser.get(`/placements/${first.id}`)).body;
    expect(page.termSources).toMatchObject([{ kind: 'document', reference: 'links.csv' }]);
  });

  it('has its bad rows named by line and field, in a file too, and loses none of the good ones', async () => {
    const text = sheet(
      'bad.example',
      'https://HOST/ok;https://shop.example/a;;',
      'no page;https://shop.example/a;;',
      '"no',
      'page";https://shop.example/a;;',
      'https://HOST/2;https://stranger.example/;;',
      'https://HOST/3;https://shop.example/a;perhaps;',
      'https://HOST/4;https://shop.example/a;;=1+1',
    );
    const id = made(await upload(text));
    await start(id, 'run');
    expect(await view(id)).toMatchObject({ state: 'done', counts: { created: 2, bad: 4 } });
    expect(
      (await rows(id, 'bad')).map(({ lineNo, field, errorCode }: Record<string, unknown>) => [
        lineNo,
        field,
        errorCode,
      ]),
    ).toEqual([
      [3, 'source_url', 'not_an_address'],
      [4, 'source_url', 'not_an_address'],
      [6, 'target_url', 'brand_needed'],
      [7, 'rel', 'unknown_word'],
    ]);
    const { body, headers } = await owner.browser.get(`/imports/${id}/errors.csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(String(body).split('\r\n')[1]).toContain('3,Bronpagina,source_url,not_an_address,');
  });

  it('never makes a link twice: not within the file, not beside one that is there', async () => {
    await aPlacement(owner, shop.brandId, {
      sourceUrl: 'https://twice.example/1',
      targetUrl: 'https://shop.example/a',
    });
    const id = made(
      await upload(
        sheet(
          'twice.example',
          'https://HOST/1;https://shop.example/a;;',
          'https://HOST/2;https://shop.example/a;;',
          'http://www.HOST/2/?utm_source=x;https://shop.example/a;;',
        ),
      ),
    );
    await start(id, 'try');
    expect((await rows(id)).map((row: Answer['body']) => row.outcome)).toEqual([
      'duplicate',
      'would_create',
      'duplicate_in_file',
    ]);
    await start(id, 'run');
    expect((await rows(id)).map((row: Answer['body']) => row.outcome)).toEqual([
      'duplicate',
      'created',
      'duplicate_in_file',
    ]);
    expect(await placed('twice.example')).toHaveLength(2);
  });

  it('takes its first check as baseline: a link that was gone already is no loss', async () => {
    const id = made(await upload(sheet('base.example', 'https://HOST/1;https://shop.example/a;;')));
    await start(id, 'run');
    const [placement] = await placed('base.example');
    await check(app, owner, placement.id, reading({ occurrences: [] }));
    expect((await placed('base.example'))[0]).toMatchObject({ state: 'removed', isBaselineRemoved: true });
  });

  it('is undone but for what somebody changed since, and can be run anew', async () => {
    const text = sheet(
      'undo.example',
      'https://HOST/1;https://shop.example/a;;',
      'https://HOST/2;https://shop.example/a;;',
    );
    const id = made(await upload(text));
    await start(id, 'run');
    const [changed] = await placed('undo.example');
    await owner.browser.patch(`/placements/${changed.id}`, { revision: changed.revision, notes: 'mine' });
    await start(id, 'undo');
    expect(await view(id)).toMatchObject({ state: 'undone' });
    expect((await placed('undo.example')).map((row) => row.id)).toEqual([changed.id]);
    expect((await rows(id)).map((row: Answer['body']) => row.outcome)).toEqual(['undone', 'kept']);
    const again = made(await upload(text));
    await start(again, 'run');
    expect(await view(again)).toMatchObject({ counts: { created: 1, duplicate: 1 } });
  });

  it('of two thousand rows comes in batches, all of them', async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, n) => `https://h${n % 40}.many.example/${n};https://shop.example/a;;`,
    );
    const id = made(await upload(sheet('many.example', ...lines)));
    expect(await start(id, 'run')).toMatchObject({ state: 'done', finished: 2000 });
    expect(await view(id)).toMatchObject({ counts: { total: 2000, created: 2000, read: 2000 } });
  });

  it.each([
    ['an empty file', ''],
    ['a file that is no table', 'a,b\n"never closed,1\n'],
  ])('%s is refused at once', async (_, text) => {
    expect(await upload(text)).toMatchObject({ status: 422, body: { code: 'import.unreadable' } });
  });

  it('without the two addresses mapped is not begun', async () => {
    const id = made(await upload('x;y\n1;2\n'));
    expect(await owner.browser.post(`/imports/${id}/try`)).toMatchObject({
      status: 422,
      body: { code: 'import.columns_missing' },
    });
    const plan = {
      content: 'placements',
      mapping: { source_url: 0, target_url: 1 },
      options: { defaults: { type: 'guest_post', compensation: 'none' } },
    };
    expect((await owner.browser.put(`/imports/${id}/mapping`, plan)).status).toBe(200);
    expect(await start(id, 'try')).toMatchObject({ state: 'done', failed: 1 });
  });

  it('that is done is neither run nor mapped again', async () => {
    const id = made(await upload(sheet('done.example', 'https://HOST/1;https://shop.example/a;;')));
    await start(id, 'run');
    expect(await owner.browser.post(`/imports/${id}/run`)).toMatchObject({
      status: 409,
      body: { code: 'import.not_now' },
    });
  });

  it('of a member limited to a client names the brand and stays within that client', async () => {
    const member = await invite(app, owner, { role: 'member', clientIds: [dairy.clientId] });
    const text = sheet(
      'limited.example',
      'https://HOST/1;https://dairy.example/b;;',
      'https://HOST/2;https://shop.example/a;;',
    );
    expect(await upload(text, member)).toMatchObject({ status: 422, body: { code: 'import.brand_needed' } });
    expect((await upload(text, member, { brandId: shop.brandId })).status).toBe(404);
    const id = made(await upload(text, member, { brandId: dairy.brandId }));
    await start(id, 'run', member);
    expect((await placed('limited.example')).every((row) => row.clientId === dairy.clientId)).toBe(true);
  });

  it('of another workspace is not there', async () => {
    const stranger = await anotherWorkspace(app, 'Elsewhere');
    const id = made(await upload(sheet('foreign.example', 'https://HOST/1;https://shop.example/a;;')));
    for (const path of ['', '/rows', '/errors.csv']) {
      expect((await stranger.browser.get(`/imports/${id}${path}`)).status).toBe(404);
    }
    expect((await stranger.browser.post(`/imports/${id}/run`)).status).toBe(404);
  });
});
