/** Where the team's own work on a prospect stands. Declining and agreeing belong to relationships and pitches. */
export const PROSPECT_STATUSES = ['new', 'researching', 'qualified', 'paused', 'unfit'] as const;
export type ProspectStatus = (typeof PROSPECT_STATUSES)[number];

/** How warm the relationship with a site is, over all brands; `unknown` where nobody has said or seen anything. */
export const STAGES = ['unknown', 'cold', 'contacted', 'engaged', 'partner', 'dormant', 'declined'] as const;
export type Stage = (typeof STAGES)[number];

/** Why a client wants no link from a site. */
export const EXCLUSION_REASONS = ['competitor', 'blocked', 'client_wish', 'other'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Why an address or a site must not be contacted. */
export const SUPPRESSION_REASONS = [
  'asked',
  'objected',
  'bounced',
  'complained',
  'client_wish',
  'own_choice',
  'imported',
] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

export const TOUCH_KINDS = ['mail', 'call', 'meeting', 'form', 'social', 'placement', 'other'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

export const TOUCH_DIRECTIONS = ['out', 'in'] as const;
export type TouchDirection = (typeof TOUCH_DIRECTIONS)[number];

export const TOUCH_RESULTS = ['unknown', 'no_answer', 'answered', 'declined', 'agreed', 'placed'] as const;
export type TouchResult = (typeof TOUCH_RESULTS)[number];

/** Of several stages of one site (one per brand) the one that counts for the site, warmest first. */
const WARMEST: readonly Stage[] = [
  'partner',
  'engaged',
  'contacted',
  'dormant',
  'declined',
  'cold',
  'unknown',
];

/** The stage of a site over the stages its brands have with it; `unknown` where there is none. */
export function warmestStage(stages: readonly Stage[]): Stage {
  return WARMEST.find((stage) => stages.includes(stage)) ?? 'unknown';
}
