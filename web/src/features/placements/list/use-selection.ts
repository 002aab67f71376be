import { useMemo, useRef, useState } from 'react';
import type { PlacementRow } from '../../../api/placement-views.js';
import type { Selection as TableSelection } from '../../../ui/virtual-table.js';
import { headBox, NOTHING, type Selection, selectRange, toggle } from './selection.js';

/** The selection of a list, and the same as the table draws it. Another filter starts with nothing selected. */
export function useSelection(rows: readonly PlacementRow[], filterKey: string) {
  const [kept, setKept] = useState<{ readonly of: string; readonly selection: Selection }>({
    of: filterKey,
    selection: NOTHING,
  });
  const anchor = useRef<string | null>(null);
  const selection = kept.of === filterKey ? kept.selection : NOTHING;
  const loaded = useMemo(() => rows.map((row) => row.id), [rows]);
  const setSelection = (next: Selection) => setKept({ of: filterKey, selection: next });

  const ids = useMemo(
    () => (selection.kind === 'all' ? new Set(loaded) : selection.ids),
    [selection, loaded],
  );
  const forTable: TableSelection = {
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
