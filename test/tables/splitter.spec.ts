import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { bytesSource } from '../../src/platform/tables/file-source.js';
import { inspectFile } from '../../src/platform/tables/inspect-file.js';
import { openTable, openTableWithHeader } from '../../src/platform/tables/open-table.js';
import { RecordSplitter, type SplitRecord } from '../../src/platform/tables/record-splitter.js';
import type { FileSource } from '../../src/platform/tables/table.js';

async function rowsOf(bytes: Buffer | string) {
  const table = await openTable(bytesSource(Buffer.from(bytes as string)));
  const rows = [];
  for await (const row of table.rows) rows.push(row);
  return { ...table, rows };
}

/** The records of a text that comes in pieces of one size. */
function split(text: string, size: number): SplitRecord[] {
  const splitter = new RecordSplitter(',');
  const records: SplitRecord[] = [];
  for (let at = 0; at < text.length; at += size)
    for (const record of splitter.push(text.slice(at, at + size))) records.push(record);
  return records.concat(splitter.end());
}

const TEXT = 'bron;doel\r\nhttps://blog.example/é;https://shop.example/\r\n';

describe('a text', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 with a mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 the other way round', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 without a mark', iconv.encode(TEXT, 'utf-16le'), 'utf-16le'],
    ['UTF-16 the other way round without a mark', iconv.encode(TEXT, 'utf-16be'), 'utf-16be'],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252'), 'windows-1252'],
    ['a sep= line', Buffer.from(`sep=;\r\n${TEXT}`), 'utf-8'],
    ['lines that end with CR alone', Buffer.from(TEXT.replaceAll('\r\n', '\r')), 'utf-8'],
    ['lines that end with LF', Buffer.from(TEXT.replaceAll('\r\n', '\n')), 'utf-8'],
    ['tabs', Buffer.from(TEXT.replaceAll(';', '\t')), 'utf-8'],
    ['bars', Buffer.from(TEXT.replaceAll(';', '|')), 'utf-8'],
  ])('%s is read', async (_, bytes, encoding) => {
    expect(await rowsOf(bytes)).toMatchObject({
      dialect: { encoding },
      headers: ['bron', 'doel'],
      rows: [{ rowNo: 1, cells: ['https://blog.example/é', 'https://shop.example/'] }],
    });
  });

  it.each([
    [
      'Chinese',
      'gb18030',
      '来源网址,目标网址,锚文本\nhttps://blog.example/,https://shop.example/,我们的商店很好\n',
    ],
    [
      'Japanese',
      'shift_jis',
      'リンク元,リンク先,アンカー\nhttps://blog.example/,https://shop.example/,わたしたちのおみせ\n',
    ],
    ['French', 'windows-1252', 'Domaine,Thème\nblog.example,Café à Genève été déjà dépassé\n'],
  ])('%s of before Unicode is told by its bytes', async (_, encoding, text) => {
    const { dialect, headers } = await rowsOf(iconv.encode(text, encoding));
    expect({ encoding: dialect.encoding, headers: headers.join(',') }).toEqual({
      encoding,
      headers: text.split('\n')[0],
    });
  });

  it.each([
    ['bytes that are no UTF-8 late in a large file', `Domain,Note\n${'blog.example,x\n'.repeat(20_000)}`],
  ])('%s make all of it windows-1252', async (_, text) => {
    const { rows } = await rowsOf(Buffer.concat([Buffer.from(text), Buffer.from([0x61, 0x2c, 0xe9, 0x0a])]));
    expect(rows.at(-1)).toMatchObject({ cells: ['a', 'é'] });
  });

  it('letters of several bytes may be cut anywhere', async () => {
    const bytes = Buffer.from(`Domain,Note\nblog.example,éé日本😀\n`);
    const byOne: FileSource = {
      size: bytes.length,
      async *read(from, to) {
        for (let at = from; at < to; at += 1) yield bytes.subarray(at, at + 1);
      },
    };
    const rows = [];
    for await (const row of (await openTable(byOne)).rows) rows.push(row);
    expect(rows).toMatchObject([{ cells: ['blog.example', 'éé日本😀'] }]);
  });

  it('a row knows the line it begins on, past line ends in cells and empty lines', async () => {
    const { rows } = await rowsOf('Domain,Note\r\n1,"x\r\ny"\r\n\r\n2,z\r\n');
    expect(rows.map(({ rowNo, lineNo }) => [rowNo, lineNo])).toEqual([
      [1, 2],
      [2, 5],
    ]);
  });

  it('a comma in every date does not win from the marks between the cells', async () => {
    const { dialect } = await rowsOf('Seite;Datum\na.example;Sep 1, 2026\nb.example;Sep 2, 2026\n');
    expect(dialect.delimiter).toBe(';');
  });

  it('a header that must be the first line is it, whatever it says', async () => {
    const { headers, rows } = await openTableWithHeader(
      bytesSource(Buffer.from('https://a.example,x\nDomain,DR\n')),
    );
    expect(headers).toEqual(['https://a.example', 'x']);
    for await (const row of rows) expect(row).toMatchObject({ rowNo: 1, lineNo: 2 });
  });

  it('headers that stand there twice are named', async () => {
    const look = await inspectFile(bytesSource(Buffer.from('Domain,DR,domain ,DR\nblog.example,1,2,3\n')));
    expect(look.repeatedHeaders).toEqual(['domain', 'DR']);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['white space alone', ' \r\n\n', 'empty'],
    ['a file of which no row can be read', 'a,b\n"1,2\n', 'unclosed_quote'],
    ['zero bytes', 'a,b\u0000c,\u0000\n', 'not_text'],
    ['a cell of a million letters', `a,b\n${'x'.repeat(1_000_001)},1\n`, 'record_too_long'],
    [
      'ten thousand columns and one',
      `${Array.from({ length: 10_001 }, (_, i) => `c${i}`).join(',')}\n`,
      'too_many_columns',
    ],
  ])('%s is refused', async (_, text, fault) => {
    await expect(inspectFile(bytesSource(Buffer.from(text)))).rejects.toMatchObject({ fault });
  });
});

describe('RecordSplitter', () => {
  it.each<[string, string, readonly (readonly string[] | string)[]]>([
    ['quotes, doubled quotes and marks in cells', 'a,"b ""c"", d",e\n', [['a', 'b "c", d', 'e']]],
    ['a quote within a bare cell is a letter', '5" disk,b\n', [['5" disk', 'b']]],
    ['a quote that should have been doubled is a letter', '"a "b" c",d\n', [['a "b" c', 'd']]],
    ['an empty cell in quotes', '"",b,\n', [['', 'b', '']]],
    [
      'no line end at the end',
      'a,b\nc,"d"',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR before LF falls away, in quotes too',
      '"a",b\r\nc,"d"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['short and long rows come as they are', 'a\nb,c,d\n', [['a'], ['b', 'c', 'd']]],
    ['a quote that is never closed costs its line alone', 'a,"b\nc,d\n', ['unclosed_quote', ['c', 'd']]],
    [
      'rows that ran into one another cost their lines',
      'a,"b\nc" d,"e\nf,g\n',
      ['stray_quote', 'unclosed_quote', ['f', 'g']],
    ],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 2, 3, 7, 1000])
      expect(split(text, size).map((record) => ('cells' in record ? record.cells : record.fault))).toEqual(
        expected,
      );
  });

  it('after a record that is too long the next line is read, and its number is true', () => {
    const records = split(`a,b\n"${'x\n'.repeat(600_000)}\nc,d\n`, 65_536);
    expect(records[1]).toEqual({ lineNo: 2, fault: 'unclosed_quote' });
    expect(records.at(-1)).toEqual({ lineNo: 600_003, cells: ['c', 'd'] });
  });

  it('a file of nothing but open quotes is given up before it is read a million times', () => {
    const splitter = new RecordSplitter(',');
    const piece = 'a","b\n'.repeat(20_000);
    expect(() => {
      for (let round = 0; round < 100; round += 1) splitter.push(piece);
    }).toThrow('unclosed_quote');
  });
});
