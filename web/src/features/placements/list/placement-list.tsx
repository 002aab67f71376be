import { useInfiniteQuery } from '@tanstack/react-query';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useMay } from '../../../app/session/session.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { NOTHING, reachOf, selectionSize } from '../../../ui/row-selection.js';
import { type ListRows, useListRows } from '../../../ui/use-list-rows.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import { filterQuery, type PlacementSearch } from '../placement-search.js';
import { placementList } from '../placements-api.js';
import { BulkBar } from './bulk-bar.js';
import { BulkJobCard } from './bulk-job.js';
import { EmptyList } from './empty-list.js';
import { PlacementTable } from './placement-table.js';
import { useBulk } from './use-bulk.js';

interface Props {
  readonly search: PlacementSearch;
  readonly change: (to: Partial<PlacementSearch>) => void;
}

/** The rows of a search: fetched page by page as one scrolls, kept true by live news, and acted on together. */
export function PlacementList({ search, change }: Props) {
  const list = useListRows(useInfiniteQuery(placementList(search)));
  if (list.error) return <ProblemAlert error={list.error} onRetry={list.retry} />;
  if (list.isEmpty) return <EmptyList search={search} change={change} />;
  return <Selectable list={list} search={search} change={change} />;
}

function Selectable({ list, search, change }: Props & { readonly list: ListRows<PlacementRow> }) {
  const mayWrite = useMay('write');
  const { selection, setSelection, forTable } = useRowSelection(
    list.rows,
    JSON.stringify(filterQuery(search)),
  );
  const size = selectionSize(selection, list.total);
  const bulk = useBulk({ search, selection, size, setSelection });
  return (
    <>
      <PlacementTable
        list={list}
        search={search}
        change={change}
        selection={mayWrite ? forTable : undefined}
      />
      {size > 0 && (
        <BulkBar
          {...reachOf(selection, list)}
          onSelectAll={() => setSelection({ kind: 'all' })}
          onClear={() => setSelection(NOTHING)}
          onAct={bulk.start}
        />
      )}
      {bulk.job && size === 0 && (
        <BulkJobCard job={bulk.job} onEnd={bulk.ended} onUndo={bulk.undo} onClose={bulk.close} />
      )}
    </>
  );
}
