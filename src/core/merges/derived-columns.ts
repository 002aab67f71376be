import { prospectSearchText } from '../prospects/prospect-facts.js';
import { nameKey } from '../publishers/name-key.js';
import type { MergeKind } from './merge-kind.js';
import { type RecordColumns, textOf } from './merged-values.js';

/** Columns that are made from others and change with them; those of a contact are made anew from its parts. */
export function derivedColumns(
  kind: MergeKind,
  record: RecordColumns,
  columns: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { name, notes } = columns;
  if (kind === 'publisher' && typeof name === 'string') return { name_key: nameKey(name) };
  if (kind === 'site' && typeof notes === 'string') {
    return { search_text: prospectSearchText(textOf(record, 'site_key'), notes) };
  }
  return {};
}
