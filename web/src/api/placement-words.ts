/** The closed words of a placement as the API speaks them; screen words stand in the catalogues. */

export const PLACEMENT_STATES = [
  'awaited',
  'live',
  'differs',
  'removed',
  'site_down',
  'site_gone',
  'check_by_hand',
  'ended',
  'released',
  'replaced',
] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/** States in which a placement is no longer checked. */
export const CLOSED_STATES: readonly PlacementState[] = ['ended', 'released', 'replaced'];

export const PLACEMENT_TYPES = [
  'editorial',
  'guest_post',
  'link_insertion',
  'digital_pr',
  'journalist_quote',
  'directory',
  'broken_link',
  'unlinked_mention',
  'partnership',
  'comment',
] as const;
export type PlacementType = (typeof PLACEMENT_TYPES)[number];

export const COMPENSATIONS = ['none', 'money', 'product_or_service', 'link_in_return'] as const;
export type Compensation = (typeof COMPENSATIONS)[number];

export const REL_TERMS = ['follow', 'nofollow', 'sponsored', 'ugc', 'any'] as const;
export type RelTerm = (typeof REL_TERMS)[number];

export const ACCEPTED_STEPS = [
  'exact',
  'equivalent',
  'redirects_to_target',
  'same_path_other_query',
  'same_site',
] as const;
export type AcceptedStep = (typeof ACCEPTED_STEPS)[number];

export const REGIONS = ['content', 'nav', 'header', 'footer', 'aside', 'comment'] as const;

export const STANDINGS = ['agreed', 'expected', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

export const TERM_NAMES = ['rel', 'anchor', 'region', 'indexable', 'duration'] as const;
export type TermName = (typeof TERM_NAMES)[number];

export const SOURCE_KINDS = ['note', 'person', 'mail', 'document'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SORTS = ['newest', 'checked', 'source', 'state_since'] as const;
export type PlacementSort = (typeof SORTS)[number];

/** True when the word is one of the closed list, whatever the address bar or the server sent. */
export function isWord<Word extends string>(words: readonly Word[], value: unknown): value is Word {
  return typeof value === 'string' && (words as readonly string[]).includes(value);
}
