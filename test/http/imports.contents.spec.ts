import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, finished, type MadeBrand, made } from '../builders/agency.js';
import { checksums } from '../builders/checksums.js';
import { FILES, table } from '../builders/import-files.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let shop: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  shop = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

type View = Answer['body'];

async function upload(content: string | Buffer, fields: Record<string, string> = {}): Promise<View> {
  const form = new FormData();
  form.set('file', new Blob([content]), 'export.csv');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const answer = await owner.browser.send('POST', '/imports', { raw: form });
  made(answer);
  return answer.body;
}

const start = async (id: string, act: 'try' | 'run' | 'undo') =>
  finished(app, owner, await owner.browser.post(`/imports/${id}/${act}`));
const get = async (path: string): Promise<View> => (await owner.browser.get(path)).body;
const rowsOf = async (id: string): Promise<View[]> => (await get(`/imports/${id}/rows?limit=200`)).items;

/** Says how the rows of an upload are taken, beginning with what was proposed. */
async function plan(
  view: View,
  changes: Record<string, unknown> = {},
  options: Record<string, unknown> = {},
) {
  const body = {
    content: view.content,
    mapping: view.mapping,
    options: { ...view.options, ...options },
    ...changes,
  };
  const answer = await owner.browser.put(`/imports/${view.id}/mapping`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

/** UTF-16 with a byte order mark, as Ahrefs writes. */
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe.each(FILES)('$name', ({ file, format, content, plan: how = {}, options, counts, summary }) => {
  it('come in, say what a dry run said, and an undo leaves no trace', async () => {
    const before = await checksums(app.database, owner.workspaceId);
    const view = await upload(file());
    expect(view).toMatchObject(format === undefined ? {} : { format });
    const planned = await plan(view, how, options?.(shop));
    expect(planned).toMatchObject({ content, needs: [] });
    expect(await start(view.id, 'try')).toMatchObject({ state: 'done' });
    expect(await checksums(app.database, owner.workspaceId)).toEqual(before);
    const tried = await get(`/imports/${view.id}`);
    const triedRows = (await rowsOf(view.id)).map(({ outcome }) =>
      outcome.replace('would_create', 'created').replace('would_change', 'changed'),
    );
    expect(await start(view.id, 'run')).toMatchObject({ state: 'done' });
    const done = await get(`/imports/${view.id}`);
    expect(done).toMatchObject({ state: 'done', counts, summary });
    expect(tried.counts).toEqual(done.counts);
    expect(tried.summary).toEqual(done.summary);
    expect((await rowsOf(view.id)).map(({ outcome }) => outcome)).toEqual(triedRows);
    expect(await checksums(app.database, owner.workspaceId)).not.toEqual(before);
    expect(await start(view.id, 'undo')).toMatchObject({ state: 'done' });
    expect(await get(`/imports/${view.id}`)).toMatchObject({ state: 'undone' });
    expect(await checksums(app.database, owner.workspaceId)).toEqual(before);
    expect(
      (await rowsOf(view.id)).every(({ outcome }) => !['created', 'changed', 'kept'].includes(outcome)),
    ).toBe(true);
  });
});

describe('a file that was mapped by hand', () => {
  it('is proposed the same mapping when one with the same headers comes again', async () => {
    const text = 'Kolom A;Kolom B;Kolom C\nhttps://one.example/x;https://shop.example/m;hello\n';
    const first = await upload(text);
    expect(first).toMatchObject({ confidence: 'unknown', remembered: false });
    await plan(first, { content: 'links_to_us', mapping: { source_url: 0, target_url: 1, anchor: 2 } });
    const again = await upload(text.replace('one.example', 'two.example'));
    expect(again).toMatchObject({
      remembered: true,
      content: 'links_to_us',
      mapping: { source_url: 0, target_url: 1, anchor: 2 },
    });
  });
});

describe('an import of people', () => {
  it('asks for the ground on which they may be mailed', async () => {
    const view = await upload('Email,First name,Last name\neva@ground.example,Eva,Jansen\n');
    const mapping = { email: 0, first_name: 1, last_name: 2 };
    const open = await plan(view, { content: 'contacts', mapping });
    expect(open.needs).toEqual(['ground']);
    expect(await owner.browser.post(`/imports/${view.id}/run`)).toMatchObject({
      status: 422,
      body: { code: 'import.ground_needed' },
    });
    await plan(view, { content: 'contacts', mapping, ground: 'other' });
    expect((await owner.browser.post(`/imports/${view.id}/run`)).body.code).toBe('import.ground_note_needed');
    await plan(view, { content: 'contacts', mapping, ground: 'other', groundNote: 'met at a fair' });
    await start(view.id, 'run');
    const [contact] = (await get('/contacts?search=ground.example')).items;
    expect(contact).toMatchObject({ ground: 'other' });
  });
});

describe('a second complete export', () => {
  it('shows what is new and what is lost', async () => {
    const line = (host: string) =>
      `https://${host}.example/p|https://shop.example/again|anchor|2026-01-01|2026-11-01`;
    const header = 'Source url|Target url|Anchor|First seen|Last seen';
    const how = {
      content: 'links_to_us',
      mapping: { source_url: 0, target_url: 1, anchor: 2, first_seen: 3, last_seen: 4 },
    };
    const complete = { brandId: shop.brandId, isComplete: true };
    const bring = async (hosts: readonly string[], observedOn: string) => {
      const view = await upload(table(header, hosts.map(line)));
      await plan(view, how, { ...complete, observedOn });
      await start(view.id, 'run');
      return (await get(`/imports/${view.id}`)).summary.links;
    };
    expect(await bring(['stays', 'goes'], '2026-11-01')).toEqual({ new: 2, lost: 0, again: 0 });
    expect(await bring(['stays', 'comes'], '2026-11-10')).toEqual({ new: 1, lost: 1, again: 1 });
  });
});

describe('a record that somebody changed after the import', () => {
  it('is kept by the undo, and said to be', async () => {
    const view = await upload('Website,Notes\nkept.example,from the file\ngone.example,from the file\n');
    await plan(view, { content: 'prospects', mapping: { site: 0, notes: 1 } });
    await start(view.id, 'run');
    const [row] = await rowsOf(view.id);
    const prospect = await get(`/prospects/${row.subjectId}`);
    expect(
      await owner.browser.patch(`/prospects/${row.subjectId}`, {
        revision: prospect.revision,
        notes: 'mine',
      }),
    ).toMatchObject({ status: 200 });
    await start(view.id, 'undo');
    expect((await rowsOf(view.id)).map(({ outcome }) => outcome)).toEqual(['kept', 'undone']);
    expect(await get(`/prospects/${row.subjectId}`)).toMatchObject({ notes: 'mine' });
  });
});

it('a workbook in UTF-16 and tabs named .csv is read as what it is', async () => {
  const header =
    'Referring page title\tReferring page URL\tTarget URL\tAnchor\tFirst seen\tLast seen\tDomain rating';
  const view = await upload(
    utf16(
      `"${header.replaceAll('\t', '"\t"')}"\n"T"\t"https://wide.example/a"\t"https://shop.example/w"\t"anchor"\t"2026-01-01 10:00:00"\t"2026-11-01 10:00:00"\t"45"\n`,
    ),
  );
  expect(view).toMatchObject({ reading: { encoding: 'utf-16le', delimiter: '\t' }, content: 'links_to_us' });
});
