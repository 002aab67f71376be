import type { SplitRecord } from './record-splitter.js';
import { sheetRecords } from './sheet-rows.js';
import { type FileSource, type TableDialect, TableError } from './table.js';
import { type OpenBytes, sniffBytes, textRecords } from './text-table.js';
import { isWorkbook, openWorkbook, type Workbook, workbookSheets } from './workbook.js';
import { ZipArchive } from './zip-archive.js';

/** How one table of a file is read, all but where its header stands. */
export type SheetDialect = Omit<TableDialect, 'headerLine'>;

/** One table of a file: a sheet of a workbook, a text, or a text within an archive. */
export interface Sheet {
  readonly name: string;
  readonly dialect: SheetDialect;
  /** Its first records, the header and what stands above it among them. */
  readonly top: readonly SplitRecord[];
}

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const TEXT_FILES = /\.(?:csv|tsv|tab|txt)$/i;
const TOP = 50;
const MOST_SHEETS = 50;

/** A file in which tables are looked for and read. An archive is opened once, however often its tables are. */
export class TableFile {
  private workbook: Promise<Workbook> | null = null;

  private constructor(
    private readonly source: FileSource,
    private readonly archive: ZipArchive | null,
  ) {}

  /** Opens a file by what it begins with. Throws `TableError` for an empty one, a bomb, and a workbook of before 2007. */
  static async open(source: FileSource): Promise<TableFile> {
    if (source.size === 0) throw new TableError('empty', 1);
    const start = await firstBytes(source);
    if (OLD_OFFICE.every((byte, index) => start[index] === byte)) throw new TableError('old_excel', 1);
    const isArchive = ARCHIVE.every((byte, index) => start[index] === byte);
    return new TableFile(source, isArchive ? await ZipArchive.open(source) : null);
  }

  /** The tables of the file that hold something, at most 50, with how each is to be read. Throws `TableError` when there is none. */
  async sheets(): Promise<Sheet[]> {
    if (this.archive === null) return [await this.text('', null)];
    const sheets = isWorkbook(this.archive)
      ? await this.workbookTables(this.archive)
      : await this.archiveTables(this.archive);
    if (sheets.length === 0) throw new TableError('empty', 1);
    return sheets;
  }

  /** The records of one table from a line (from 1) on, some at a time and at least one. Throws `TableError`. */
  async *records(dialect: SheetDialect, firstLine: number): AsyncGenerator<readonly SplitRecord[]> {
    if (dialect.kind === 'text') yield* textRecords(this.bytes(dialect.entry), dialect, firstLine);
    else
      for await (const rows of this.sheet(dialect.sheet ?? '')) {
        const records = rows.filter(({ lineNo }) => lineNo >= firstLine);
        if (records.length > 0) yield records;
      }
  }

  private async *sheet(name: string): AsyncGenerator<readonly SplitRecord[]> {
    if (this.archive === null) throw new TableError('no_such_sheet', 1);
    this.workbook ??= openWorkbook(this.archive);
    const workbook = await this.workbook;
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new TableError('no_such_sheet', 1);
    yield* sheetRecords(this.archive, workbook, sheet);
  }

  private async workbookTables(archive: ZipArchive): Promise<Sheet[]> {
    const { sheets } = await workbookSheets(archive);
    const found: Sheet[] = [];
    for (const { name } of sheets.slice(0, MOST_SHEETS)) {
      const dialect: SheetDialect = {
        kind: 'xlsx',
        entry: null,
        sheet: name,
        encoding: 'utf-8',
        delimiter: '',
        lineEnd: 'lf',
      };
      const top = await first(this.records(dialect, 1));
      if (top.length > 0) found.push({ name, dialect, top });
    }
    return found;
  }

  private async archiveTables(archive: ZipArchive): Promise<Sheet[]> {
    const names = archive.names.filter(
      (name) => TEXT_FILES.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name),
    );
    const found: Sheet[] = [];
    for (const name of names.slice(0, MOST_SHEETS)) {
      const sheet = await this.text(name, name).catch(emptyIsNone);
      if (sheet !== null) found.push(sheet);
    }
    return found;
  }

  private async text(name: string, entry: string | null): Promise<Sheet> {
    const { dialect, records } = await sniffBytes(this.bytes(entry));
    return { name, dialect: { kind: 'text', entry, sheet: null, ...dialect }, top: records };
  }

  private bytes(entry: string | null): OpenBytes {
    const { archive, source } = this;
    if (entry === null) return () => source.read(0, source.size);
    if (archive === null) throw new TableError('no_such_sheet', 1);
    return () => archive.bytes(entry);
  }
}

function emptyIsNone(error: unknown): null {
  if (error instanceof TableError && error.fault === 'empty') return null;
  throw error;
}

async function firstBytes(source: FileSource): Promise<Uint8Array> {
  const start: number[] = [];
  for await (const piece of source.read(0, Math.min(8, source.size))) start.push(...piece);
  return Uint8Array.from(start);
}

async function first(portions: AsyncIterable<readonly SplitRecord[]>): Promise<SplitRecord[]> {
  const top: SplitRecord[] = [];
  for await (const records of portions) {
    top.push(...records.slice(0, TOP - top.length));
    if (top.length === TOP) break;
  }
  return top;
}
