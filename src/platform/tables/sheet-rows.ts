import { excelMoment, excelNumber } from './excel-number.js';
import type { SplitRecord } from './record-splitter.js';
import type { Workbook, WorkbookSheet } from './workbook.js';
import { readXml, type XmlEvents } from './xml-reader.js';
import type { ZipArchive } from './zip-archive.js';

const MOST_COLUMNS = 10_000;
const LONGEST_RECORD = 1_000_000;

/** The rows of a sheet that hold something, some at a time: texts as they are, numbers with a point, moments as ISO 8601. Throws `TableError`. */
export async function* sheetRecords(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: WorkbookSheet,
): AsyncGenerator<readonly SplitRecord[]> {
  const gatherer = new RowGatherer(workbook);
  const pieces = readXml(archive.bytes(sheet.path), gatherer);
  while ((await pieces.next()).done !== true) yield gatherer.take();
  yield gatherer.take();
}

/** Makes rows of the tags of a sheet. */
class RowGatherer implements XmlEvents {
  private rows: SplitRecord[] = [];
  private rowNo = 0;
  private cells: string[] = [];
  private column = 0;
  private characters = 0;
  private isTooWide = false;
  private kind = 'n';
  private isMoment = false;
  private value = '';
  private isValue = false;
  private isPhonetic = false;

  constructor(private readonly workbook: Workbook) {}

  take(): SplitRecord[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 'v' || name === 't') this.isValue = !this.isPhonetic;
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    const said = Number(attributes['r']);
    this.rowNo = Number.isInteger(said) && said > this.rowNo ? said : this.rowNo + 1;
    this.cells = [];
    this.column = 0;
    this.characters = 0;
    this.isTooWide = false;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const { r, t, s } = attributes;
    if (r !== undefined) this.column = columnOf(r);
    this.kind = t ?? 'n';
    this.isMoment = this.workbook.dateStyles[Number(s)] === true;
    this.value = '';
  }

  private closeCell(): void {
    const text = this.shown();
    if (this.column >= MOST_COLUMNS) this.isTooWide ||= text !== '';
    else if (text !== '') {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] = text;
      this.characters += text.length;
    }
    this.column += 1;
  }

  private shown(): string {
    const { value } = this;
    if (this.kind === 's') return this.workbook.strings[Number(value)] ?? '';
    if (this.kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.kind !== 'n' || value === '') return value;
    const moment = this.isMoment ? excelMoment(Number(value), this.workbook.isFrom1904) : null;
    return moment ?? excelNumber(value);
  }

  private closeRow(): void {
    const { rowNo: lineNo, cells } = this;
    if (this.isTooWide) this.rows.push({ lineNo, fault: 'too_many_columns' });
    else if (this.characters > LONGEST_RECORD) this.rows.push({ lineNo, fault: 'record_too_long' });
    else if (cells.length > 0) this.rows.push({ lineNo, cells });
  }
}

/** The column (from 0) of a reference such as `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return Math.max(column - 1, 0);
}
