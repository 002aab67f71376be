import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from './client.js';

/** The lists whose search can be kept under a name. */
export type ViewList =
  | 'prospects'
  | 'publishers'
  | 'contacts'
  | 'relationships'
  | 'placements'
  | 'campaigns'
  | 'pitches'
  | 'orders';

/** The saved views of a list that the reader may use: their own and the shared ones, by name. */
export function savedViews(list: ViewList) {
  return queryOptions({
    queryKey: ['saved-views', list] as const,
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/saved-views', { params: { query: { list } }, signal }))).items,
    staleTime: 60_000,
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What is done with saved views. */
export const viewActs = {
  add: (body: { list: ViewList; name: string; query: string; isShared: boolean }, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/saved-views', { body, headers })),
  change: (id: string, body: { name?: string; query?: string; isShared?: boolean }) =>
    bodyOf(api.PATCH('/api/v1/saved-views/{id}', { ...at(id), body })),
  remove: (id: string) => api.DELETE('/api/v1/saved-views/{id}', at(id)),
} as const;
