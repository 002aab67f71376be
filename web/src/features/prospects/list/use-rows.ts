import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ProspectSearch } from '../prospect-search.js';
import { prospectList } from '../prospects-api.js';

/** The rows loaded so far, how many there are, and the way to more of them. */
export function useRows(search: ProspectSearch) {
  const list = useInfiniteQuery(prospectList(search));
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
    isEmpty: first !== undefined && rows.length === 0,
    isPending: list.isPending,
    error: rows.length === 0 ? list.error : null,
    retry: () => void list.refetch(),
    onNearEnd,
  };
}

export type Rows = ReturnType<typeof useRows>;
