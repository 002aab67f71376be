import { queryOptions } from '@tanstack/react-query';
import { bodyOf } from './client.js';
import { loose } from './not-described-yet.js';
import type { SiteConflict } from './prospect-views.js';

/** Whether approaching a site would get in somebody's way, for a client where one is chosen. */
export function siteConflict(siteId: string, clientId: string | undefined) {
  return queryOptions({
    queryKey: ['prospects', 'site', siteId, 'conflict', clientId ?? null] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        loose.GET<SiteConflict>('/api/v1/sites/{id}/conflict', {
          params: { path: { id: siteId }, query: clientId ? { clientId } : {} },
          signal,
        }),
      ),
    staleTime: 15_000,
  });
}
