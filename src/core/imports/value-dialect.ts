import { type DateOrder, provenOrder, readMoment } from './read-moment.js';
import { type DecimalMark, provenDecimal, readNumber } from './read-number.js';
import type { FieldKey, RecordMapping } from './record-field.js';

/** How the values of one file are written. */
export interface ValueDialect {
  readonly decimal: DecimalMark;
  readonly dateOrder: DateOrder;
  /** Whether a bare number in a column of days is a day counted by Excel: of workbooks only. */
  readonly hasSerials: boolean;
}

export const DIALECT_QUESTIONS = ['date_order', 'decimal'] as const;
/** What a person must say because the file's values leave it open. */
export type DialectQuestion = (typeof DIALECT_QUESTIONS)[number];

const MOMENTS: ReadonlySet<string> = new Set([
  'due_on',
  'agreed_on',
  'first_seen',
  'last_seen',
  'lost_on',
  'last_contacted',
] satisfies readonly FieldKey[]);
const COUNTS: ReadonlySet<string> = new Set([
  'link_count',
  'dofollow_count',
  'linking_site_count',
  'target_status',
] satisfies readonly FieldKey[]);
/** Metrics that count something: `1.240` of them is never a fraction. */
const COUNTED =
  /(?:traffic|keywords|backlinks|links|domains|ips|pages|visits|rank)$|^metric\.[a-z_]+\.(?:harmonic_rank|rank)$/;

/** Whether a field holds moments. */
export function isMomentField(field: string): boolean {
  return MOMENTS.has(field);
}

/** Whether a field holds whole numbers. */
export function isCountField(field: string): boolean {
  return COUNTS.has(field) || (field.startsWith('metric.') && COUNTED.test(field));
}

/** Whether a field holds numbers, whole or not. */
export function isNumberField(field: string): boolean {
  return (
    isCountField(field) || field === 'price' || field.startsWith('price_') || field.startsWith('metric.')
  );
}

/** What is known of a file beside its cells. */
export interface DialectHints {
  readonly isWorkbook: boolean;
  /** The order the tool is known to write, taken where no cell proves another. */
  readonly dateOrder?: DateOrder;
}

/**
 * Decides how the values of a file are written, from a sample of its rows: one cell that can be read in one way only tells for all. Cells that
 * contradict each other, and files without such a cell, leave it unknown.
 */
export function decideDialect(
  mapping: RecordMapping,
  rows: readonly (readonly string[])[],
  hints: DialectHints,
): ValueDialect {
  const orders = new Set(cellsOf(mapping, rows, isMomentField).map(provenOrder));
  const marks = new Set(cellsOf(mapping, rows, isNumberField).map(provenDecimal));
  const order = oneOf(orders, 'day_first', 'month_first');
  return {
    dateOrder: order === 'none' ? (hints.dateOrder ?? 'unknown') : order === 'both' ? 'unknown' : order,
    decimal: decimalOf(oneOf(marks, 'point', 'comma'), hints.isWorkbook),
    hasSerials: hints.isWorkbook,
  };
}

/** What the sample cannot be read without: a person is asked, nothing is guessed. */
export function openQuestions(
  mapping: RecordMapping,
  rows: readonly (readonly string[])[],
  dialect: ValueDialect,
): DialectQuestion[] {
  const isOpenMoment = (cell: string): boolean => {
    const reading = readMoment(cell, dialect);
    return !reading.ok && reading.why === 'ambiguous';
  };
  const isOpenNumber = (cell: string): boolean => {
    const reading = readNumber(cell, { decimal: dialect.decimal, isCount: false });
    return !reading.ok && reading.why === 'ambiguous';
  };
  const isFraction = (field: string): boolean => isNumberField(field) && !isCountField(field);
  return [
    ...(cellsOf(mapping, rows, isMomentField).some(isOpenMoment) ? (['date_order'] as const) : []),
    ...(cellsOf(mapping, rows, isFraction).some(isOpenNumber) ? (['decimal'] as const) : []),
  ];
}

/** Numbers of a workbook are written with a point, whatever its texts do. */
function decimalOf(told: 'point' | 'comma' | 'none' | 'both', isWorkbook: boolean): DecimalMark {
  if (told === 'none' || told === 'both') return isWorkbook ? 'point' : 'unknown';
  return told;
}

function oneOf<Choice extends string>(
  told: ReadonlySet<string | null>,
  first: Choice,
  second: Choice,
): Choice | 'none' | 'both' {
  if (told.has(first)) return told.has(second) ? 'both' : first;
  return told.has(second) ? second : 'none';
}

function cellsOf(
  mapping: RecordMapping,
  rows: readonly (readonly string[])[],
  isWanted: (field: string) => boolean,
): string[] {
  const columns = Object.entries(mapping).flatMap(([field, column]) =>
    isWanted(field) ? [column ?? -1] : [],
  );
  return rows
    .flatMap((cells) => columns.map((column) => cells[column] ?? ''))
    .filter((cell) => cell.trim() !== '');
}
