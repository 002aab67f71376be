import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { type RowReading, readHeader, readRow } from './verify-row.js';

/** The input cannot be read as the CSV it should be. */
export class InputError extends Error {}

/** A CSV on disk that can be read more than once. */
export interface CsvFile {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** The file as it is; what comes by standard input is put on disk first, because the rows are read twice. */
export async function csvFile(input: string, stdin: Readable): Promise<CsvFile> {
  if (input !== '-') return { path: input, remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'linkledger-verify-'));
  const path = join(folder, 'input.csv');
  await pipeline(stdin, createWriteStream(path, { mode: 0o600 }));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

const MAX_ROW_BYTES = 8 * 1024 * 1024;

/** Reads the rows one by one; never holds more than a few. Throws `InputError` for what is no CSV with the right header. */
export async function* readRows(path: string): AsyncGenerator<RowReading> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
  });
  const source = createReadStream(path);
  source.once('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: { places: ReturnType<typeof readHeader>['places']; width: number } | null = null;
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (header !== null) {
        row += 1;
        yield readRow(record, row, header);
        continue;
      }
      const { missing, places } = readHeader(record);
      if (missing.length > 0) throw new InputError(`The header row has no column ${missing.join(' and ')}.`);
      header = { places, width: record.length };
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(messageOf(error));
  } finally {
    source.destroy();
  }
  if (header === null) throw new InputError('The input is empty: a header row is needed.');
}

function messageOf(error: unknown): string {
  return `The input cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
