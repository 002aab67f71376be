/** A file that can be read from any byte on: an upload in parts, a file on disk, bytes in memory. */
export interface FileSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `from` up to, not including, `to`, in pieces of at most a few megabytes. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'gb18030',
  'shift_jis',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** How a file is to be read: found out once, and kept, so that every reading of it gives the same rows. */
export interface TableDialect {
  readonly kind: 'text' | 'xlsx';
  /** The file inside a zip archive; null for a file that stands alone. */
  readonly entry: string | null;
  /** The sheet of a workbook; null for text. */
  readonly sheet: string | null;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** What ends a line: LF, with or without a CR before it, or CR alone. */
  readonly lineEnd: 'lf' | 'cr';
  /** The line (of a sheet: the row) the header stands on, from 1; 0: there is none, the columns have numbers. */
  readonly headerLine: number;
}

/** One row as it stands in the file; it may have fewer or more cells than there are headers. */
export interface TableRow {
  /** Counts rows of data from 1, bad ones too; the header, what stands above it and empty lines are not counted. */
  readonly rowNo: number;
  /** The line of the file (of a sheet: the row) it begins on, from 1. */
  readonly lineNo: number;
  readonly cells: readonly string[];
}

export const ROW_SHAPE_FAULTS = [
  'unclosed_quote',
  'stray_quote',
  'record_too_long',
  'too_many_columns',
] as const;
/** Why a line of a file is no row. */
export type RowShapeFault = (typeof ROW_SHAPE_FAULTS)[number];

/** A row that cannot be read; the next one begins on the line after it. */
export interface BadRow {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly fault: RowShapeFault;
}

/** A table opened for one reading from top to bottom, with memory that does not grow with the file. */
export interface OpenedTable {
  readonly dialect: TableDialect;
  readonly headers: readonly string[];
  /** The rows, some at a time: of large files, where a step for each row would cost more than the row. */
  readonly portions: AsyncIterable<readonly (TableRow | BadRow)[]>;
  /** The same rows one by one; read these or the portions. */
  readonly rows: AsyncIterable<TableRow | BadRow>;
}

export const TABLE_FAULTS = [
  'empty',
  'not_text',
  'unclosed_quote',
  'record_too_long',
  'too_many_columns',
  'too_large_unpacked',
  'broken_archive',
  'encrypted',
  'no_such_sheet',
  'old_excel',
] as const;
export type TableFault = (typeof TABLE_FAULTS)[number];

/** Why a file could not be read as a table, with the line where that showed (1 where there is none). */
export class TableError extends Error {
  constructor(
    readonly fault: TableFault,
    readonly lineNo: number,
  ) {
    super(`${fault} at line ${lineNo}`);
  }
}
