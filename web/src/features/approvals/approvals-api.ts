import { api, bodyOf, query } from '../../api/client.js';
import type { components } from '../../api/schema.generated.js';

export type ApprovalState = components['schemas']['ApprovalState'];
export type ApprovalSubject = components['schemas']['ApprovalSubject'];

/** The start of the keys of the queue. */
export const APPROVALS = ['approvals'] as const;

export function approvalQuery(id: string) {
  return query.queryOptions('get', '/api/v1/approvals/{id}', { params: { path: { id } } });
}

/** A page of the queue: of one state, of one client or of all. */
export const fetchApprovals =
  (filter: { readonly state: ApprovalState; readonly clientId?: string | undefined }) =>
  (cursor: string | undefined) =>
    bodyOf(
      api.GET('/api/v1/approvals', {
        params: {
          query: {
            state: filter.state,
            ...(filter.clientId === undefined ? {} : { clientId: filter.clientId }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    );

/** Campaigns to choose from. */
export const campaignsQuery = query.queryOptions('get', '/api/v1/campaigns', {
  params: { query: { limit: 200, sort: 'name' } },
});

/** Pitches of a campaign to choose from. */
export function pitchesQuery(campaignId: string) {
  return query.queryOptions('get', '/api/v1/pitches', { params: { query: { campaignId, limit: 200 } } });
}
