import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.js';

/** Whether approaching a site would get in somebody's way, for a client where one is chosen. */
export function siteConflict(siteId: string, clientId: string | undefined) {
  return queryOptions({
    queryKey: ['prospects', 'site', siteId, 'conflict', clientId ?? null] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/sites/{id}/conflict', {
          params: { path: { id: siteId }, query: clientId ? { clientId } : {} },
          signal,
        }),
      ),
    staleTime: 15_000,
  });
}
