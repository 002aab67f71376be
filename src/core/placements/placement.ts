/** The words of a placement: where it stands, what was given for it, how it is labelled, which state it is in. */

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

/** A label that stands apart from type and compensation (D16). */
export const PLACEMENT_LABELS = ['own_network'] as const;
export type PlacementLabel = (typeof PLACEMENT_LABELS)[number];

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
export const CLOSED_STATES = ['ended', 'released', 'replaced'] as const satisfies readonly PlacementState[];

/** States that count as live: a link that could not be checked keeps counting with its "last seen". */
export const LIVE_COUNT_STATES = [
  'live',
  'differs',
  'site_down',
  'check_by_hand',
] as const satisfies readonly PlacementState[];
