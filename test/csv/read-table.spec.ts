import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { openTable, TableError } from '../../src/platform/csv/read-table.js';

async function read(bytes: Buffer) {
  const { headers, rows } = await openTable(bytes);
  const read = [];
  for await (const row of rows) read.push(row);
  return { headers, rows: read };
}

const TEXT = 'bron;doel\r\nhttps://blog.example/é;https://shop.example/\r\n';

describe('openTable', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with a mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16 the other way round', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode(TEXT, 'utf-16le')],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252')],
    ['a sep= line', Buffer.from(`sep=;\r\n${TEXT}`)],
  ])('%s is read', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({
      headers: ['bron', 'doel'],
      rows: [{ rowNo: 1, cells: ['https://blog.example/é', 'https://shop.example/'] }],
    });
  });

  it('a row knows the line it begins on, past line ends in cells and empty lines', async () => {
    const { rows } = await read(Buffer.from('a,b\n1,"x\ny"\n\n2,z\n'));
    expect(rows.map(({ rowNo, lineNo }) => [rowNo, lineNo])).toEqual([
      [1, 2],
      [2, 5],
    ]);
  });

  it('short and long rows come as they are', async () => {
    const { rows } = await read(Buffer.from('a,b\n1\n1,2,3\n'));
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['a quote that is never closed', 'a,b\n"1,2\n', 'unclosed_quote'],
    ['zero bytes', 'a,b\u0000c,\u0000\n', 'not_text'],
    [
      'more columns than a sheet has',
      `${Array.from({ length: 501 }, (_, i) => `c${i}`).join(',')}\n`,
      'too_many_columns',
    ],
    ['a cell of a million letters', `a,b\n${'x'.repeat(1_000_001)},1\n`, 'record_too_long'],
  ])('%s is refused', async (_, text, fault) => {
    const error = await read(Buffer.from(text)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TableError);
    expect(error).toMatchObject({ fault });
  });
});
