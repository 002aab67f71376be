import { type AddressRefusal, readAddress } from '../clients/address.js';
import type { ImportContent } from './content.js';
import type { FormatQuirks } from './formats/format.js';
import { readMoment } from './read-moment.js';
import { readNumber } from './read-number.js';
import { readYesNo } from './read-yes-no.js';
import type { CellFault, RecordFault } from './record.js';
import type { FieldKey, RecordMapping } from './record-field.js';
import { isCountField, type ValueDialect } from './value-dialect.js';

/** What the cells of a file are read by. */
export interface CellRules {
  readonly content: ImportContent;
  readonly mapping: RecordMapping;
  readonly headers: readonly string[];
  readonly dialect: ValueDialect;
  readonly quirks: FormatQuirks;
}

const LONGEST_TEXT = 4000;
const SHOWN = 200;
const CONTROL = /(?![\t\r\n])\p{Cc}/u;
const CONTROLS = /(?![\t\r\n])\p{Cc}/gu;

const ADDRESS_FAULTS: Readonly<Record<AddressRefusal, CellFault>> = {
  empty: 'missing',
  too_long: 'too_long',
  not_an_address: 'not_an_address',
  not_web: 'not_an_address',
  has_password: 'not_an_address',
};

/** The cells of one row by the names of their fields. What cannot be read is gathered as a fault, and reads as absent. */
export class RowCells {
  readonly faults: RecordFault[] = [];

  constructor(
    private readonly rules: CellRules,
    private readonly cells: readonly string[],
  ) {}

  has(field: FieldKey): boolean {
    return this.rules.mapping[field] !== undefined;
  }

  /** The cell without white space around it; '' where there is none. */
  raw(field: FieldKey): string {
    const column = this.rules.mapping[field];
    return column === undefined ? '' : (this.cells[column] ?? '').trim();
  }

  header(field: FieldKey): string {
    const column = this.rules.mapping[field];
    return column === undefined ? '' : (this.rules.headers[column] ?? '');
  }

  /** A text as it may be kept: what people typed is refused with control characters in it, what tools export is freed of them. */
  text(field: FieldKey): string {
    const cell = this.raw(field);
    const isBad = this.rules.content === 'placements' && CONTROL.test(cell);
    if (cell.length <= LONGEST_TEXT && !isBad) return CONTROL.test(cell) ? cell.replace(CONTROLS, '') : cell;
    this.refuse(field, isBad ? 'control_character' : 'too_long');
    return '';
  }

  /** A text of one line. */
  line(field: FieldKey): string {
    return this.text(field).replace(/\s+/g, ' ');
  }

  /** An address of a page, in its one spelling; undefined when the cell is empty or holds none. */
  address(field: FieldKey): string | undefined {
    const cell = this.text(field);
    if (cell === '') return undefined;
    const read = readAddress(cell);
    if (read.ok) return read.url;
    this.refuse(field, ADDRESS_FAULTS[read.reason]);
    return undefined;
  }

  day(field: FieldKey): string | undefined {
    return this.moment(field)?.day;
  }

  moment(field: FieldKey): { readonly day: string; readonly at: string } | undefined {
    const cell = this.raw(field);
    if (cell === '' || isNothing(cell)) return undefined;
    const reading = readMoment(cell, this.rules.dialect);
    if (reading.ok) return reading;
    this.refuse(field, reading.why === 'ambiguous' ? 'ambiguous_day' : 'unreadable_day');
    return undefined;
  }

  number(field: FieldKey): number | undefined {
    const cell = this.raw(field);
    if (cell === '' || isNothing(cell)) return undefined;
    const reading = readNumber(cell, { decimal: this.rules.dialect.decimal, isCount: isCountField(field) });
    if (reading.ok) return reading.value;
    this.refuse(field, reading.why === 'ambiguous' ? 'ambiguous_number' : 'unreadable_number');
    return undefined;
  }

  /** A yes or no; undefined where the file does not say. */
  yesNo(field: FieldKey): boolean | undefined {
    if (!this.has(field)) return undefined;
    const cell = this.raw(field);
    if (this.rules.quirks.hasBareFlags === true) return cell !== '' && readYesNo(cell) !== false;
    if (cell === '' || isNothing(cell)) return undefined;
    const said = readYesNo(cell);
    if (said === null) this.refuse(field, 'unreadable_yes_no');
    return said ?? undefined;
  }

  /** A word of a list; undefined for an empty cell. */
  word<Word>(field: FieldKey, reader: (text: string) => Word | null): Word | undefined {
    const cell = this.text(field);
    const word = cell === '' ? null : reader(cell);
    if (word === null && cell !== '') this.refuse(field, 'unknown_word');
    return word ?? undefined;
  }

  /** Says that a cell cannot be taken. */
  refuse(field: FieldKey, code: CellFault): void {
    const column = this.rules.mapping[field] ?? null;
    const text = this.raw(field).slice(0, SHOWN);
    if (!this.faults.some((fault) => fault.field === field))
      this.faults.push({ column, columnName: this.header(field), field, code, text });
  }
}

/** What tools write where there is nothing. */
export function isNothing(cell: string): boolean {
  return /^(?:-|–|—|n\/a|na|null|none|undefined|nan)$/i.test(cell);
}
