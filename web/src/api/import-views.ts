import type { components } from './schema.generated.js';

type Views = components['schemas'];

/** What a column of an imported file can mean; a column that is none of these is left out. */
export const IMPORT_FIELDS = [
  'source_url',
  'target_url',
  'brand',
  'type',
  'compensation',
  'rel',
  'anchor',
  'match',
  'label',
  'due_on',
  'agreed_on',
  'agreed_with',
  'owner',
  'notes',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export type ImportState = Views['ImportState'];
export type ImportColumn = Views['ColumnView'];
/** Which column (by its index) each field is read from. */
export type ImportMapping = Partial<Record<ImportField, number>>;
/** What holds for rows that say nothing of their own. */
export type ImportOptions = Views['ImportOptionsView'];
/** An import as the list shows it. */
export type ImportRow = Views['ImportRow'];
export type ImportView = Views['ImportView'];
export type ImportOutcome = Views['RowOutcome'];
/** What became of one row of the file. */
export type ImportedRow = Views['ImportedRow'];
