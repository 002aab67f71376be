import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { ListRows } from '../../../ui/use-list-rows.js';
import { useOpenBeside } from '../../../ui/use-open-beside.js';
import { type Selection, VirtualTable } from '../../../ui/virtual-table.js';
import { filterQuery, type PlacementSearch } from '../placement-search.js';
import { placementDetail } from '../placements-api.js';
import { placementColumns } from './columns.js';
import { PlacementCard } from './placement-card.js';
import { useLiveRows } from './use-live-rows.js';

interface Props {
  readonly list: ListRows<PlacementRow>;
  readonly search: PlacementSearch;
  readonly change: (to: Partial<PlacementSearch>) => void;
  readonly selection: Selection | undefined;
}

const idOf = (row: PlacementRow) => row.id;

/** The table itself: columns on a wide screen, cards on a narrow one; its place is kept on going back. */
export function PlacementTable({ list, search, change, selection }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const visible = useRef<ReadonlySet<string>>(new Set());
  const onVisible = useCallback((ids: ReadonlySet<string>) => {
    visible.current = ids;
  }, []);
  useLiveRows(visible);
  const open = useOpenBeside('/placements/$id', change);
  const sort = search.sort ?? 'newest';
  const columns = useMemo(
    () =>
      placementColumns(t, {
        sort,
        onSort: (next) => change({ sort: next === 'newest' ? undefined : next }),
        onPrefetch: (id) => void queries.query(placementDetail(id)).catch(() => undefined),
      }),
    [t, sort, change, queries],
  );
  return (
    <VirtualTable
      label={t.text('placements.title')}
      columns={columns}
      rows={list.rows}
      idOf={idOf}
      nameOf={(row) => row.sourceHost}
      card={(row) => <PlacementCard row={row} />}
      onOpen={open}
      openId={search.peek}
      selection={selection}
      total={list.rowCount}
      isLoading={list.isPending}
      onNearEnd={list.onNearEnd}
      onVisible={onVisible}
      placeId={`placements-${sort}-${JSON.stringify(filterQuery(search))}`}
    />
  );
}
