import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '../../api/import-views.js';

/** Fields without which a row says nothing. */
export const NEEDED_FIELDS: readonly ImportField[] = ['source_url', 'target_url'];

/** What the column at this place is read as; null when it is left out. */
export function fieldOf(mapping: ImportMapping, column: number): ImportField | null {
  return IMPORT_FIELDS.find((field) => mapping[field] === column) ?? null;
}

/** Reads a column as a field. A field has one column: the one that was it before is left out. */
export function withColumn(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  const kept = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === null ? kept : [...kept, [field, column]]);
}

/** The needed fields no column is read as. */
export function missingFields(mapping: ImportMapping): ImportField[] {
  return NEEDED_FIELDS.filter((field) => mapping[field] === undefined);
}
