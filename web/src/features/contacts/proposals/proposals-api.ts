import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { pagesOf } from '../../../api/pages.js';
import type { ProposalWish } from '../contact-views.js';

const PAGE_OF_PROPOSALS = 50;

/** The key under which proposals are kept. */
export const PROPOSALS = ['contact-proposals'] as const;

/** Who was proposed as a contact and is not decided upon, newest first; of one site, or of all. */
export function openProposals(siteId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: [...PROPOSALS, siteId ?? null] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/contact-proposals', {
        params: {
          query: { state: 'open', limit: PAGE_OF_PROPOSALS, ...(siteId ? { siteId } : {}), ...start },
        },
        signal,
      }),
    ),
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with a proposal. */
export const proposalActs = {
  accept: (id: string, body: ProposalWish) =>
    bodyOf(api.POST('/api/v1/contact-proposals/{id}/accept', { ...at(id), body })),
  dismiss: (id: string) => api.POST('/api/v1/contact-proposals/{id}/dismiss', at(id)),
} as const;
