import { useMemo, useRef, useState } from 'react';
import { headBox, NOTHING, type RowSelection, selectRange, toggle } from './row-selection.js';
import type { Selection } from './virtual-table.js';

/** The selection of a list, and the same as the table draws it. Another filter starts with nothing selected. */
export function useRowSelection(rows: readonly { readonly id: string }[], filterKey: string) {
  const [kept, setKept] = useState<{ readonly of: string; readonly selection: RowSelection }>({
    of: filterKey,
    selection: NOTHING,
  });
  const anchor = useRef<string | null>(null);
  const selection = kept.of === filterKey ? kept.selection : NOTHING;
  const loaded = useMemo(() => rows.map((row) => row.id), [rows]);
  const setSelection = (next: RowSelection) => setKept({ of: filterKey, selection: next });

  const ids = useMemo(
    () => (selection.kind === 'all' ? new Set(loaded) : selection.ids),
    [selection, loaded],
  );
  const forTable: Selection = {
    ids,
    isAll: headBox(selection, loaded).checked,
    clear: () => setSelection(NOTHING),
    toggleAll: () =>
      setSelection(headBox(selection, loaded).checked ? NOTHING : { kind: 'some', ids: new Set(loaded) }),
    toggle: (id, isRange) => {
      const from = anchor.current;
      anchor.current = id;
      setSelection(
        isRange && from !== null ? selectRange(selection, from, id, loaded) : toggle(selection, id, loaded),
      );
    },
  };
  return { selection, setSelection, forTable };
}
