import { api, bodyOf, query } from '../../api/client.js';
import type { components } from '../../api/schema.generated.js';
import { withoutNothing } from '../../ui/address-words.js';

export type ApprovalState = components['schemas']['ApprovalState'];
export type ApprovalSubject = components['schemas']['ApprovalSubject'];

/** The start of the keys of the queue. */
export const APPROVALS = ['approvals'] as const;

export function approvalQuery(id: string) {
  return query.queryOptions('get', '/api/v1/approvals/{id}', { params: { path: { id } } });
}

/** Which questions a list shows: of one state or all, of one client or all, what was decided since a day, what one member asked. */
export interface ApprovalFilter {
  readonly state?: ApprovalState | undefined;
  readonly clientId?: string | undefined;
  readonly decidedFrom?: string | undefined;
  readonly askedByMemberId?: string | undefined;
}

/** A page of the queue. */
export const fetchApprovals = (filter: ApprovalFilter) => (cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/v1/approvals', {
      params: {
        query: withoutNothing({ ...filter, cursor }),
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
