import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { type FileSource, TableError } from './table.js';

const MOST_ENTRIES = 2_000;
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const HIGHEST_RATIO = 100;
/** Below this a high ratio says nothing: a small sheet of empty cells packs well. */
const RATIO_FROM = 1024 * 1024;

/** A zip archive whose directory was read and found harmless: names of its files, each of which can be opened more than once. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Reads the directory of an archive. Refused, before a byte is unpacked: more than 200 MB unpacked or a hundredfold its packed size, more than
   * 2,000 files, files under a password, and what is no archive. Throws `TableError`.
   */
  static async open(source: FileSource): Promise<ZipArchive> {
    try {
      const zip = await fromSource(source);
      return new ZipArchive(zip, await readDirectory(zip));
    } catch (error) {
      throw error instanceof TableError ? error : new TableError('broken_archive', 1);
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of one file, unpacked. Throws `TableError` when it is not there, or does not hold what the directory says. */
  async *bytes(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new TableError('no_such_sheet', 1);
    let stream: Readable | null = null;
    try {
      stream = await openEntry(this.zip, entry);
      for await (const piece of stream as AsyncIterable<Buffer>) yield piece;
    } catch {
      throw new TableError('broken_archive', 1);
    } finally {
      stream?.destroy();
    }
  }
}

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: FileSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, end));
  }
}

function fromSource(source: FileSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(
      new SourceReader(source),
      source.size,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, zip) => {
        if (error === null) resolve(zip);
        else reject(error);
      },
    );
  });
}

function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let packed = 0;
    let unpacked = 0;
    zip.on('entry', (entry: Entry) => {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      const isBomb =
        unpacked > LARGEST_UNPACKED ||
        (unpacked > RATIO_FROM && unpacked > packed * HIGHEST_RATIO) ||
        zip.entryCount > MOST_ENTRIES;
      if (isBomb) reject(new TableError('too_large_unpacked', 1));
      else if (entry.isEncrypted()) reject(new TableError('encrypted', 1));
      else {
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });
}
