import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { prospectKeys } from './prospects-api.js';

const MOST_SHOWN = 50;
const at = (id: string, signal: AbortSignal) => ({ params: { path: { id } }, signal });

/** The site itself: where it stands among others, and when it changed hands. */
export function siteDetail(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'detail'] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/sites/{id}', { params: { path: { id: siteId } }, signal })),
  });
}

/** The figures of a site: the latest of each, and all that were ever measured. */
export function siteMetrics(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'metrics'] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sites/{id}/metrics', at(siteId, signal))),
  });
}

/** Who stands behind a site, now and before. */
export function sitePublishers(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'publishers'] as const,
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/sites/{id}/publishers', at(siteId, signal)))).items,
  });
}

/** What a site asks and allows, newest first, outdated answers too. */
export function siteConditions(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'conditions'] as const,
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/sites/{id}/conditions', at(siteId, signal)))).items,
  });
}

/** The people at a site, former ones too. */
export function siteContacts(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'contacts'] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/contacts', {
          params: { query: { siteId, limit: MOST_SHOWN } },
          signal,
        }),
      ),
  });
}

/** People found on the site's own pages, waiting for a decision. */
export function siteProposals(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'proposals'] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/contact-proposals', {
          params: { query: { siteId, state: 'open', limit: MOST_SHOWN } },
          signal,
        }),
      ),
  });
}

/** What the team did with a site, newest first. */
export function siteTouches(siteId: string) {
  return queryOptions({
    queryKey: [...prospectKeys.site(siteId), 'touches'] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/sites/{id}/touches', {
          params: { path: { id: siteId }, query: { limit: MOST_SHOWN } },
          signal,
        }),
      ),
  });
}
