import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { hostsAbove, type KnownSite, siteOf, typedAddress } from './typed-site.js';

/** What the team knows of the site that was typed: the site itself, and the file on it where there is one. */
interface Known {
  readonly site: KnownSite;
  readonly prospect: Pick<ProspectDetail, 'id' | 'displayHost' | 'archivedAt'> | null;
}

/** Looks whether the typed site is known before anything is saved; null when it is new to the team. */
export function knownProspect(text: string) {
  const typed = typedAddress(text);
  return queryOptions({
    queryKey: ['prospects', 'typed', typed] as const,
    queryFn: async ({ signal }): Promise<Known | null> => {
      const site = typed && (await knownSite(typed.host, typed.path, signal));
      return site ? { site, prospect: await fileOn(site.id, signal) } : null;
    },
    enabled: typed !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

async function knownSite(host: string, path: string, signal: AbortSignal): Promise<KnownSite | null> {
  for (const search of hostsAbove(host)) {
    const { items } = await bodyOf(
      api.GET('/api/v1/sites', { params: { query: { search, limit: 50 } }, signal }),
    );
    const site = siteOf(items, search, search === host ? path : '/');
    if (site) return site;
  }
  return null;
}

async function fileOn(siteId: string, signal: AbortSignal): Promise<ProspectDetail | null> {
  try {
    return await bodyOf(
      api.GET('/api/v1/prospects/by-site/{siteId}', {
        params: { path: { siteId } },
        signal,
      }),
    );
  } catch (error) {
    if (isProblem(error, 'prospect.unknown') || isProblem(error, 'prospect.not_found')) return null;
    throw error;
  }
}
