import { isKnownHeader } from '../../core/imports/formats/registry.js';
import { headerRow } from '../../core/imports/header-row.js';
import type { SplitRecord } from './record-splitter.js';
import {
  type BadRow,
  type FileSource,
  type OpenedTable,
  type TableDialect,
  TableError,
  type TableRow,
} from './table.js';
import { type Sheet, type SheetDialect, TableFile } from './table-file.js';

/**
 * Opens a table to be read from top to bottom. The dialect, found out before, makes every reading give the same rows; without one the
 * first table of the file is taken as it looks. Throws `TableError`.
 */
export async function openTable(source: FileSource, dialect?: TableDialect): Promise<OpenedTable> {
  const file = await TableFile.open(source);
  if (dialect !== undefined) return openSheet(file, dialect);
  const sheet = await firstSheet(file);
  return openSheet(file, withHeader(sheet.dialect, sheet.top));
}

/** Opens a table whose first record is its header, whatever it says. Throws `TableError`. */
export async function openTableWithHeader(source: FileSource): Promise<OpenedTable> {
  const file = await TableFile.open(source);
  const sheet = await firstSheet(file);
  return openSheet(file, { ...sheet.dialect, headerLine: firstLine(sheet.top) });
}

/** Opens a table of a file that is open already. */
export async function openSheet(file: TableFile, dialect: TableDialect): Promise<OpenedTable> {
  const records = file.records(dialect, Math.max(dialect.headerLine, 1));
  const first = await records.next();
  const [top] = first.done === true ? [] : first.value;
  if (first.done === true || top === undefined) throw new TableError('empty', 1);
  const hasHeader = dialect.headerLine > 0;
  if (hasHeader && !('cells' in top)) throw new TableError(faultOf(top), top.lineNo);
  const portions = numbered(chained(first.value.slice(hasHeader ? 1 : 0), records));
  return { dialect, headers: headersOf(top, hasHeader), portions, rows: oneByOne(portions) };
}

async function firstSheet(file: TableFile): Promise<Sheet> {
  const [sheet] = await file.sheets();
  if (sheet === undefined) throw new TableError('empty', 1);
  return sheet;
}

/** Finds the header among the first records of a table. Throws `TableError` when not one of them can be read. */
export function withHeader(dialect: SheetDialect, top: readonly SplitRecord[]): TableDialect {
  const whole = top.flatMap((record) => ('cells' in record ? [record] : []));
  if (whole.length === 0) throw new TableError(faultOf(top[0]), firstLine(top));
  const row = headerRow(
    whole.map((record) => record.cells),
    isKnownHeader,
  );
  return { ...dialect, headerLine: row === null ? 0 : (whole[row]?.lineNo ?? 1) };
}

function firstLine(top: readonly SplitRecord[]): number {
  return top[0]?.lineNo ?? 1;
}

function faultOf(
  record: SplitRecord | undefined,
): 'unclosed_quote' | 'record_too_long' | 'too_many_columns' | 'empty' {
  if (record === undefined || 'cells' in record) return 'empty';
  return record.fault === 'stray_quote' ? 'unclosed_quote' : record.fault;
}

/** Where no header stands, columns are known by their numbers. */
function headersOf(top: SplitRecord, hasHeader: boolean): string[] {
  const cells = 'cells' in top ? top.cells : [];
  return cells.map((cell, index) => (hasHeader ? cell.trim() : String(index + 1)));
}

async function* numbered(
  portions: AsyncIterable<readonly SplitRecord[]>,
): AsyncGenerator<(TableRow | BadRow)[]> {
  let rowNo = 0;
  for await (const records of portions) {
    yield records.map((record) => {
      rowNo += 1;
      if ('cells' in record) return { rowNo, lineNo: record.lineNo, cells: record.cells };
      return { rowNo, lineNo: record.lineNo, fault: record.fault };
    });
  }
}

async function* oneByOne<Row>(portions: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const rows of portions) yield* rows;
}

async function* chained<Item>(first: Item, rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}
