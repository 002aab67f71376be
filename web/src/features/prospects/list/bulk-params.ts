import type { CustomValue } from '../../../api/prospect-views.js';
import type { BulkAction } from './bulk-actions.js';

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

/** The parameters of an act as the API takes them; null while something is missing. */
export function paramsOf(action: BulkAction, draft: BulkDraft): object | null {
  const { names = [], status, owner, suppression, clientId, campaignId, exclusion, fieldKey } = draft;
  const { value = null } = draft;
  switch (action) {
    case 'tag':
    case 'untag':
    case 'topic':
      return names.length > 0 ? { names } : null;
    case 'status':
      return status ? { status } : null;
    case 'assign':
      return owner ? { ownerMemberId: owner === 'none' ? null : owner } : null;
    case 'do_not_contact':
      return suppression ? { suppression } : null;
    case 'exclude':
      return clientId && exclusion ? { clientId, exclusion } : null;
    case 'set_custom':
      return fieldKey ? { fieldKey, value } : null;
    case 'campaign':
      return campaignId ? { campaignId } : null;
    case 'archive':
      return {};
  }
}
