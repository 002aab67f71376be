import { CELL_FAULTS, SKIP_REASONS } from './record.js';

/** Everything that can be said of a row of an import that was not taken as it is. */
export const ROW_CODES = [
  ...CELL_FAULTS,
  ...SKIP_REASONS,
  'unclosed_quote',
  'stray_quote',
  'record_too_long',
  'too_many_columns',
  'unknown_brand',
  'brand_needed',
  'unknown_owner',
  'no_web_address',
  'not_own_site',
  'contact.nameless',
  'contact.address_invalid',
  'contact.address_erased',
  'other',
] as const;
export type RowCode = (typeof ROW_CODES)[number];

/** Whether a code has a sentence of its own. */
export function isRowCode(code: string): code is RowCode {
  return ROW_CODES.some((known) => known === code);
}
