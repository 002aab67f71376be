import { Zip, ZipDeflate } from 'fflate';
import { dateSerial, sheetCell, sheetRow } from '../../core/tables/sheet-xml.js';
import { spreadsheetText } from '../../core/tables/spreadsheet-cell.js';
import type { Cell } from './csv-writer.js';

/** Rows of one sheet (ECMA-376 leaves it open; every program stops here), with the header in the first. */
const SHEET_ROWS = 1_048_576;

/** Rows written in one piece. */
const PIECE = 500;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a zip file carry a time; this one is always the same, so that the same table is the same file. */
const PART_TIME = new Date(Date.UTC(2000, 0, 1));

/**
 * A table as an XLSX file in pieces, in constant memory: a zip whose sheets are deflated while the rows come. Texts are inline strings,
 * never formulas; numbers, yes and no and moments keep their type. What does not fit on one sheet goes on the next.
 */
export async function* xlsxPieces(
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
  sheetRows: number = SHEET_ROWS,
): AsyncGenerator<Uint8Array> {
  const file = new ZipFile();
  file.part('[Content_Types].xml', CONTENT_TYPES);
  file.part('_rels/.rels', relations([['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml']]));
  file.part('xl/styles.xml', STYLES);
  const sheets = new Sheets(file, columns, sheetRows);
  for await (const row of rows) {
    sheets.add(row);
    yield* file.ready();
  }
  const count = sheets.end();
  file.part('xl/workbook.xml', workbook(count));
  file.part('xl/_rels/workbook.xml.rels', workbookRelations(count));
  file.end();
  yield* file.ready();
}

/** The sheets of a workbook, one after another. */
class Sheets {
  private count = 0;
  private rowNo = 0;
  private waiting: string[] = [];
  private sheet: ZipDeflate | null = null;

  constructor(
    private readonly file: ZipFile,
    private readonly columns: readonly string[],
    private readonly sheetRows: number,
  ) {}

  add(row: readonly Cell[]): void {
    if (this.sheet === null || this.rowNo === this.sheetRows) this.next();
    this.line(row.map(cellOf));
    if (this.waiting.length >= PIECE) this.flush();
  }

  /** Closes the last sheet; there is always one. Answers how many there are. */
  end(): number {
    if (this.sheet === null) this.next();
    this.close();
    return this.count;
  }

  private next(): void {
    this.close();
    this.count += 1;
    this.rowNo = 0;
    this.sheet = this.file.open(`xl/worksheets/sheet${this.count}.xml`);
    this.waiting.push(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`);
    this.line(this.columns.map((name) => sheetCell({ kind: 'text', text: name })));
  }

  private line(cells: readonly string[]): void {
    this.rowNo += 1;
    this.waiting.push(sheetRow(this.rowNo, cells));
  }

  private close(): void {
    if (this.sheet === null) return;
    this.waiting.push('</sheetData></worksheet>');
    this.flush(true);
    this.sheet = null;
  }

  private flush(isLast = false): void {
    this.sheet?.push(Buffer.from(this.waiting.join(''), 'utf8'), isLast);
    this.waiting = [];
  }
}

/** A zip file that is read while it is written. */
class ZipFile {
  private pieces: Uint8Array[] = [];
  private readonly zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    this.pieces.push(piece);
  });

  open(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = PART_TIME;
    this.zip.add(part);
    return part;
  }

  part(name: string, content: string): void {
    this.open(name).push(Buffer.from(content, 'utf8'), true);
  }

  end(): void {
    this.zip.end();
  }

  /** What is written and not yet taken. */
  *ready(): Generator<Uint8Array> {
    const pieces = this.pieces;
    this.pieces = [];
    yield* pieces;
  }
}

function cellOf(value: Cell): string {
  if (value === null) return sheetCell({ kind: 'empty' });
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? sheetCell({ kind: 'number', number: value })
      : sheetCell({ kind: 'empty' });
  if (typeof value === 'boolean') return sheetCell({ kind: 'boolean', yes: value });
  if (typeof value === 'string') return sheetCell({ kind: 'text', text: spreadsheetText(value) });
  const serial = dateSerial(value.getTime());
  return serial === null
    ? sheetCell({ kind: 'text', text: value.toISOString() })
    : sheetCell({ kind: 'moment', serial });
}

/** Every part that is not named is a sheet, so that the number of sheets need not be known at the beginning. */
const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

/** Style 0 is plain, style 1 shows a moment. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbook(count: number): string {
  const sheets = numbers(count).map((no) => `<sheet name="Sheet${no}" sheetId="${no}" r:id="rId${no}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(count: number): string {
  return relations([
    ...numbers(count).map(
      (no) => [`rId${no}`, `${RELATIONS}/worksheet`, `worksheets/sheet${no}.xml`] as const,
    ),
    [`rId${count + 1}`, `${RELATIONS}/styles`, 'styles.xml'],
  ]);
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
