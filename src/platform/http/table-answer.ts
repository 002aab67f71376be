import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { type Cell, csvPieces } from '../tables/csv-writer.js';
import { xlsxPieces } from '../tables/xlsx-writer.js';

export type { Cell } from '../tables/csv-writer.js';

/** The forms a table is answered in. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What a table is called, without its ending; its form, and the names of its columns. */
export interface TableFile {
  readonly name: string;
  readonly format: TableFormat;
  readonly columns: readonly string[];
}

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Answers with a table as a file, row by row as they come, so that its size does not matter. No cell runs as a formula; numbers stay
 * numbers. The first row is read before the headers go out, so that a refusal is still a problem and not a broken file.
 */
export async function answerTable(
  response: Response,
  file: TableFile,
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const reader = rows[Symbol.asyncIterator]();
  const first = await reader.next();
  const all = resumed(first, reader);
  const pieces = file.format === 'csv' ? csvPieces(file.columns, all) : xlsxPieces(file.columns, all);
  response.set({
    'Content-Type': TYPES[file.format],
    'Content-Disposition': `attachment; filename="${file.name}.${file.format}"`,
    'Cache-Control': 'no-store',
  });
  await pipeline(Readable.from(pieces, { objectMode: false }), response);
}

async function* resumed<Row>(first: IteratorResult<Row>, rest: AsyncIterator<Row>): AsyncGenerator<Row> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
