import { Readable } from 'node:stream';
import { type CsvError, type Info, parse } from 'csv-parse';
import { sniffDelimiter } from '../../core/imports/delimiter.js';
import { decodeText } from './decode-text.js';

/** One record of a file. */
export interface TableRow {
  /** Counts data rows from 1, the header not counted. */
  readonly rowNo: number;
  /** The line of the file the row begins on, from 1. */
  readonly lineNo: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
}

export type TableFault = 'empty' | 'unclosed_quote' | 'too_many_columns' | 'record_too_long' | 'not_text';

/** Why a file could not be read as a table, with the line where that showed. */
export class TableError extends Error {
  constructor(
    readonly fault: TableFault,
    readonly lineNo: number,
  ) {
    super(`${fault} at line ${lineNo}`);
  }
}

const MOST_COLUMNS = 500;
const LONGEST_RECORD = 1_000_000;
const SNIFFED = 64 * 1024;

/**
 * Opens a delimited text file: its encoding and delimiter are found out, the first record is the header, empty lines
 * are passed over. Rows come as they are, however many cells they have. Throws `TableError`.
 */
export async function openTable(bytes: Buffer): Promise<Table> {
  const { text } = decodeText(bytes);
  if (text.slice(0, SNIFFED).includes('\u0000')) throw new TableError('not_text', 1);
  const delimiter = sniffDelimiter(text.slice(0, SNIFFED));
  const saysDelimiter = /^sep=.\r?\n/i.test(text);
  const records = recordsOf(text, { delimiter, from: saysDelimiter ? 2 : 1 });
  const header = await records.next();
  if (header.done === true) throw new TableError('empty', 1);
  const headers = header.value.cells.map((cell) => cell.trim());
  if (headers.length > MOST_COLUMNS) throw new TableError('too_many_columns', header.value.lineNo);
  return { headers, rows: numbered(records) };
}

async function* numbered(records: AsyncIterable<Omit<TableRow, 'rowNo'>>): AsyncIterable<TableRow> {
  let rowNo = 0;
  for await (const record of records) {
    rowNo += 1;
    yield { rowNo, ...record };
  }
}

async function* recordsOf(
  text: string,
  { delimiter, from }: { delimiter: string; from: number },
): AsyncGenerator<Omit<TableRow, 'rowNo'>, void> {
  const parser = Readable.from(chunks(text)).pipe(
    parse({
      delimiter,
      bom: true,
      from_line: from,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
    }),
  );
  let end = from - 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // The parser tells the line a record ends on; it began right after the one before, empty lines aside.
      const inside = record.reduce((lines, cell) => lines + (cell.match(/\n/g)?.length ?? 0), 0);
      yield { lineNo: Math.max(info.lines - inside, end + 1), cells: record };
      end = info.lines;
    }
  } catch (error) {
    throw tableError(error);
  }
}

/** Pieces of the text: the parser takes them one by one, so the records never stand in memory all at once. */
function* chunks(text: string): Iterable<string> {
  const size = 64 * 1024;
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

function tableError(error: unknown): unknown {
  const { code, lines } = error as Partial<CsvError> & { lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new TableError('unclosed_quote', lines ?? 0);
  if (code === 'CSV_MAX_RECORD_SIZE') return new TableError('record_too_long', lines ?? 0);
  return error;
}
