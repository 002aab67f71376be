import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, finished, type MadeBrand, made } from '../builders/agency.js';
import { checksums } from '../builders/checksums.js';
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

const table = (header: string, rows: readonly string[], delimiter = ','): string =>
  [header, ...rows].map((line) => line.replaceAll('|', delimiter)).join('\n');

const SEMRUSH =
  'Page ascore|Source title|Source url|Target url|Anchor|External links|Internal links|Nofollow|Sponsored|Ugc|Text|Frame|Form|Image|Sitewide|First seen|Last seen|New link|Lost link';

const FILES: readonly {
  readonly name: string;
  readonly format: string | null;
  readonly content: string;
  readonly file: () => string | Buffer;
  readonly plan?: Record<string, unknown>;
  readonly options?: () => Record<string, unknown>;
  readonly counts: Record<string, number>;
  readonly summary: Record<string, unknown>;
}[] = [
  {
    name: 'backlinks of Semrush',
    format: 'semrush_backlinks',
    content: 'links_to_us',
    file: () =>
      table(SEMRUSH, [
        '12|A post|https://blog-a.example/post|https://shop.example/guide|our guide|10|20|false|false|false|true|false|false|false|false|2026-01-02|2026-11-01|false|false',
        '12|A post|https://blog-b.example/post|https://shop.example/guide|guide|10|20|true|false|false|true|false|false|false|true|2026-01-02|2026-10-01|false|true',
        '5|Own|https://shop.example/blog|https://shop.example/guide|x|1|2|false|false|false|true|false|false|false|false|2026-01-02|2026-11-01|false|false',
      ]),
    counts: { created: 2, skipped: 1, bad: 0 },
    summary: { sites: 2, links: { new: 1, lost: 1, again: 0 } },
  },
  {
    name: 'links we make',
    format: null,
    content: 'links_to_them',
    file: () =>
      table('Type|Source|Destination|Anchor|Follow', [
        'Hyperlink|https://shop.example/a|https://partner-a.example/|partner|true',
        'Hyperlink|https://shop.example/b|https://partner-b.example/x|partner|true',
      ]),
    plan: { content: 'links_to_them', mapping: { source_url: 1, target_url: 2, anchor: 3 } },
    counts: { created: 2, bad: 0 },
    summary: { sites: 2 },
  },
  {
    name: 'sites to approach with people, a publisher, tags, a number and a last contact',
    format: null,
    content: 'prospects',
    file: () =>
      table('Website|Status|Language|Tags|Email|Contact name|Publisher|Last contacted|Notes', [
        'www.garden.example|new|nl|"garden, home"|anna@garden.example|Anna|Garden Media|2026-05-04|likes lists',
        'https://home.example/|qualified|en|home|||||',
        'garden.example|||garden|bert@garden.example|Bert|Garden Media||',
        'no site at all|||||||| ',
      ]),
    plan: {
      content: 'prospects',
      mapping: {
        site: 0,
        status: 1,
        language: 2,
        tags: 3,
        email: 4,
        contact_name: 5,
        publisher: 6,
        last_contacted: 7,
        notes: 8,
      },
      ground: 'existing_customer',
    },
    options: () => ({ tags: ['autumn'] }),
    counts: { bad: 1 },
    summary: { sites: 2, prospects: 2, contacts: 2, publishers: 1, touches: 1 },
  },
  {
    name: 'people',
    format: null,
    content: 'contacts',
    file: () =>
      table('Email address|First name|Last name|Position|Domain name', [
        'carla@news.example|Carla|Smit|Editor|news.example',
        'dirk@news.example|Dirk|Bos|Writer|news.example',
        'not an address|X|Y|Writer|news.example',
      ]),
    plan: {
      content: 'contacts',
      mapping: { email: 0, first_name: 1, last_name: 2, position: 3, site: 4 },
      ground: 'none_known',
    },
    counts: { created: 2, bad: 1 },
    summary: { contacts: 2, sites: 1 },
  },
  {
    name: 'sites that link to us, with their numbers',
    format: null,
    content: 'linking_sites',
    file: () =>
      table('Domain|DR|Links to target', [
        'rank-a.example|45|3',
        'rank-b.example|60|1',
        'rank-a.example|45|3',
      ]),
    plan: { content: 'linking_sites', mapping: { site: 0, 'metric.ahrefs.domain_rating': 1, link_count: 2 } },
    options: () => ({ brandId: shop.brandId, alsoProspects: true }),
    counts: { created: 2, duplicate: 1 },
    summary: { sites: 2, prospects: 2, metrics: 2 },
  },
  {
    name: 'sites that link to others and not to us',
    format: 'ahrefs_link_intersect',
    content: 'link_gap',
    file: () =>
      table(
        'Referring page URL|Domain rating|Domain traffic|Language|rival-a.example/|rival-b.example/|Intersect',
        [
          'https://gap-a.example/list|41|1200|en|1|0|1',
          'https://gap-b.example/best|38|900|en|2|1|2',
          'https://gap-a.example/other|41|1200|en|1|0|1',
          'no address|1|1|en|1|0|1',
        ],
      ),
    counts: { created: 2, duplicate: 1, bad: 1 },
    summary: { sites: 2, prospects: 2, metrics: 2 },
  },
  {
    name: 'pages of ours',
    format: null,
    content: 'target_pages',
    file: () =>
      table('Target page|Incoming links|Linking sites', [
        'https://shop.example/best|12|3',
        'https://shop.example/second|4|2',
        'https://elsewhere.example/|1|1',
      ]),
    plan: { content: 'target_pages', mapping: { page_url: 0, link_count: 1, linking_site_count: 2 } },
    options: () => ({ brandId: shop.brandId }),
    counts: { created: 2, skipped: 1 },
    summary: { targetPages: 2 },
  },
  {
    name: 'a placement sheet with paid guest posts',
    format: null,
    content: 'placements',
    file: () =>
      table('Bron;Doel;Type;Vergoeding'.replaceAll(';', '|'), [
        'https://paid-a.example/post|https://shop.example/sheet|guest post|paid',
        'https://paid-b.example/post|https://shop.example/sheet|guest post|paid',
      ]),
    plan: { content: 'placements', mapping: { source_url: 0, target_url: 1, type: 2, compensation: 3 } },
    counts: { created: 2, bad: 0 },
    summary: { placements: 2, targetPages: 1, sites: 2 },
  },
];

describe.each(FILES)('$name', ({ file, content, plan: how = {}, options, counts, summary }) => {
  it('come in, say what a dry run said, and an undo leaves no trace', async () => {
    const before = await checksums(app.database, owner.workspaceId);
    const view = await upload(file());
    const planned = await plan(view, how, options?.());
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
