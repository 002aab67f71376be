import type { ConflictReason } from '../prospects/conflict.js';
import type { Guard } from './campaign.js';

/** What a campaign does about what stands against a site. */
export interface Guards {
  readonly onConflict: Guard;
  readonly onExclusion: Guard;
  /** A manager lets a conflict with colleagues pass. */
  readonly isReleased: boolean;
}

export type AddingRefusal = 'pitch.do_not_contact' | 'pitch.excluded' | 'pitch.conflict';

/** Reasons that get in a colleague's way; a site that links already is only said. */
const CONFLICTS: readonly ConflictReason[] = [
  'locked_by_other',
  'contacted_lately',
  'contacted_for_other_client',
];

/**
 * Whether a campaign takes a site all the same: the refusal, or null where what stands against it is only said. A release lets conflicts with
 * colleagues pass, never what the client or the site itself does not want.
 */
export function refusalToAdd(reasons: readonly ConflictReason[], guards: Guards): AddingRefusal | null {
  if (guards.onExclusion === 'block' && reasons.includes('do_not_contact')) return 'pitch.do_not_contact';
  if (guards.onExclusion === 'block' && reasons.includes('excluded')) return 'pitch.excluded';
  const isConflict = CONFLICTS.some((reason) => reasons.includes(reason));
  return isConflict && guards.onConflict === 'block' && !guards.isReleased ? 'pitch.conflict' : null;
}
