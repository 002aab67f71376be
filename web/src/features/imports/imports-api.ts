import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, query } from '../../api/client.js';
import type {
  ImportContent,
  ImportGround,
  ImportMapping,
  ImportOptions,
  ImportOutcome,
  ImportValues,
  ImportView,
} from '../../api/import-views.js';
import { pagesOf } from '../../api/pages.js';

const PAGE = 50;
const ASK_AGAIN_MS = 2_000;
const BUSY: readonly ImportView['state'][] = ['trying', 'running', 'undoing'];
/** Lists an import or its undoing may change, by the first part of their keys. */
const TOUCHED = ['placements', 'prospects', 'contacts', 'publishers', 'relationships'];

const keys = {
  list: ['imports', 'list'] as const,
  one: (id: string) => ['imports', 'one', id] as const,
};

/** Imports, newest first. */
export function importList() {
  return infiniteQueryOptions({
    queryKey: keys.list,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/imports', { params: { query: { limit: PAGE, ...start } }, signal }),
    ),
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

/** The files of other tools that are known, and what columns of each content can hold. */
export const importFormats = {
  ...query.queryOptions('get', '/api/v1/import-formats'),
  staleTime: Number.POSITIVE_INFINITY,
};

/** The rows of an import with one outcome, in the order of the file. */
export function importRows(id: string, outcome: ImportOutcome) {
  return infiniteQueryOptions({
    queryKey: [...keys.one(id), 'rows', outcome] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/imports/{id}/rows', {
        params: { path: { id }, query: { outcome, limit: PAGE, ...start } },
        signal,
      }),
    ),
  });
}

/** Asks again for an import and the list; after a run or an undo records have come or gone too. */
export async function refreshImport(queries: QueryClient, id: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: keys.one(id) }),
    queries.invalidateQueries({ queryKey: keys.list }),
    ...TOUCHED.map((first) => queries.invalidateQueries({ queryKey: [first] })),
  ]);
}

/** Shows an import as the server just answered. */
export function showImport(queries: QueryClient, view: ImportView): void {
  queries.setQueryData(importDetail(view.id).queryKey, view);
}

/** What a person says of a file: what it holds, which column is what, and how its rows are taken. */
export interface ImportPlan {
  readonly content: ImportContent;
  readonly mapping: ImportMapping;
  readonly options: ImportOptions;
  readonly values: ImportValues;
  readonly ground: ImportGround | null;
  readonly groundNote: string;
}

export const acts = {
  plan: (id: string, { values, mapping, ...plan }: ImportPlan): Promise<ImportView> =>
    bodyOf(
      api.PUT('/api/v1/imports/{id}/mapping', {
        params: { path: { id } },
        body: { ...plan, mapping: { ...mapping }, dialect: values },
      }),
    ),
  sheet: (id: string, name: string): Promise<ImportView> =>
    bodyOf(api.PUT('/api/v1/imports/{id}/sheet', { params: { path: { id } }, body: { name } })),
  try: (id: string) => api.POST('/api/v1/imports/{id}/try', { params: { path: { id } } }),
  run: (id: string) => api.POST('/api/v1/imports/{id}/run', { params: { path: { id } } }),
  undo: (id: string) => api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }),
} as const;

/** Where the rows that could not be taken can be downloaded, by line and field. */
export function errorsAddress(id: string): string {
  return `/api/v1/imports/${id}/errors.csv`;
}
