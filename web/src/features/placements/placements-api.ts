import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { filterQuery, type PlacementFilter, type PlacementSearch } from './placement-search.js';

const PAGE_OF_ROWS = 100;
const PAGE_OF_HISTORY = 50;

/** The keys under which answers about placements are kept. */
export const placementKeys = {
  lists: ['placements', 'list'] as const,
  counts: ['placements', 'counts'] as const,
  one: (id: string) => ['placements', 'one', id] as const,
};

/**
 * The rows of a filter, page after page. They never refetch by themselves: live news patches single rows, so a long list
 * keeps its place and costs the server nothing.
 */
export function placementList(search: PlacementSearch) {
  const query = { ...filterQuery(search), sort: search.sort ?? 'newest' };
  return infiniteQueryOptions({
    queryKey: [...placementKeys.lists, query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/placements', {
        params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
  });
}

/** How many placements there are in each state, within the client, brand and search words of the page. */
export function placementCounts(scope: PlacementFilter) {
  const query = filterQuery(scope);
  return queryOptions({
    queryKey: [...placementKeys.counts, query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/placements/counts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** One placement with all its page shows. */
export function placementDetail(id: string) {
  return queryOptions({
    queryKey: placementKeys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/placements/{id}', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  });
}

/** The checks of a placement, newest first. */
export function placementChecks(id: string) {
  return infiniteQueryOptions({
    queryKey: [...placementKeys.one(id), 'checks'] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/placements/{id}/checks', {
        params: { path: { id }, query: { limit: PAGE_OF_HISTORY, ...start } },
        signal,
      }),
    ),
  });
}

/** Who saw the link with their own eyes, newest first. */
export function placementSightings(id: string) {
  return queryOptions({
    queryKey: [...placementKeys.one(id), 'sightings'] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/placements/{id}/sightings', { params: { path: { id } }, signal })),
  });
}

/** What happened to a placement and who did it, newest first. */
export function placementTimeline(id: string) {
  return infiniteQueryOptions({
    queryKey: [...placementKeys.one(id), 'timeline'] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/placements/{id}/timeline', {
        params: { path: { id }, query: { limit: PAGE_OF_HISTORY, ...start } },
        signal,
      }),
    ),
  });
}

/** What a check saw: the HTML around the link, and the same of the check before. Without a check id, the last one. */
export function placementEvidence(id: string, checkId: string | null) {
  return queryOptions({
    queryKey: [...placementKeys.one(id), 'evidence', checkId] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/placements/{id}/evidence', {
          params: { path: { id }, query: checkId ? { checkId } : {} },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Where the rows of a filter can be downloaded as CSV. */
export function exportAddress(search: PlacementSearch): string {
  const query = new URLSearchParams({ format: 'csv', ...filterQuery(search) });
  return `/api/v1/placements/export?${query.toString()}`;
}
