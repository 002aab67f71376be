import {
  ACCEPTED_STEPS,
  type AcceptedStep,
  REL_TERMS,
  type RelTerm,
  type Terms,
} from '../../../core/placements/terms.js';
import { parseUrl } from '../../../core/sites/parse-url.js';

export const COLUMNS = ['source_url', 'target_url', 'rel', 'anchor', 'match'] as const;
export type Column = (typeof COLUMNS)[number];

/** One data row of the input, its addresses as given. */
export interface GivenRow {
  /** Counted from 1, the header left out. */
  readonly row: number;
  readonly sourceUrl: string;
  readonly targetUrl: string;
}

/** A row that can be checked. */
export interface UsableRow extends GivenRow {
  /** One spelling for all rows of the same page: serialised, without fragment. */
  readonly pageUrl: string;
  readonly terms: Terms;
}

export type RowReading =
  | { readonly usable: true; readonly row: UsableRow }
  | { readonly usable: false; readonly row: GivenRow; readonly reason: Column | 'columns' };

const MAX_URL_LENGTH = 16_384;
const UNKNOWN = { standing: 'unknown' } as const;

/** Where each known column stands in the header, or the names of those that must be there and are not. */
export function readHeader(cells: readonly string[]): {
  missing: Column[];
  places: ReadonlyMap<Column, number>;
} {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const places = new Map(
    COLUMNS.map((column) => [column, names.indexOf(column)] as const).filter(([, at]) => at !== -1),
  );
  const missing = (['source_url', 'target_url'] as const).filter((column) => !places.has(column));
  return { missing, places };
}

/** Reads one data row. Unknown words make it unusable: a check of something else than was meant is worse than none. */
export function readRow(
  cells: readonly string[],
  row: number,
  header: { readonly places: ReadonlyMap<Column, number>; readonly width: number },
): RowReading {
  const cell = (column: Column) => cells[header.places.get(column) ?? -1] ?? '';
  const given: GivenRow = { row, sourceUrl: cell('source_url'), targetUrl: cell('target_url') };
  if (cells.slice(header.width).some((extra) => extra.trim() !== ''))
    return { usable: false, row: given, reason: 'columns' };
  const page = webAddress(given.sourceUrl);
  if (page === null) return { usable: false, row: given, reason: 'source_url' };
  const target = webAddress(given.targetUrl);
  if (target === null) return { usable: false, row: given, reason: 'target_url' };
  const rel = relTerm(cell('rel'));
  if (rel === null) return { usable: false, row: given, reason: 'rel' };
  const match = acceptedStep(cell('match'));
  if (match === null) return { usable: false, row: given, reason: 'match' };
  page.hash = '';
  const terms: Terms = {
    targetUrl: target.href,
    match,
    rel,
    anchor: anchorTerm(cell('anchor')),
    region: UNKNOWN,
    indexable: UNKNOWN,
    duration: UNKNOWN,
  };
  return { usable: true, row: { ...given, pageUrl: page.href, terms } };
}

function webAddress(text: string): URL | null {
  const trimmed = text.trim();
  const url = trimmed.length > MAX_URL_LENGTH ? null : parseUrl(trimmed);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : null;
}

function relTerm(text: string): Terms['rel'] | null {
  const word = text.trim().toLowerCase();
  if (word === '' || word === 'any') return UNKNOWN;
  const value = REL_TERMS.find((term): term is RelTerm => term === word);
  return value === undefined ? null : { standing: 'agreed', value };
}

function anchorTerm(text: string): Terms['anchor'] {
  return text.trim() === '' ? UNKNOWN : { standing: 'agreed', value: text.trim() };
}

function acceptedStep(text: string): AcceptedStep | null {
  const word = text.trim().toLowerCase();
  return word === '' ? 'equivalent' : (ACCEPTED_STEPS.find((step) => step === word) ?? null);
}
