import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Page } from '../api/placement-views.js';

/** A list that is fetched page by page, as `useInfiniteQuery` gives it. */
export type PagedList<Row> = UseInfiniteQueryResult<InfiniteData<Page<Row>>>;

/** What of a list is loaded, as a table draws it. */
export interface ListRows<Row> {
  readonly rows: readonly Row[];
  /** How many match the filter; nothing has been heard of it yet when it is 0 and `isPending`. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** The same for the reader of the screen: -1 while it is not known exactly. */
  readonly rowCount: number;
  /** The answer is there and holds nothing. */
  readonly isEmpty: boolean;
  readonly isPending: boolean;
  /** Why there are no rows; a later page that fails leaves those that are there. */
  readonly error: Error | null;
  readonly retry: () => void;
  /** Asks for the next page, unless there is none or it is on its way. */
  readonly onNearEnd: () => void;
}

/** The rows of a list that are loaded so far, how many there are, and the way to more of them. */
export function useListRows<Row>(list: PagedList<Row>): ListRows<Row> {
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows,
    total: first?.total ?? 0,
    totalIsExact: first?.totalIsExact ?? true,
    rowCount: first?.totalIsExact ? first.total : -1,
    isEmpty: first !== undefined && rows.length === 0,
    isPending: list.isPending,
    error: rows.length === 0 ? list.error : null,
    retry: () => void list.refetch(),
    onNearEnd,
  };
}
