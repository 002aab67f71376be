import { useMay } from '../../../app/session/session.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { NOTHING, selectionSize } from '../../../ui/row-selection.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import { filterQuery, type PlacementSearch } from '../placement-search.js';
import { BulkBar } from './bulk-bar.js';
import { BulkJobCard } from './bulk-job.js';
import { EmptyList } from './empty-list.js';
import { PlacementTable } from './placement-table.js';
import { useBulk } from './use-bulk.js';
import { type Rows, useRows } from './use-rows.js';

interface Props {
  readonly search: PlacementSearch;
  readonly change: (to: Partial<PlacementSearch>) => void;
}

/** The rows of a search: fetched page by page as one scrolls, kept true by live news, and acted on together. */
export function PlacementList({ search, change }: Props) {
  const list = useRows(search);
  if (list.error) return <ProblemAlert error={list.error} onRetry={list.retry} />;
  if (list.isEmpty) return <EmptyList search={search} change={change} />;
  return <Selectable list={list} search={search} change={change} />;
}

function Selectable({ list, search, change }: Props & { readonly list: Rows }) {
  const mayWrite = useMay('write');
  const { selection, setSelection, forTable } = useRowSelection(
    list.rows,
    JSON.stringify(filterQuery(search)),
  );
  const size = selectionSize(selection, list.total);
  const bulk = useBulk({ search, selection, size, setSelection });
  const isPart = selection.kind === 'some' && size < list.total;
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
          size={size}
          sizeIsExact={selection.kind === 'some' || list.totalIsExact}
          others={isPart ? { total: list.total, isExact: list.totalIsExact } : null}
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
