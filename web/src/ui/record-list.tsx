import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { Page } from '../api/placement-views.js';
import { ProblemAlert } from './problem-alert.js';
import { type Column, type Selection, VirtualTable } from './virtual-table.js';

type List<Row> = UseInfiniteQueryResult<InfiniteData<Page<Row>>>;

interface Props<Row extends { readonly id: string }> {
  readonly label: string;
  readonly list: List<Row>;
  readonly columns: readonly Column<Row>[];
  readonly nameOf: (row: Row) => string;
  readonly card: (row: Row) => ReactNode;
  readonly onOpen: (row: Row) => void;
  /** What stands there when nothing fits. */
  readonly empty: ReactNode;
  readonly placeId: string;
  readonly selection?: Selection | undefined;
}

const idOf = (row: { readonly id: string }) => row.id;

/** The rows of a search as a table, fetched page by page while one scrolls; a failure or an empty list says so in its place. */
export function RecordList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { list } = props;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (list.error && rows.length === 0)
    return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (first && rows.length === 0) return <>{props.empty}</>;
  return (
    <VirtualTable
      label={props.label}
      columns={props.columns}
      rows={rows}
      idOf={idOf}
      nameOf={props.nameOf}
      card={props.card}
      onOpen={props.onOpen}
      selection={props.selection}
      total={first?.totalIsExact ? first.total : -1}
      isLoading={list.isPending}
      onNearEnd={onNearEnd}
      placeId={props.placeId}
    />
  );
}
