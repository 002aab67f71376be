import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { components } from '../../../api/schema.generated.js';
import type { FootprintLanguage } from './footprints.js';

type Views = components['schemas'];

/** A page of the web that came up, what is known of its site, and what became of a site that was to be added. */
export type FoundPage = Views['SearchResult'];
export type FoundSite = Views['FoundSite'];
export type Addition = Views['ProspectAddition'];

/** What a question to the search service is made of. */
export interface WebQuestion {
  readonly words: string;
  readonly language: FootprintLanguage | undefined;
}

/** The key under which all that is known of found sites is kept. */
const KNOWN = ['prospects', 'found'] as const;

/** Results are held in memory alone, and so long after nobody looks at them any more. */
const KEPT_MS = 10 * 60_000;

/**
 * What the web holds, page after page. Every page is a question the team pays for: nothing is asked again by itself, and nothing is tried
 * twice. `clientId` is not part of the key: another client sees the same results, and what is known of them is read apart.
 */
export function webSearch({ words, language }: WebQuestion, clientId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['web-search', words, language ?? null] as const,
    queryFn: async ({ pageParam, signal, client }) => {
      const body = {
        words,
        page: pageParam,
        ...(language ? { language } : {}),
        ...(clientId ? { clientId } : {}),
      };
      const { sites, ...answer } = await bodyOf(api.POST('/api/v1/search', { body, signal }));
      if (sites.length > 0) {
        const keys = sites.map(({ siteKey }) => siteKey);
        client.setQueryData(foundSites(keys, clientId).queryKey, sites);
      }
      return { ...answer, siteKeys: sites.map(({ siteKey }) => siteKey) };
    },
    initialPageParam: 1,
    getNextPageParam: (last) => last.nextPage,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    retry: false,
    refetchOnReconnect: false,
  });
}

/** What the team knows of sites that came up, for the client in view: no service is asked. */
export function foundSites(siteKeys: readonly string[], clientId: string | undefined) {
  return queryOptions({
    queryKey: [...KNOWN, clientId ?? null, siteKeys] as const,
    queryFn: async ({ signal }): Promise<readonly FoundSite[]> => {
      const body = { siteKeys: [...siteKeys], ...(clientId ? { clientId } : {}) };
      return (await bodyOf(api.POST('/api/v1/search/sites', { body, signal }))).items;
    },
    enabled: siteKeys.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
}

/** Reads anew what is known of found sites: after some were added, or taken back. */
export function refreshFound(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: KNOWN });
}
