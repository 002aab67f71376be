import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { sniffDelimiter } from '../../../core/imports/delimiter.js';
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

const MAX_ROW_BYTES = 8 * 1024 * 1024;

/** Reads the rows one by one; never holds more than a few. Throws `InputError` for what is no CSV with the right header. */
export async function* readRows(path: string): AsyncGenerator<RowReading> {
  const parser = parse({
    bom: true,
    delimiter: sniffDelimiter(await firstLine(path)),
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

const HEADER_BYTES = 16 * 1024;

/** The header row names no column with a separator in it, so it tells how the cells are separated. */
async function firstLine(path: string): Promise<string> {
  const start: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { end: HEADER_BYTES })) start.push(chunk as Buffer);
  } catch (error) {
    throw new InputError(messageOf(error));
  }
  return /[^\r\n]+/.exec(Buffer.concat(start).toString())?.[0] ?? '';
}

function messageOf(error: unknown): string {
  return `The input cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
