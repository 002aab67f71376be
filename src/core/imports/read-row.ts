import { type AddressRefusal, readAddress } from '../clients/address.js';
import type { Compensation, PlacementLabel, PlacementType } from '../placements/placement.js';
import type { AcceptedStep, RelTerm } from '../placements/terms.js';
import { readDay } from './day.js';
import type { ColumnMapping, ImportField } from './fields.js';
import { readCompensation, readMatch, readRel, readType } from './words.js';

/** What holds for rows that say nothing of their own. */
export interface RowDefaults {
  readonly type: PlacementType;
  readonly compensation: Compensation;
}

/** One placement as a row of a file says it. A term that is null was not agreed by this row. */
export interface ReadRow {
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly brand: string | null;
  readonly type: PlacementType;
  readonly compensation: Compensation;
  readonly label: PlacementLabel | null;
  readonly rel: RelTerm | null;
  readonly anchor: string | null;
  readonly match: AcceptedStep | null;
  readonly dueOn: string | null;
  readonly agreedOn: string | null;
  readonly agreedWith: string | null;
  readonly owner: string | null;
  readonly notes: string;
}

export const ROW_FAULTS = [
  'missing',
  'not_an_address',
  'too_long',
  'unknown_word',
  'unreadable_day',
  'ambiguous_day',
  'unknown_brand',
  'brand_needed',
  'unknown_owner',
  'control_character',
] as const;
/** Why a row cannot be taken. */
export type RowFault = (typeof ROW_FAULTS)[number];

export type RowReading =
  | { readonly ok: true; readonly row: ReadRow }
  | { readonly ok: false; readonly field: ImportField; readonly fault: RowFault; readonly text: string };

const LONGEST_TEXT = 4000;
const CONTROL = /(?![\t\r\n])\p{Cc}/u;

const ADDRESS_FAULTS: Readonly<Record<AddressRefusal, RowFault>> = {
  empty: 'missing',
  too_long: 'too_long',
  not_an_address: 'not_an_address',
  not_web: 'not_an_address',
  has_password: 'not_an_address',
};

/** A field that could not be read; the first one of a row makes the row bad. */
interface Fault {
  readonly field: ImportField;
  readonly fault: RowFault;
  readonly text: string;
}

/**
 * Reads one row of a file of placements. A bad cell makes the row bad, with its field and what stood there; a word we
 * do not know is never taken for a default.
 */
export function readRow(cells: readonly string[], mapping: ColumnMapping, defaults: RowDefaults): RowReading {
  const faults: Fault[] = [];
  const text = (field: ImportField): string => textOf(cells, mapping, field, faults);
  const word = <Word>(field: ImportField, reader: (cell: string) => Word | null, otherwise: Word): Word => {
    const cell = text(field);
    const read = cell === '' ? otherwise : reader(cell);
    if (read === null && cell !== '') faults.push({ field, fault: 'unknown_word', text: cell });
    return read ?? otherwise;
  };
  const day = (field: ImportField): string | null => dayOf(text(field), field, faults);

  const row: ReadRow = {
    sourceUrl: address(text('source_url'), 'source_url', faults),
    targetUrl: address(text('target_url'), 'target_url', faults),
    brand: orNull(text('brand')),
    type: word('type', readType, defaults.type),
    compensation: word('compensation', readCompensation, defaults.compensation),
    label: word<PlacementLabel | null>('label', readLabel, null),
    rel: word<RelTerm | null>('rel', readRel, null),
    anchor: orNull(text('anchor')),
    match: word<AcceptedStep | null>('match', readMatch, null),
    dueOn: day('due_on'),
    agreedOn: day('agreed_on'),
    agreedWith: orNull(text('agreed_with')),
    owner: orNull(text('owner').toLowerCase()),
    notes: text('notes'),
  };
  const [first] = faults;
  return first === undefined ? { ok: true, row } : { ok: false, ...first, text: first.text.slice(0, 200) };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function readLabel(text: string): PlacementLabel | null {
  return text.toLowerCase().replaceAll(/[\s-]/g, '_') === 'own_network' ? 'own_network' : null;
}

function textOf(
  cells: readonly string[],
  mapping: ColumnMapping,
  field: ImportField,
  faults: Fault[],
): string {
  const column = mapping[field];
  const cell = (column === undefined ? '' : (cells[column] ?? '')).trim();
  if (CONTROL.test(cell)) faults.push({ field, fault: 'control_character', text: cell });
  else if (cell.length > LONGEST_TEXT) faults.push({ field, fault: 'too_long', text: cell });
  return cell;
}

function dayOf(cell: string, field: ImportField, faults: Fault[]): string | null {
  if (cell === '') return null;
  const reading = readDay(cell);
  if (reading.ok) return reading.day;
  faults.push({ field, fault: reading.why === 'ambiguous' ? 'ambiguous_day' : 'unreadable_day', text: cell });
  return null;
}

function address(cell: string, field: ImportField, faults: Fault[]): string {
  const read = readAddress(cell);
  if (read.ok) return read.url;
  faults.push({ field, fault: ADDRESS_FAULTS[read.reason], text: cell });
  return '';
}
