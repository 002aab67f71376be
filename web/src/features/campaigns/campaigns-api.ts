import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { type CampaignSearch, campaignFilter, type PitchFilter } from './campaign-search.js';
import type { CampaignChange, CampaignTargetPageWish, NewCampaign, PitchSort } from './campaign-views.js';

const PAGE_OF_ROWS = 100;
const PAGE_OF_CARDS = 25;

/** The keys under which answers about campaigns and pitches are kept. */
export const campaignKeys = {
  all: ['campaigns'] as const,
  one: (id: string) => ['campaigns', 'one', id] as const,
  pitches: ['pitches'] as const,
  boards: ['pitches', 'board'] as const,
};

/** Every campaign kind in the reader's language; it changes with the program alone. */
export const campaignKinds = queryOptions({
  queryKey: ['campaign-kinds'] as const,
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/v1/campaign-kinds', { signal }))).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The campaigns of a search, page after page. */
export function campaignList(search: CampaignSearch) {
  const query = campaignFilter(search);
  return infiniteQueryOptions({
    queryKey: [...campaignKeys.all, 'list', query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/campaigns', {
        params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
  });
}

/** One campaign with all its settings. */
export function campaignDetail(id: string) {
  return queryOptions({
    queryKey: campaignKeys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/campaigns/{id}', { params: { path: { id } }, signal })),
  });
}

/** The board of a filter: every stage with its first cards. Acts patch it; it is asked for anew when somebody comes back to it. */
export function pitchBoard(filter: PitchFilter) {
  return queryOptions({
    queryKey: [...campaignKeys.boards, filter] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/pitches/board', {
          params: { query: { ...filter, limit: PAGE_OF_CARDS } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** More cards of one column. */
export function moreCards(filter: PitchFilter, column: { kind: string; stage: string; cursor: string }) {
  const { kind: columnKind, stage: columnStage, cursor } = column;
  const query = { ...filter, columnKind, columnStage, cursor, limit: PAGE_OF_CARDS };
  return bodyOf(api.GET('/api/v1/pitches/board/column', { params: { query } }));
}

/** The pitches of a filter, page after page. */
export function pitchList(filter: PitchFilter, sort: PitchSort) {
  const query = { ...filter, sort };
  return infiniteQueryOptions({
    queryKey: [...campaignKeys.pitches, 'list', query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/pitches', { params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } }, signal }),
    ),
  });
}

/** What stands on the days of a calendar. */
export function pitchCalendar(filter: PitchFilter, days: { from: string; to: string }) {
  const query = { ...filter, ...days };
  return queryOptions({
    queryKey: [...campaignKeys.pitches, 'calendar', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/pitches/calendar', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Where the pitches of a filter can be downloaded. */
export function exportAddress(filter: PitchFilter, format: 'csv' | 'xlsx'): string {
  const words = Object.entries(filter).map(([key, value]) => [key, String(value)]);
  return `/api/v1/pitches/export?${new URLSearchParams([['format', format], ...words]).toString()}`;
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with campaigns. */
export const campaignActs = {
  add: (body: NewCampaign, headers: KeyHeader) => bodyOf(api.POST('/api/v1/campaigns', { body, headers })),
  change: (id: string, body: CampaignChange) =>
    bodyOf(api.PATCH('/api/v1/campaigns/{id}', { ...at(id), body })),
  setPages: (id: string, items: CampaignTargetPageWish[]) =>
    bodyOf(api.PUT('/api/v1/campaigns/{id}/target-pages', { ...at(id), body: { items } })),
  setMembers: (id: string, memberIds: string[]) =>
    bodyOf(api.PUT('/api/v1/campaigns/{id}/members', { ...at(id), body: { memberIds } })),
  archive: (id: string) => api.POST('/api/v1/campaigns/{id}/archive', at(id)),
  restore: (id: string) => api.POST('/api/v1/campaigns/{id}/restore', at(id)),
} as const;

/** Asks again for campaigns and all that shows their pitches. */
export async function refreshCampaigns(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: campaignKeys.all }),
    queries.invalidateQueries({ queryKey: campaignKeys.pitches }),
  ]);
}
