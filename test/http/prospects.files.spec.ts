import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { answerTable, type Cell, type TableFormat } from '../../src/platform/http/table-answer.js';
import { xlsxPieces } from '../../src/platform/tables/xlsx-writer.js';
import { made } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

/** A cell of a sheet that was read again: its type as the file says it, and its value. */
type Read = readonly [type: string, value: string];

/** Reads the sheets of a workbook with parsers that are not those it was written with. */
function sheetsOf(file: Uint8Array): Read[][][] {
  const parts = unzipSync(file);
  const names = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  for (const part of Object.values(parts)) new SaxesParser({ xmlns: true }).write(text(part)).close();
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/styles.xml']),
  );
  return names.map((name) => rowsOf(text(parts[name] ?? new Uint8Array())));
}

function text(part: Uint8Array): string {
  return Buffer.from(part).toString('utf8');
}

function rowsOf(xml: string): Read[][] {
  const rows: Read[][] = [];
  let type = '';
  let value = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'f') throw new Error('a formula');
    if (name === 'row') rows.push([]);
    if (name === 'c') [type, value] = [attributes['t'] ?? (attributes['s'] === '1' ? 'moment' : 'n'), ''];
  });
  parser.on('text', (piece) => {
    value += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c') rows.at(-1)?.push([type, value]);
  });
  parser.write(xml).close();
  return rows;
}

/** Answers a table over HTTP, as a handler does, and reads it. */
async function answered(
  format: TableFormat,
  columns: string[],
  rows: () => AsyncGenerator<Cell[]>,
): Promise<Buffer> {
  const server = createServer((_, response) => {
    const express = Object.assign(response, {
      set: (headers: Record<string, string>) => response.setHeaders(new Map(Object.entries(headers))),
    });
    answerTable(express as never, { name: 'table', format, columns }, rows()).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="table.${format}"`);
    return Buffer.from(await answer.arrayBuffer());
  } finally {
    server.close();
  }
}

const LIVE = [
  '=1+1',
  '+31 6',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  ' =cmd|x',
];

async function* tricky(): AsyncGenerator<Cell[]> {
  for (const cell of LIVE) yield [cell, -5, 12.5, true, new Date('2026-11-20T12:00:00Z'), null];
  yield ['<a> & "b"\u0000\u001F', 0, Number.NaN, false, null, ''];
}

describe('a table as a file', () => {
  it('runs nothing and keeps types as XLSX', async () => {
    const [sheet = []] = sheetsOf(await answered('xlsx', ['=name', 'n'], tricky));
    expect(sheet[0]).toEqual([
      ['inlineStr', '=name'],
      ['inlineStr', 'n'],
    ]);
    for (const [index, cell] of LIVE.entries()) {
      const row = sheet[index + 1] ?? [];
      expect(row[0]).toEqual(['inlineStr', `'${cell}`]);
      expect(row.slice(1)).toEqual([
        ['n', '-5'],
        ['n', '12.5'],
        ['b', '1'],
        ['moment', '46346.5'],
        ['n', ''],
      ]);
    }
    expect(sheet.at(-1)).toEqual([
      ['inlineStr', '<a> & "b"'],
      ['n', '0'],
      ['n', ''],
      ['b', '0'],
      ['n', ''],
      ['n', ''],
    ]);
  });

  it('runs nothing as CSV', async () => {
    const csv = (await answered('csv', ['name', 'n'], tricky)).toString('utf8');
    expect(csv.startsWith('\uFEFFname,n\r\n')).toBe(true);
    for (const cell of LIVE) expect(csv).toContain(`'${cell}`);
    expect(csv).toContain(',-5,12.5,true,2026-11-20T12:00:00.000Z,\r\n');
  });

  it.each<TableFormat>(['csv', 'xlsx'])('has its header without any row, as %s', async (format) => {
    async function* none(): AsyncGenerator<Cell[]> {}
    const file = await answered(format, ['one', 'two'], none);
    if (format === 'csv') expect(file.toString('utf8')).toBe('\uFEFFone,two\r\n');
    else
      expect(sheetsOf(file)[0]?.[0]).toEqual([
        ['inlineStr', 'one'],
        ['inlineStr', 'two'],
      ]);
  });

  it('goes on on another sheet where one is full', async () => {
    async function* many(): AsyncGenerator<Cell[]> {
      for (let no = 1; no <= 20; no += 1) yield [no];
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxPieces(['no'], many(), 8)) pieces.push(piece);
    const sheets = sheetsOf(Buffer.concat(pieces));
    expect(sheets.map((sheet) => sheet.length)).toEqual([8, 8, 7]);
    expect(sheets.map((sheet) => sheet[0])).toEqual(Array(3).fill([['inlineStr', 'no']]));
    expect(sheets.flatMap((sheet) => sheet.slice(1)).flat()).toHaveLength(20);
  });
});

describe('the file of prospects', () => {
  let app: TestApp;
  let owner: Person;
  beforeAll(async () => {
    app = await startApp();
    owner = await setUp(app);
  });
  afterAll(() => app.close());

  it('holds the filtered list with own fields, numbers as numbers, texts as texts', async () => {
    const field = { recordKind: 'prospect', name: 'Budget', type: 'number' };
    made(await owner.browser.post('/custom-fields', field));
    for (const [address, notes] of [
      ['alpha.example', '=HYPERLINK("http://evil.example")'],
      ['beta.example', 'fine'],
    ])
      made(await owner.browser.post('/prospects', { address, notes, custom: { budget: 12.5 } }));
    const { id, revision } = (await owner.browser.get('/prospects?search=beta')).body.items[0];
    await owner.browser.patch(`/prospects/${id}`, { revision, status: 'qualified' });
    const headers = { cookie: `linkledger=${owner.browser.cookie('linkledger')}` };
    const get = (query: string) => fetch(`${app.url}/api/v1/prospects/export?${query}`, { headers });
    const xlsx = await get('format=xlsx');
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const [sheet = []] = sheetsOf(Buffer.from(await xlsx.arrayBuffer()));
    const column = (name: string): number => (sheet[0] ?? []).findIndex(([, value]) => value === name);
    const alpha = sheet.find((row) => row[column('site')]?.[1] === 'alpha.example') ?? [];
    expect(alpha[column('notes')]).toEqual(['inlineStr', `'=HYPERLINK("http://evil.example")`]);
    expect(alpha[column('budget')]).toEqual(['n', '12.5']);
    expect(alpha[column('created_at')]?.[0]).toBe('moment');
    const csv = await (await get('format=csv&status=qualified')).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    const wrong = await get('format=pdf');
    expect(wrong.status).toBe(400);
  });
});
