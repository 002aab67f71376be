import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskSource } from '../../../platform/tables/file-source.js';
import { openTableWithHeader } from '../../../platform/tables/open-table.js';
import { TableError } from '../../../platform/tables/table.js';
import { type RowReading, readHeader, readRow } from './verify-row.js';

/** The input cannot be read as the CSV it should be. */
export class InputError extends Error {}

/** A CSV on disk that can be read more than once. */
export interface CsvFile {
  readonly path: string;
  readonly remove: () => void;
}

/**
 * The file as it is; what comes by standard input or by a pipe is put on disk first, because the rows are read twice.
 * Throws `InputError` when there is no such file.
 */
export async function csvFile(input: string, stdin: Readable): Promise<CsvFile> {
  try {
    if (input === '-' || input === '/dev/stdin') return await spooled(stdin);
    const isPipe = (await stat(input)).isFIFO();
    return isPipe ? await spooled(createReadStream(input)) : { path: input, remove: () => undefined };
  } catch (error) {
    throw new InputError(messageOf(error));
  }
}

async function spooled(source: Readable): Promise<CsvFile> {
  const folder = await mkdtemp(join(tmpdir(), 'linkledger-verify-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // A reader of ours that goes away ends the program at once.
  process.once('exit', remove);
  const path = join(folder, 'input.csv');
  await pipeline(source, createWriteStream(path, { mode: 0o600 }));
  return { path, remove };
}

/** Reads the rows one by one; never holds more than a few. Throws `InputError` for what is no CSV with the right header. */
export async function* readRows(path: string): AsyncGenerator<RowReading> {
  try {
    const { headers, rows } = await openTableWithHeader(await diskSource(path));
    const { missing, places } = readHeader(headers);
    if (missing.length > 0) throw new InputError(`The header row has no column ${missing.join(' and ')}.`);
    const header = { places, width: headers.length };
    for await (const row of rows) {
      if ('cells' in row) yield readRow(row.cells, row.rowNo, header);
      else yield { usable: false, row: { row: row.rowNo, sourceUrl: '', targetUrl: '' }, reason: 'columns' };
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  if (error instanceof TableError && error.fault === 'empty')
    return 'The input is empty: a header row is needed.';
  return `The input cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
