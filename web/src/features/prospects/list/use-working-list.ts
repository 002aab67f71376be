import { selectionSize } from '../../../ui/row-selection.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import { filterQuery, type ProspectSearch } from '../prospect-search.js';
import { useBulk } from './use-bulk.js';
import { useRows } from './use-rows.js';

/** The rows of a search, what of them is selected, and the acts on it: kept by the page, so that an act outlives its rows. */
export function useWorkingList(search: ProspectSearch) {
  const list = useRows(search);
  const selected = useRowSelection(list.rows, JSON.stringify(filterQuery(search)));
  const size = selectionSize(selected.selection, list.total);
  const bulk = useBulk({
    search,
    selection: selected.selection,
    size,
    setSelection: selected.setSelection,
  });
  return { list, ...selected, size, bulk };
}

export type WorkingList = ReturnType<typeof useWorkingList>;
