import { foldHeader } from '../../core/imports/fold-header.js';
import { formatById } from '../../core/imports/formats/registry.js';
import { type Recognition, recognise } from '../../core/imports/recognise.js';
import { RowSample } from '../../core/imports/row-sample.js';
import {
  type DialectQuestion,
  decideDialect,
  openQuestions,
  type ValueDialect,
} from '../../core/imports/value-dialect.js';
import { openSheet, withHeader } from './open-table.js';
import { type FileSource, type TableDialect, TableError, type TableFault } from './table.js';
import { TableFile } from './table-file.js';

/** A table of a file, with what it was taken for. */
export interface SheetLook {
  readonly name: string;
  readonly format: string | null;
  readonly content: Recognition['content'];
  readonly confidence: Recognition['confidence'];
  readonly refused: Recognition['refused'];
  readonly isChosen: boolean;
}

/** All that can be told of a file before a person says what it is. */
export interface FileInspection {
  readonly dialect: TableDialect;
  readonly recognition: Recognition;
  readonly valueDialect: ValueDialect;
  /** What must be asked, because the values of the mapped columns leave it open. */
  readonly questions: readonly DialectQuestion[];
  /** The tables to choose from; of a plain text one, without a name. */
  readonly sheets: readonly SheetLook[];
  readonly headers: readonly string[];
  /** Headers that stand there more than once. */
  readonly repeatedHeaders: readonly string[];
  /** The first 20 rows. */
  readonly firstRows: readonly (readonly string[])[];
  /** Rows from all over the table, to decide anew when the mapping changes. */
  readonly sample: readonly (readonly string[])[];
  readonly totalRows: number;
  /** Rows among them that are none. */
  readonly badRows: number;
}

const SHOWN_ROWS = 20;

interface Candidate {
  readonly name: string;
  readonly dialect: TableDialect;
  readonly recognition: Recognition;
}

/**
 * Reads a file once to its end: chooses the table that is known best (or the one of a name), recognises it, decides how its values are written,
 * counts its rows. Throws `TableError` for what is no table, and when not one row of it can be read.
 */
export async function inspectFile(
  source: FileSource,
  how: { readonly sheet?: string } = {},
): Promise<FileInspection> {
  const file = await TableFile.open(source);
  const candidates = (await file.sheets()).map((sheet): Candidate => {
    const dialect = withHeader(sheet.dialect, sheet.top);
    const records = sheet.top.flatMap((record) => ('cells' in record ? [record] : []));
    const header = records.find((record) => record.lineNo === dialect.headerLine)?.cells;
    const sample = records
      .filter((record) => record.lineNo > dialect.headerLine)
      .map((record) => record.cells);
    const headers = header ?? (sample[0] ?? []).map((_, index) => String(index + 1));
    const look = { headers: headers.map((cell) => cell.trim()), sample, hasHeader: header !== undefined };
    return { name: sheet.name, dialect, recognition: recognise(look) };
  });
  const chosen =
    how.sheet === undefined ? best(candidates) : candidates.find((one) => one.name === how.sheet);
  if (chosen === undefined) throw new TableError('no_such_sheet', 1);
  const sheets = candidates.map(
    ({ name, recognition: { format, content, confidence, refused }, ...one }) => ({
      name,
      format,
      content,
      confidence,
      refused,
      isChosen: one.dialect === chosen.dialect,
    }),
  );
  return { ...(await readThrough(file, chosen)), sheets };
}

const CONFIDENCE = { sure: 2, likely: 1, unknown: 0 } as const;

/** The table that is known best; of equals the first. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  const score = ({ recognition }: Candidate): number =>
    recognition.refused === null ? CONFIDENCE[recognition.confidence] : -1;
  return [...candidates].sort((one, other) => score(other) - score(one))[0];
}

async function readThrough(
  file: TableFile,
  { dialect, recognition }: Candidate,
): Promise<Omit<FileInspection, 'sheets'>> {
  const table = await openSheet(file, dialect);
  const sample = new RowSample();
  let totalRows = 0;
  let firstBad: { fault: TableFault; lineNo: number } | null = null;
  let badRows = 0;
  for await (const rows of table.portions)
    for (const row of rows) {
      totalRows += 1;
      if ('cells' in row) {
        sample.add(row.cells);
        continue;
      }
      badRows += 1;
      firstBad ??= { fault: row.fault === 'stray_quote' ? 'unclosed_quote' : row.fault, lineNo: row.lineNo };
    }
  if (firstBad !== null && badRows === totalRows) throw new TableError(firstBad.fault, firstBad.lineNo);
  const hints = hintsOf(dialect, recognition.format);
  const valueDialect = decideDialect(recognition.mapping, sample.rows, hints);
  return {
    dialect,
    recognition,
    valueDialect,
    questions: openQuestions(recognition.mapping, sample.rows, valueDialect),
    headers: table.headers,
    repeatedHeaders: repeated(table.headers),
    firstRows: sample.rows.slice(0, SHOWN_ROWS),
    sample: sample.rows,
    totalRows,
    badRows,
  };
}

function hintsOf(dialect: TableDialect, format: string | null): Parameters<typeof decideDialect>[2] {
  const dateOrder = format === null ? undefined : formatById(format)?.quirks?.dateOrder;
  return { isWorkbook: dialect.kind === 'xlsx', ...(dateOrder === undefined ? {} : { dateOrder }) };
}

function repeated(headers: readonly string[]): string[] {
  const folded = headers.map(foldHeader);
  return headers.filter((_, index) => folded[index] !== '' && folded.indexOf(folded[index] ?? '') < index);
}
