import { stringify } from 'csv-stringify/sync';
import { spreadsheetCell } from '../../core/tables/spreadsheet-cell.js';

/** A value of a table: numbers stay numbers, moments are written in UTC, null is an empty cell. */
export type Cell = string | number | boolean | Date | null;

/** Spreadsheets take a file for UTF-8 by this mark alone. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows written in one piece. */
const PIECE = 500;

/** A table as a CSV file (RFC 4180, line ends CRLF, UTF-8 with its mark) that no spreadsheet runs, in pieces. */
export async function* csvPieces(
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  let waiting: string[][] = [[...columns]];
  let mark = BYTE_ORDER_MARK;
  for await (const row of rows) {
    waiting.push(row.map(spreadsheetCell));
    if (waiting.length < PIECE) continue;
    yield mark + lines(waiting);
    waiting = [];
    mark = '';
  }
  if (waiting.length > 0) yield mark + lines(waiting);
}

function lines(rows: string[][]): string {
  return stringify(rows, { record_delimiter: 'windows' });
}
