import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import type { ImportOutcome, ImportView } from '../../api/import-views.js';

const PAGE = 50;
const ASK_AGAIN_MS = 2_000;
const BUSY: readonly ImportView['state'][] = ['trying', 'running', 'undoing'];

const keys = {
  list: ['imports', 'list'] as const,
  one: (id: string) => ['imports', 'one', id] as const,
};

/** Imports, newest first. */
export function importList() {
  return infiniteQueryOptions({
    queryKey: keys.list,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.GET('/api/v1/imports', {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** One import; while it works it is asked for again, besides what the stream says. */
export function importDetail(id: string) {
  return queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && BUSY.includes(state.data.state) ? ASK_AGAIN_MS : false),
  });
}

/** The rows of an import with one outcome, in the order of the file. */
export function importRows(id: string, outcome: ImportOutcome) {
  return infiniteQueryOptions({
    queryKey: [...keys.one(id), 'rows', outcome] as const,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.GET('/api/v1/imports/{id}/rows', {
          params: {
            path: { id },
            query: { outcome, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Asks again for an import and the list; after a run or an undo placements have come or gone too. */
export async function refreshImport(queries: QueryClient, id: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: keys.one(id) }),
    queries.invalidateQueries({ queryKey: keys.list }),
    queries.invalidateQueries({ queryKey: ['placements', 'counts'] }),
    queries.resetQueries({ queryKey: ['placements', 'list'] }),
  ]);
}

/** Sends a file in; the server reads its columns and proposes what they are. */
export function uploadImport(file: File, brandId: string | null): Promise<ImportView> {
  const form = new FormData();
  form.set('file', file);
  if (brandId) form.set('brandId', brandId);
  return bodyOf(
    api.POST('/api/v1/imports', {
      body: form as unknown as { file: string },
      bodySerializer: () => form,
    }),
  );
}

/** Where the rows that could not be taken can be downloaded, by line and field. */
export function errorsAddress(id: string): string {
  return `/api/v1/imports/${id}/errors.csv`;
}
