import { describe, expect, it } from '@jest/globals';
import * as files from './exports.js';
import { AHREFS_ROW, PAGE, SHOP } from './exports.js';
import { readFile } from './read-file.js';

describe('near misses', () => {
  it.each<[string, string, string | null]>([
    [
      'a link sheet is no Ahrefs export',
      `Referring page URL,Target URL,Anchor\n${PAGE},${SHOP},a\n`,
      'placement_sheet',
    ],
    [
      'a Semrush page score alone',
      `Page ascore,Source url,Target url\n1,${PAGE},${SHOP}\n`,
      'placement_sheet',
    ],
    ['pages and a date of their own', `Linking page,Last crawled,Colour\n${PAGE},2026-01-02,red\n`, null],
    [
      'a Screaming Frog list of pages',
      'Address,Content Type,Status Code\nhttps://shop.test/,text/html,200\n',
      null,
    ],
    ['the headers of two languages mixed', `Pagina web,Ultimo\n${PAGE},red\n`, null],
    ['links inside the own site', `Target page,Internal links\n${SHOP},12\n`, null],
  ])('%s', async (_, text, format) => {
    const { look } = await readFile(Buffer.from(text));
    expect(look.recognition.format).toBe(format);
  });

  it.each([
    ['internal links', `Target page,Internal links\n${SHOP},12\n`, 'internal_links'],
    ['texts of links', 'Link text\nour shop\n', 'link_texts'],
  ])('Search Console %s are refused', async (_, text, refused) => {
    expect((await readFile(Buffer.from(text))).look.recognition).toMatchObject({ refused, mapping: {} });
  });
});

describe('a file nobody knows', () => {
  it('gets a mapping by its values, its header words and the line above them', async () => {
    const { look, lines } = await readFile(
      Buffer.from(`Waar,Wie,Wanneer\n${PAGE},ann@blog.example,2026-01-02\n`),
    );
    expect(look.recognition).toMatchObject({
      format: null,
      confidence: 'unknown',
      content: 'contacts',
      mapping: { site: 0, email: 1 },
    });
    expect(lines[0]).toMatchObject({ lineNo: 2, reading: { kind: 'record' } });
  });

  it('without a header its first row is data', async () => {
    const { look, lines } = await readFile(Buffer.from('https://one.example/\nhttps://two.example/\n'));
    expect(look).toMatchObject({ headers: ['1'], totalRows: 2, recognition: { mapping: { site: 0 } } });
    expect(lines.map(({ lineNo }) => lineNo)).toEqual([1, 2]);
  });
});

describe('rows that bring nothing', () => {
  it.each<[string, string, string]>([
    [
      'a link from the own site',
      `Linking page,Last crawled\nhttps://www.shop.test/x,2026-01-02\n`,
      'own_site',
    ],
    [
      'a mention without a link',
      files.sheet(files.MAJESTIC, [{ 'Target URL': SHOP, 'Source URL': PAGE, FlagMention: 'y' }]),
      'mention',
    ],
    [
      'a link that stays on its site',
      files.sheet(files.SCREAMING_FROG, [
        { Type: 'Hyperlink', Source: SHOP, Destination: 'https://shop.test/q' },
      ]),
      'internal_link',
    ],
    [
      'a picture that is loaded',
      files.sheet(files.SCREAMING_FROG, [
        { Type: 'Image', Source: SHOP, Destination: 'https://cdn.example/x.png' },
      ]),
      'not_a_link',
    ],
    ['a canonical', files.sheet(files.AHREFS_2025, [{ ...AHREFS_ROW, Type: 'canonical' }]), 'not_a_link'],
  ])('%s', async (_, text, reason) => {
    const { lines } = await readFile(Buffer.from(text), { ownSiteKeys: new Set(['shop.test']) });
    expect(lines[0]?.reading).toEqual({ kind: 'skip', reason });
  });
});

describe('rows that cannot be taken', () => {
  it('each is named by its line, and every bad cell by its column', async () => {
    const text = [
      'Source URL,Target URL,Type,Due on,Notes',
      `${PAGE},${SHOP},guest_post,2026-01-02,"two`,
      'lines"',
      `see mail,${SHOP},billboard,next week,`,
      `${PAGE},${SHOP},,3/4/2026,,moved`,
      '',
    ].join('\n');
    const { lines } = await readFile(Buffer.from(text));
    expect(lines.map(({ lineNo }) => lineNo)).toEqual([2, 4, 5]);
    expect(lines[1]?.reading).toEqual({
      kind: 'bad',
      faults: [
        {
          column: 0,
          columnName: 'Source URL',
          field: 'source_url',
          code: 'not_an_address',
          text: 'see mail',
        },
        { column: 2, columnName: 'Type', field: 'type', code: 'unknown_word', text: 'billboard' },
        { column: 3, columnName: 'Due on', field: 'due_on', code: 'unreadable_day', text: 'next week' },
      ],
    });
    expect(lines[2]?.reading).toMatchObject({
      faults: [{ column: 5, code: 'too_many_cells', text: 'moved' }],
    });
  });

  it('rows of Majestic that are no CSV are named by line, and the next one is read', async () => {
    const good = files.sheet(files.MAJESTIC, [{ 'Target URL': SHOP, 'Source URL': PAGE }]);
    const { look, lines } = await readFile(
      Buffer.from(`${good}"${SHOP}","a "b\n" c",x\n${good.split('\r\n')[1]}\nhttps://a b@c/,${SHOP}\n`),
    );
    expect(look).toMatchObject({ totalRows: 5, badRows: 1 });
    expect(lines.map(({ lineNo, reading }) => [lineNo, reading.kind])).toEqual([
      [2, 'record'],
      [3, 'shape'],
      [4, 'bad'],
      [5, 'record'],
      [6, 'bad'],
    ]);
  });
});
