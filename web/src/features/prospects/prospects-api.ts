import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { filterQuery, listQuery, type ProspectFilter, type ProspectSearch } from './prospect-search.js';

const PAGE_OF_ROWS = 200;

/** The keys under which answers about prospects are kept. */
export const prospectKeys = {
  lists: ['prospects', 'list'] as const,
  counts: ['prospects', 'counts'] as const,
  one: (id: string) => ['prospects', 'one', id] as const,
  site: (siteId: string) => ['prospects', 'site', siteId] as const,
  tags: ['prospects', 'tags'] as const,
  fields: ['prospects', 'fields'] as const,
};

/**
 * The rows of a filter, page after page. They never refetch by themselves: acts patch single rows, so a long list keeps
 * its place and costs the server nothing.
 */
export function prospectList(search: ProspectSearch) {
  const query = listQuery(search);
  return infiniteQueryOptions({
    queryKey: [...prospectKeys.lists, query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/prospects', {
        params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
  });
}

/** How many prospects there are of each status and owner, within what else narrows the page. */
export function prospectCounts(scope: ProspectFilter) {
  const query = filterQuery(scope);
  return queryOptions({
    queryKey: [...prospectKeys.counts, query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/prospects/counts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** One prospect with all its page shows. */
export function prospectDetail(id: string) {
  return queryOptions({
    queryKey: prospectKeys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/prospects/{id}', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  });
}

/** All tags or topics of the team, by name. */
export function tagList(kind: 'tag' | 'topic') {
  return queryOptions({
    queryKey: [...prospectKeys.tags, kind] as const,
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/tags', { params: { query: { kind } }, signal }))).items,
    staleTime: 60_000,
  });
}

/** The team's own fields of prospects, in their order; archived ones left out. */
export const ownFieldList = queryOptions({
  queryKey: [...prospectKeys.fields, 'prospect'] as const,
  queryFn: async ({ signal }) =>
    (
      await bodyOf(
        api.GET('/api/v1/custom-fields', {
          params: { query: { recordKind: 'prospect' } },
          signal,
        }),
      )
    ).items.filter(({ archivedAt }) => archivedAt === null),
  staleTime: 60_000,
});

/** Where the rows of a filter can be downloaded. */
export function exportAddress(search: ProspectSearch, format: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams({ format, ...filterQuery(search) });
  return `/api/v1/prospects/export?${query.toString()}`;
}
