import { useInfiniteQuery } from '@tanstack/react-query';

/** A page of a list as the server answers it. */
interface ListAnswer<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** A list that is fetched page by page, as the reader asks for more. */
export function usePages<Item, Answer extends ListAnswer<Item>>(
  key: readonly unknown[],
  fetch: (cursor: string | undefined) => Promise<Answer & ListAnswer<Item>>,
) {
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetch(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const pages = list.data?.pages ?? [];
  return { list, first: pages[0], items: pages.flatMap((page) => page.items), total: pages[0]?.total ?? 0 };
}
