import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import { type PublisherSearch, publisherFilter } from './publisher-search.js';
import type { NewConditions, NewPublisher, NewPublisherSite, PublisherChange } from './publisher-views.js';

const PAGE_OF_ROWS = 100;

/** The keys under which answers about publishers are kept. */
export const publisherKeys = {
  all: ['publishers'] as const,
  one: (id: string) => ['publishers', 'one', id] as const,
};

/** The publishers of a search, page after page. */
export function publisherList(search: PublisherSearch) {
  const query = { ...publisherFilter(search), sort: search.sort ?? 'name' };
  return infiniteQueryOptions({
    queryKey: [...publisherKeys.all, 'list', query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/publishers', {
        params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
  });
}

/** One publisher with its sites. */
export function publisherDetail(id: string) {
  return queryOptions({
    queryKey: publisherKeys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/publishers/{id}', { params: { path: { id } }, signal })),
  });
}

/** Publishers that are called alike: asked before a new one is added. */
export function publisherDoubles(name: string) {
  return queryOptions({
    queryKey: [...publisherKeys.all, 'doubles', name] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/publishers/doubles-of', {
          params: { query: { name } },
          signal,
        }),
      ),
  });
}

/** Where the publishers of a search can be downloaded. */
export function exportAddress(search: PublisherSearch, format: 'csv' | 'xlsx'): string {
  const words = Object.entries(publisherFilter(search)).map(([key, value]) => [key, String(value)]);
  return `/api/v1/publishers/export?${new URLSearchParams([['format', format], ...words]).toString()}`;
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with publishers. */
export const publisherActs = {
  add: (body: NewPublisher, headers: KeyHeader) => bodyOf(api.POST('/api/v1/publishers', { body, headers })),
  change: (id: string, body: PublisherChange) => api.PATCH('/api/v1/publishers/{id}', { ...at(id), body }),
  archive: (id: string) => api.POST('/api/v1/publishers/{id}/archive', at(id)),
  restore: (id: string) => api.POST('/api/v1/publishers/{id}/restore', at(id)),
  addSite: (id: string, body: NewPublisherSite, headers: KeyHeader) =>
    api.POST('/api/v1/publishers/{id}/sites', { ...at(id), body, headers }),
  endSite: (id: string, linkId: string) =>
    api.POST('/api/v1/publishers/{id}/sites/{linkId}/end', { params: { path: { id, linkId } }, body: {} }),
  addCondition: (id: string, body: NewConditions, headers: KeyHeader) =>
    api.POST('/api/v1/publishers/{id}/conditions', { ...at(id), body, headers }),
  removeCondition: (id: string) => api.POST('/api/v1/conditions/{id}/remove', at(id)),
} as const;

/** Asks again for publishers and for what happened to them. */
export async function refreshPublishers(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: publisherKeys.all }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
  ]);
}
