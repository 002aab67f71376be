/** What is selected in the list: some rows by id, or everything that matches the filter. */
export type RowSelection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all' };

export const NOTHING: RowSelection = { kind: 'some', ids: new Set() };

/** Adds or removes one row. Taking a row out of "all" leaves the other loaded rows selected. */
export function toggle(selection: RowSelection, id: string, loaded: readonly string[]): RowSelection {
  const ids = new Set(selection.kind === 'all' ? loaded : selection.ids);
  if (ids.has(id)) ids.delete(id);
  else ids.add(id);
  return { kind: 'some', ids };
}

/** Selects every row between two, both included (shift and click). */
export function selectRange(
  selection: RowSelection,
  from: string,
  to: string,
  loaded: readonly string[],
): RowSelection {
  const [first, last] = [loaded.indexOf(from), loaded.indexOf(to)].sort((a, b) => a - b);
  if (first === undefined || last === undefined || first < 0) return toggle(selection, to, loaded);
  const kept = selection.kind === 'all' ? [] : selection.ids;
  return { kind: 'some', ids: new Set([...kept, ...loaded.slice(first, last + 1)]) };
}

/** How many rows the selection holds, `total` being the number that matches the filter. */
export function selectionSize(selection: RowSelection, total: number): number {
  return selection.kind === 'all' ? total : selection.ids.size;
}

/** What an act on the selection reaches of the rows that match the filter, and how many those are when more of them could be selected. */
export function reachOf(
  selection: RowSelection,
  { total, totalIsExact }: { readonly total: number; readonly totalIsExact: boolean },
) {
  const isAll = selection.kind === 'all';
  const size = selectionSize(selection, total);
  return {
    size,
    sizeIsExact: !isAll || totalIsExact,
    /** Null when all of them are selected. */
    others: !isAll && size < total ? { total, isExact: totalIsExact } : null,
  };
}

/** How far a bar of bulk acts reaches. */
export type Reach = ReturnType<typeof reachOf>;

/** State of the box in the table head. */
export function headBox(
  selection: RowSelection,
  loaded: readonly string[],
): { readonly checked: boolean; readonly indeterminate: boolean } {
  if (selection.kind === 'all') return { checked: true, indeterminate: false };
  const chosen = loaded.filter((id) => selection.ids.has(id)).length;
  const checked = loaded.length > 0 && chosen === loaded.length;
  return { checked, indeterminate: !checked && selection.ids.size > 0 };
}
