import { bodyOf } from './client.js';

/** What every page of a list says besides its items: the cursor of the page after it, null on the last. */
interface Paged {
  readonly nextCursor: string | null;
}

/** Where a page begins, as a list is asked for it; the first page begins nowhere. */
interface PageStart {
  readonly cursor?: string;
}

/** How a list is fetched page after page: spread into the options of an infinite query, beside its key and how long it is kept. */
export function pagesOf<Answer extends Paged>(
  ask: (start: PageStart, signal: AbortSignal) => Promise<{ data?: Answer; response: Response }>,
) {
  return {
    queryFn: ({ pageParam, signal }: { readonly pageParam: string | null; readonly signal: AbortSignal }) =>
      bodyOf(ask(pageParam ? { cursor: pageParam } : {}, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Answer) => last.nextCursor,
  };
}
