import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import { type RelationshipSearch, relationshipFilter } from './relationship-search.js';
import type {
  CrawlPageState,
  CrawlPlanWish,
  LinkDirection,
  LinkEntry,
  LitmusAnswers,
  NewRelationship,
  RelationshipChange,
} from './relationship-views.js';

const PAGE_OF_ROWS = 100;
const PAGE_OF_LINKS = 50;
const POLL_MS = 2_000;

/** The keys under which answers about relationships are kept. */
export const relationshipKeys = {
  all: ['relationships'] as const,
  one: (id: string) => ['relationships', 'one', id] as const,
  plan: (brandId: string) => ['crawls', 'plan', brandId] as const,
};

/** The relationships of a search, page after page. */
export function relationshipList(search: RelationshipSearch) {
  const query = { ...relationshipFilter(search), sort: search.sort ?? 'newest' };
  return infiniteQueryOptions({
    queryKey: [...relationshipKeys.all, 'list', query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/relationships', {
        params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
  });
}

/** How many relationships there are of each direction within the rest of the filter. */
export function relationshipCounts(search: RelationshipSearch) {
  const { direction: _direction, litmus: _litmus, ...query } = relationshipFilter(search);
  return queryOptions({
    queryKey: [...relationshipKeys.all, 'counts', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/relationships/counts', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** One relationship with all its page shows, the links apart. */
export function relationshipDetail(id: string) {
  return queryOptions({
    queryKey: relationshipKeys.one(id),
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/relationships/{id}', { params: { path: { id } }, signal })),
  });
}

/** The links of a relationship in one direction. */
export function relationshipLinks(id: string, direction: LinkDirection) {
  return infiniteQueryOptions({
    queryKey: [...relationshipKeys.one(id), 'links', direction] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/relationships/{id}/links', {
        params: { path: { id }, query: { direction, limit: PAGE_OF_LINKS, ...start } },
        signal,
      }),
    ),
  });
}

/** When and how far a brand's own site is read, and how the last readings went. Asked again while one runs. */
export function crawlPlan(brandId: string) {
  return queryOptions({
    queryKey: relationshipKeys.plan(brandId),
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/brands/{id}/crawl', { params: { path: { id: brandId } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.crawls.some((crawl) => crawl.state === 'running') ? POLL_MS : false,
  });
}

/** The pages of one reading, by what became of them. */
export function crawlPages(id: string, state: CrawlPageState) {
  return infiniteQueryOptions({
    queryKey: ['crawls', 'pages', id, state] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/crawls/{id}/pages', {
        params: { path: { id }, query: { state, limit: PAGE_OF_LINKS, ...start } },
        signal,
      }),
    ),
  });
}

/** Where the relationships of a search can be downloaded. */
export function exportAddress(search: RelationshipSearch, format: 'csv' | 'xlsx'): string {
  const words = Object.entries(relationshipFilter(search)).map(([key, value]) => [key, value]);
  return `/api/v1/relationships/export?${new URLSearchParams([['format', format], ...words]).toString()}`;
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with relationships, their links, and the readings of a brand's own site. */
export const relationshipActs = {
  add: (body: NewRelationship, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/relationships', { body, headers })),
  change: (id: string, body: RelationshipChange) =>
    api.PATCH('/api/v1/relationships/{id}', { ...at(id), body }),
  answerLitmus: (id: string, body: LitmusAnswers) =>
    api.PUT('/api/v1/relationships/{id}/litmus', { ...at(id), body }),
  enterLink: (id: string, body: LinkEntry, headers: KeyHeader) =>
    api.POST('/api/v1/relationships/{id}/links', { ...at(id), body, headers }),
  removeLink: (linkId: string) => api.POST('/api/v1/links/{id}/remove', at(linkId)),
  planCrawl: (brandId: string, body: CrawlPlanWish) =>
    api.PUT('/api/v1/brands/{id}/crawl', { ...at(brandId), body }),
  startCrawl: (brandId: string) => bodyOf(api.POST('/api/v1/brands/{id}/crawl/start', at(brandId))),
  stopCrawl: (crawlId: string) => bodyOf(api.POST('/api/v1/crawls/{id}/stop', at(crawlId))),
} as const;

/** Asks again for what an act on a relationship touched. */
export async function refreshRelationships(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: relationshipKeys.all }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
  ]);
}
