import { useInfiniteQuery } from '@tanstack/react-query';
import { selectionSize } from '../../../ui/row-selection.js';
import { useListRows } from '../../../ui/use-list-rows.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import { filterQuery, type ProspectSearch } from '../prospect-search.js';
import { prospectList } from '../prospects-api.js';
import { useBulk } from './use-bulk.js';

/** The rows of a search, what of them is selected, and the acts on it: kept by the page, so that an act outlives its rows. */
export function useWorkingList(search: ProspectSearch) {
  const list = useListRows(useInfiniteQuery(prospectList(search)));
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
