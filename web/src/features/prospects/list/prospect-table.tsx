import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProspectRow } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { RowAct } from '../../../ui/row-keys.js';
import type { ListRows } from '../../../ui/use-list-rows.js';
import { useOpenBeside } from '../../../ui/use-open-beside.js';
import { type Selection, VirtualTable } from '../../../ui/virtual-table.js';
import { listQuery, type ProspectSearch } from '../prospect-search.js';
import { ownFieldList, prospectDetail } from '../prospects-api.js';
import type { EditedField } from './cell-editor.js';
import { columnsOf } from './column-choice.js';
import { prospectColumns } from './columns.js';
import { ProspectCard } from './prospect-card.js';

/** A page is asked for when so many rows are left: a fast hand on the wheel finds it loaded. */
const NEAR_END = 120;

interface Props {
  readonly list: ListRows<ProspectRow>;
  readonly search: ProspectSearch;
  readonly change: (to: Partial<ProspectSearch>) => void;
  readonly selection: Selection | undefined;
  /** Keys that act on the row one stands on. */
  readonly acts: readonly RowAct[];
  readonly onEdit: ((row: ProspectRow, field: EditedField) => void) | undefined;
}

const idOf = (row: ProspectRow) => row.id;

/** The table itself: the chosen columns on a wide screen, cards on a narrow one; its place is kept on going back. */
export function ProspectTable({ list, search, change, selection, acts, onEdit }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const fields = useQuery(ownFieldList).data;
  const open = useOpenBeside('/prospects/$id', change);
  const { sort, order, metric, cols } = search;
  const columns = useMemo(
    () =>
      prospectColumns({
        t,
        keys: columnsOf(cols),
        fields: fields ?? [],
        sorted: { sort, order, metric },
        // The limits of a figure mean nothing for another one.
        onSort: (to) =>
          change(to.metric === metric ? to : { ...to, metricFrom: undefined, metricTo: undefined }),
        onOpen: open,
        onPrefetch: (id) => void queries.query(prospectDetail(id)).catch(() => undefined),
        onEdit,
      }),
    [t, cols, fields, sort, order, metric, change, open, queries, onEdit],
  );
  return (
    <VirtualTable
      label={t.text('prospects.title')}
      columns={columns}
      rows={list.rows}
      idOf={idOf}
      nameOf={(row) => row.displayHost}
      card={(row) => <ProspectCard row={row} />}
      onOpen={open}
      openId={search.peek}
      selection={selection}
      total={list.rowCount}
      isLoading={list.isPending}
      onNearEnd={list.onNearEnd}
      nearEnd={NEAR_END}
      acts={acts}
      placeId={`prospects-${JSON.stringify(listQuery(search))}`}
    />
  );
}
