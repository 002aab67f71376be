import { describe, expect, it } from '@jest/globals';
import { bytesSource } from '../../src/platform/tables/file-source.js';
import { inspectFile } from '../../src/platform/tables/inspect-file.js';
import { readFile } from './read-file.js';
import { workbook, zip } from './zip-builder.js';

const PAGE = 'https://blog.example/post';
const LINKS = `Linking page,Last crawled\n${PAGE},2026-09-15\n`;

describe('a zip archive', () => {
  it('of Search Console lists its tables and takes the best known', async () => {
    const { look, lines } = await readFile(
      zip({
        'Filters.csv': 'Filter,Value\nx,y\n',
        'Top linking text.csv': 'Link text\nour shop\n',
        'Latest links.csv': `\uFEFF${LINKS}`,
        '__MACOSX/._Latest links.csv': 'x',
        'Empty.csv': '',
      }),
    );
    expect(look.sheets.map(({ name, format, isChosen }) => [name, format, isChosen])).toEqual([
      ['Filters.csv', null, false],
      ['Top linking text.csv', null, false],
      ['Latest links.csv', 'search_console_links', true],
    ]);
    expect(lines[0]).toMatchObject({
      lineNo: 2,
      reading: { kind: 'record', record: { link: { sourceUrl: PAGE } } },
    });
  });

  it('another table is read when its name is said', async () => {
    const source = bytesSource(zip({ 'a.csv': LINKS, 'b.csv': 'Domain,DR\nblog.example,3\n' }));
    expect(await inspectFile(source, { sheet: 'b.csv' })).toMatchObject({ headers: ['Domain', 'DR'] });
    await expect(inspectFile(source, { sheet: 'c.csv' })).rejects.toMatchObject({ fault: 'no_such_sheet' });
  });

  it.each<[string, Buffer, string]>([
    ['a hundredfold unpacked', zip({ 'a.csv': 'a,b\n'.repeat(2_000_000) }), 'too_large_unpacked'],
    ['that says it is huge', zip({ 'a.csv': LINKS }, { claims: 300 * 1024 * 1024 }), 'too_large_unpacked'],
    [
      'that says it is small and is not',
      zip({ 'a.csv': LINKS.repeat(100) }, { claims: 10 }),
      'broken_archive',
    ],
    ['cut off', zip({ 'a.csv': LINKS }).subarray(0, 40), 'broken_archive'],
    ['without a table', zip({ 'a.png': 'x' }), 'empty'],
  ])('%s is refused', async (_, bytes, fault) => {
    await expect(inspectFile(bytesSource(bytes))).rejects.toMatchObject({ fault });
  });
});

const STRINGS = ['Linking page', 'Last crawled', PAGE].map((text) => `<si><t>${text}</t></si>`).join('');
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
const HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';

describe('a workbook', () => {
  it.each([
    ['a day by a format of its own', '<c r="B2" s="2"><v>46280</v></c>', '', '2026-09-15T00:00:00.000Z'],
    ['a moment by a usual format', '<c r="B2" s="1"><v>46280.5</v></c>', '', '2026-09-15T12:00:00.000Z'],
    [
      'a day counted by Excel and not said to be one',
      '<c r="B2"><v>46280</v></c>',
      '',
      '2026-09-15T00:00:00.000Z',
    ],
    [
      'a day counted from 1904',
      '<c r="B2" s="1"><v>44818</v></c>',
      '<workbookPr date1904="1"/>',
      '2026-09-15T00:00:00.000Z',
    ],
    [
      'a day as text',
      '<c r="B2" t="inlineStr"><is><t>Sep 15, 2026</t></is></c>',
      '',
      '2026-09-15T00:00:00.000Z',
    ],
  ])('%s', async (_, cell, properties, lastSeenAt) => {
    const rows = `${HEADER}<row r="3"><c r="A3" t="s"><v>2</v></c>${cell.replace('B2', 'B3')}</row>`;
    const { look, lines } = await readFile(
      workbook({ Links: rows }, { strings: STRINGS, styles: STYLES, properties }),
    );
    expect(look).toMatchObject({ totalRows: 1, recognition: { format: 'search_console_links' } });
    expect(lines).toMatchObject([
      { lineNo: 3, reading: { kind: 'record', record: { link: { sourceUrl: PAGE, lastSeenAt } } } },
    ]);
  });

  it('numbers, yes and no, gaps and prefixed tags are read as people see them', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>Domain</t></is></c><c t="inlineStr"><is><t>DR</t></is></c><c r="D1" t="inlineStr"><is><r><t>No</t></r><r><t>tes</t></r></is></c></row>' +
      '<row><c t="inlineStr"><is><t>blog.example</t></is></c><c><v>33.300000000000004</v></c><c r="D2" t="b"><v>1</v></c></row>';
    const { look } = await readFile(workbook({ A: rows }));
    expect(look).toMatchObject({
      headers: ['Domain', 'DR', '', 'Notes'],
      firstRows: [['blog.example', '33.3', '', 'TRUE']],
    });
  });

  it('of several sheets the known one is taken', async () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const { look } = await readFile(
      workbook(
        { Cover: `<row>${cell('Report')}</row>`, Links: `${HEADER}<row>${cell(PAGE)}</row>` },
        { strings: STRINGS },
      ),
    );
    expect(look.sheets.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ['Cover', false],
      ['Links', true],
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['entities of its own', workbook({ A: '<row><c><v>&boom;</v></c></row>' }), 'broken_archive'],
    ['no sheet with anything in it', workbook({ A: '' }), 'empty'],
    ['of before 2007, or under a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
  ])('%s is refused', async (_, bytes, fault) => {
    await expect(inspectFile(bytesSource(bytes))).rejects.toMatchObject({ fault });
  });
});
