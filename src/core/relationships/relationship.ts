import type { ToldState } from './linking-site.js';

/** How far a relationship is (peers: a machine of its own, apart from pitches and placements). */
export const RELATIONSHIP_STAGES = [
  'unknown',
  'cold',
  'contacted',
  'engaged',
  'partner',
  'dormant',
  'declined',
] as const;
export type RelationshipStage = (typeof RELATIONSHIP_STAGES)[number];

/** Why the two sites link: the safe situations of D61; `other` needs words. */
export const RELATIONSHIP_REASONS = [
  'shared_event',
  'podcast_or_guest',
  'tool_and_tutorial',
  'case_studies',
  'curated_hub',
  'other',
] as const;
export type RelationshipReason = (typeof RELATIONSHIP_REASONS)[number];

/**
 * Whether they link to us; never "no", because nobody reads the whole web. `told` and `was_told`: a tool says so of the whole site, and no
 * page is known.
 */
export const ARROWS_TO_US = ['linked', 'told', 'was_linked', 'was_told', 'not_known'] as const;
export type ArrowToUs = (typeof ARROWS_TO_US)[number];

/** Whether we link to them; `not_found` only after our own site was read completely, as of that day. */
export const ARROWS_TO_THEM = ['linked', 'was_linked', 'not_found', 'not_known'] as const;
export type ArrowToThem = (typeof ARROWS_TO_THEM)[number];

/** Links of a relationship by direction and state, and what tools say of the whole site. */
export interface LinkCounts {
  /** Null where no tool told of the site. */
  readonly toldState: ToldState | null;
  readonly toUsLive: number;
  readonly toUsLost: number;
  readonly toUsUnknown: number;
  readonly toThemLive: number;
  readonly toThemLost: number;
  readonly toThemUnknown: number;
}

export interface Arrows {
  readonly toUs: ArrowToUs;
  readonly toThem: ArrowToThem;
}

/**
 * Who links to whom, as far as it is known. A link nobody can say anything about now leaves it not known. That we do not link is said
 * only when our whole site was read and no link to them was ever recorded. What a tool says of the whole site stands behind any page that
 * is known to link, and before pages that once did.
 */
export function arrowsOf(counts: LinkCounts, wasOwnSiteRead: boolean): Arrows {
  return { toUs: toUsOf(counts), toThem: toThemOf(counts, wasOwnSiteRead) };
}

function toUsOf({ toUsLive, toUsLost, toUsUnknown, toldState }: LinkCounts): ArrowToUs {
  if (toUsLive > 0) return 'linked';
  if (toldState === 'live') return 'told';
  if (toUsUnknown > 0) return 'not_known';
  if (toUsLost > 0) return 'was_linked';
  return toldState === 'lost' ? 'was_told' : 'not_known';
}

function toThemOf(counts: LinkCounts, wasOwnSiteRead: boolean): ArrowToThem {
  const { toThemLive, toThemLost, toThemUnknown } = counts;
  if (toThemLive > 0) return 'linked';
  if (toThemUnknown > 0) return 'not_known';
  if (toThemLost > 0) return 'was_linked';
  return wasOwnSiteRead ? 'not_found' : 'not_known';
}
