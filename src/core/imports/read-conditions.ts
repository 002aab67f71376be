import type { PlacementType } from '../placements/placement.js';
import type { RelTerm } from '../placements/terms.js';
import { HIGHEST_PRICE } from '../publishers/told-conditions.js';
import { inOrder, readRelPolicy, readWordsAsked, type WordsAsked } from './read-asked.js';
import type { DecimalMark } from './read-number.js';
import { aside } from './read-people.js';
import { readCurrency, readHeaderCurrency, readPrice } from './read-price.js';
import { present } from './read-site.js';
import type { ConditionRecord, PriceRecord } from './record.js';
import type { RecordField, RecordMapping } from './record-field.js';
import { isNothing, type RowCells } from './row-cells.js';
import { readType } from './words.js';

/** Columns of prices, and the type of placement each is for; null for the one whose row says. */
const PRICES = {
  price_guest_post: 'guest_post',
  price_link_insertion: 'link_insertion',
  price: null,
} as const satisfies Partial<Record<RecordField, PlacementType | null>>;
type PriceField = keyof typeof PRICES;
const PRICE_FIELDS = Object.keys(PRICES) as readonly PriceField[];

const WORDS = ['words', 'words_from', 'words_to'] as const satisfies readonly RecordField[];
const FIELDS: readonly RecordField[] = [...PRICE_FIELDS, 'type', 'rel_policy', ...WORDS];

/** Keeps a cell as a line of the notes. */
type SetAside = (field: RecordField) => unknown;

/** How the prices of a file are written: its decimal mark, and the currency of those that name none. */
export interface PriceRules {
  readonly decimal: DecimalMark;
  readonly currency: string | null;
}

/** What a row says is asked for placements, and lines for the notes of what it says that cannot be taken. */
export interface ConditionsReading {
  readonly conditions: readonly ConditionRecord[];
  readonly asides: readonly string[];
}

/** Whether a file has columns of what is asked for placements. */
export function tellsConditions(mapping: RecordMapping): boolean {
  return FIELDS.some((field) => mapping[field] !== undefined);
}

/**
 * Reads what a row says is asked for a placement. A price or a rel makes a condition, and words go with it; a price that names no currency, a price
 * "on request", one for a type there is none of, and words that are none of ours become lines of the notes. A price that cannot be read is a
 * fault.
 */
export function readConditions(row: RowCells, rules: PriceRules): ConditionsReading {
  const left = new Set<RecordField>();
  const set: SetAside = (field) => left.add(field);
  const type = typeOf(row);
  const read = PRICE_FIELDS.flatMap((field) => {
    const price = readPriceCell(row, field, rules);
    if (price === 'aside') set(field);
    return typeof price === 'object' ? [{ field, type: PRICES[field] ?? type, price }] : [];
  });
  const prices = read.flatMap((one) =>
    one.type === undefined ? [] : [{ type: one.type, price: one.price }],
  );
  const relPolicy = relOf(row, set);
  const words = wordsOf(row, set);
  const isOfRelAlone = read.length === 0 && relPolicy !== undefined && type !== undefined;
  const asked: readonly ConditionRecord[] = isOfRelAlone ? [{ type }] : firstOfEach(prices);
  const conditions = asked.map((one) => ({ ...one, ...saidOf(one, relPolicy, words) }));
  for (const field of unsaid(conditions, { read, type })) set(field);
  return {
    conditions,
    asides: linesOf(
      row,
      FIELDS.filter((field) => left.has(field)),
    ),
  };
}

/** Columns of which no condition says what stands in them: they say it in the notes. */
function unsaid(
  conditions: readonly ConditionRecord[],
  { read, type }: { read: readonly { readonly field: PriceField; readonly type: unknown }[]; type: unknown },
): readonly RecordField[] {
  const ofNoType = read.filter((price) => price.type === undefined).map(({ field }) => field);
  const typeUnsaid = !conditions.some((one) => one.type === type);
  const rest = conditions.length === 0 ? (['rel_policy', ...WORDS] as const) : [];
  return [...ofNoType, ...(typeUnsaid ? (['type'] as const) : []), ...rest];
}

/** A link put into an article that stands needs no words. */
function saidOf({ type }: ConditionRecord, relPolicy: RelTerm | undefined, words: WordsAsked | null) {
  return { ...present({ relPolicy }), ...(type !== 'link_insertion' && words) };
}

/** All a row says is asked for a placement, as lines of notes. */
export function linesAsked(row: RowCells): string[] {
  return linesOf(row, FIELDS);
}

function linesOf(row: RowCells, fields: readonly RecordField[]): string[] {
  return fields.map((field) => aside(row, field)).filter((line) => line !== '');
}

/** Of two prices for one type the column that is named after the type counts. */
function firstOfEach(conditions: readonly ConditionRecord[]): ConditionRecord[] {
  return conditions.filter(({ type }, at) => conditions.findIndex((other) => other.type === type) === at);
}

/** The type a row names; null where it names none, undefined for one there is none of. */
function typeOf(row: RowCells): PlacementType | null | undefined {
  const cell = row.raw('type');
  if (cell === '' || isNothing(cell)) return null;
  return readType(cell.slice(0, LONGEST)) ?? undefined;
}

const ON_REQUEST =
  /^(?:on request|upon request|on demand|poa|por|ask|contact us|negotiable|tbd|tba|\?+|op aanvraag|n\.?o\.?t\.?k\.?|auf anfrage)\.?$/i;
const LONGEST = 40;

function isOnRequest(cell: string): boolean {
  return cell.length <= LONGEST && ON_REQUEST.test(cell);
}

/** The price in a cell; `aside` where it is no price and no mistake either; undefined where there is none or it cannot be read. */
export function readPriceCell(
  row: RowCells,
  field: PriceField,
  { decimal, currency }: PriceRules,
): PriceRecord | 'aside' | undefined {
  const cell = row.raw(field);
  if (cell === '' || isNothing(cell)) return undefined;
  if (isOnRequest(cell)) return 'aside';
  const named = row.word('currency', readCurrency) ?? readHeaderCurrency(row.header(field)) ?? currency;
  const reading = readPrice(cell, { decimal, currency: named });
  if (reading.ok && reading.price.priceMinor <= HIGHEST_PRICE) return reading.price;
  if (!reading.ok && reading.why === 'no_currency') return 'aside';
  row.refuse(field, 'unreadable_number');
  return undefined;
}

function relOf(row: RowCells, set: SetAside): RelTerm | undefined {
  const cell = row.raw('rel_policy');
  if (cell === '') return undefined;
  const policy = readRelPolicy(cell, row.header('rel_policy'));
  if (policy === null) set('rel_policy');
  return policy ?? undefined;
}

function wordsOf(row: RowCells, set: SetAside): WordsAsked | null {
  const [from, to] = [wordCount(row, 'words_from', set), wordCount(row, 'words_to', set)];
  if (from !== undefined || to !== undefined) {
    const asked = inOrder(from, to);
    if (asked === null) for (const field of ['words_from', 'words_to'] as const) set(field);
    return asked;
  }
  const cell = row.raw('words');
  if (cell === '' || isNothing(cell)) return null;
  const asked = readWordsAsked(cell);
  if (asked === null) set('words');
  return asked;
}

/** The one number a column of least or most words holds. */
function wordCount(row: RowCells, field: 'words_from' | 'words_to', set: SetAside): number | undefined {
  const cell = row.raw(field);
  if (cell === '' || isNothing(cell)) return undefined;
  const asked = readWordsAsked(cell);
  const count = asked?.wordsFrom ?? asked?.wordsTo;
  if (count === undefined) set(field);
  return count;
}
