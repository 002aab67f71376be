import { RecordSplitter, type SplitRecord } from './record-splitter.js';
import { type TableDialect, TableError } from './table.js';
import { decoded, findEncoding } from './text-encoding.js';
import { firstRecords, sniffText, withLineFeeds } from './text-sniffer.js';

/** Opens the bytes of one text anew, from its beginning. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

type TextDialect = Pick<TableDialect, 'encoding' | 'delimiter' | 'lineEnd'>;

const SNIFFED = 256 * 1024;

/** Characters split at once: the records of a whole piece of a file would lie about long before they are asked for. */
const PORTION = 16 * 1024;

/** How a text is to be read, with its first records. */
export interface SniffedText {
  readonly dialect: TextDialect;
  readonly records: readonly SplitRecord[];
}

/**
 * Finds out how a text is to be read. Its bytes are read to the end once, for the encoding, and a little once more. Throws `TableError` for
 * what is no text or holds nothing.
 */
export async function sniffBytes(open: OpenBytes): Promise<SniffedText> {
  const encoding = await findEncoding(open());
  const { start, isWhole } = await beginning(decoded(open(), encoding));
  if (start.includes('\u0000')) throw new TableError('not_text', 1);
  if (start.trim() === '') throw new TableError('empty', 1);
  const shape = sniffText(start, isWhole);
  const records = firstRecords(withLineFeeds(start, shape.lineEnd), shape, isWhole);
  return { dialect: { encoding, delimiter: shape.delimiter, lineEnd: shape.lineEnd }, records };
}

async function beginning(text: AsyncIterable<string>): Promise<{ start: string; isWhole: boolean }> {
  let start = '';
  for await (const piece of text) {
    start += piece;
    if (start.length >= SNIFFED) return { start, isWhole: false };
  }
  return { start, isWhole: true };
}

/** The records of a text from a line (from 1) on, some at a time. Throws `TableError` when its quotes make no sense from end to end. */
export async function* textRecords(
  open: OpenBytes,
  dialect: TextDialect,
  firstLine: number,
): AsyncGenerator<readonly SplitRecord[]> {
  const splitter = new RecordSplitter(dialect.delimiter, firstLine);
  let linesToPass = firstLine - 1;
  for await (const piece of decoded(open(), dialect.encoding)) {
    let text = withLineFeeds(piece, dialect.lineEnd);
    while (linesToPass > 0 && text !== '') {
      const end = text.indexOf('\n');
      text = end === -1 ? '' : text.slice(end + 1);
      if (end !== -1) linesToPass -= 1;
    }
    yield* portionsOf(text, splitter);
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

/** Splits a piece portion by portion. After one that ends no record the next is larger: a long record is not looked through too often. */
function* portionsOf(text: string, splitter: RecordSplitter): Generator<readonly SplitRecord[]> {
  let [from, size] = [0, PORTION];
  while (from < text.length) {
    const records = splitter.push(text.slice(from, from + size));
    from += size;
    size = records.length === 0 ? 2 * size : PORTION;
    if (records.length > 0) yield records;
  }
}
