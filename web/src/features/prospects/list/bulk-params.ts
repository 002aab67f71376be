import type { CustomValue } from '../../../api/prospect-views.js';
import type { BulkWish } from './bulk-actions.js';

/** What a person has filled in so far for an act on many prospects. */
export interface BulkDraft {
  readonly names?: readonly string[];
  readonly status?: string | null;
  /** A member's id, or `none`. */
  readonly owner?: string | null;
  readonly suppression?: string | null;
  readonly clientId?: string | null;
  readonly campaignId?: string | null;
  readonly exclusion?: string | null;
  readonly fieldKey?: string | null;
  readonly value?: CustomValue | null;
}

type Reader = (draft: BulkDraft) => object | null;

const named: Reader = ({ names = [] }) => (names.length > 0 ? { names } : null);

const inCampaign: Reader = ({ campaignId }) => (campaignId ? { campaignId } : null);

const PARAMS: Readonly<Record<BulkWish, Reader>> = {
  tag: named,
  untag: named,
  topic: named,
  status: ({ status }) => (status ? { status } : null),
  assign: ({ owner }) => (owner ? { ownerMemberId: owner === 'none' ? null : owner } : null),
  do_not_contact: ({ suppression }) => (suppression ? { suppression } : null),
  exclude: ({ clientId, exclusion }) => (clientId && exclusion ? { clientId, exclusion } : null),
  set_custom: ({ fieldKey, value = null }) => (fieldKey ? { fieldKey, value } : null),
  campaign: inCampaign,
  enroll: inCampaign,
  archive: () => ({}),
};

/** The parameters of an act as the API takes them; null while something is missing. */
export function paramsOf(action: BulkWish, draft: BulkDraft): object | null {
  return PARAMS[action](draft);
}
