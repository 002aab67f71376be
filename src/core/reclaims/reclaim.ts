import { CLOSED_STATES, type PlacementState } from '../placements/placement.js';

export const RECLAMATION_STATES = [
  'proposed',
  'sent',
  'answered',
  'restored',
  'refused',
  'dismissed',
] as const;
/** Where a reclamation stands: proposed by the program, sent by a person, and how it ended. */
export type ReclamationState = (typeof RECLAMATION_STATES)[number];

export const LINE_OUTCOMES = ['open', 'restored', 'refused', 'replaced', 'ended', 'dismissed'] as const;
/** What became of one placement of a reclamation. */
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/**
 * States that are asked about. A site that does not answer us may answer everybody else, so `site_down` and `check_by_hand` accuse nobody;
 * `site_gone` took a month, or sights of a parked or dead page.
 */
const WORSE: readonly PlacementState[] = ['differs', 'removed', 'site_gone'];

/** A change of a placement's state, as far as reclaiming looks at it. */
export interface PlacementChange {
  readonly from: PlacementState;
  readonly to: PlacementState;
  /** The first proof of an imported placement: it was never seen as agreed, so nobody took anything away. */
  readonly isBaseline: boolean;
  /** Our own target page fails: a partner who takes a dead link out does right. */
  readonly targetFailing: boolean;
}

/**
 * What a change of state means for reclaiming: a line to propose, a line that is settled, or nothing. Only a worse STATE counts; a state
 * gets worse by agreed terms alone, and only after the checks the verifier's memory asks for.
 */
export function reclaimStep({
  from,
  to,
  isBaseline,
  targetFailing,
}: PlacementChange): 'propose' | LineOutcome | 'none' {
  if (to === 'live') return 'restored';
  if (to === 'replaced') return 'replaced';
  if (CLOSED_STATES.some((closed) => closed === to)) return 'ended';
  if (!WORSE.includes(to) || isBaseline || targetFailing) return 'none';
  return from === 'awaited' && to !== 'differs' ? 'none' : 'propose';
}

export const RECLAMATION_ACTS = ['send', 'answer', 'refuse', 'dismiss', 'reopen'] as const;
/** What a person does with a reclamation. */
export type ReclamationAct = (typeof RECLAMATION_ACTS)[number];

const LEADS: Readonly<Record<ReclamationAct, { from: readonly ReclamationState[]; to: ReclamationState }>> = {
  send: { from: ['proposed', 'sent', 'answered'], to: 'sent' },
  answer: { from: ['sent', 'answered'], to: 'answered' },
  refuse: { from: ['sent', 'answered'], to: 'refused' },
  dismiss: { from: ['proposed', 'sent', 'answered'], to: 'dismissed' },
  reopen: { from: ['refused', 'dismissed'], to: 'proposed' },
};

/** The state an act leads to; null where it does not fit. */
export function afterAct(state: ReclamationState, act: ReclamationAct): ReclamationState | null {
  return LEADS[act].from.includes(state) ? LEADS[act].to : null;
}

/** The acts that fit a state, in their order. */
export function actsOf(state: ReclamationState): readonly ReclamationAct[] {
  return RECLAMATION_ACTS.filter((act) => afterAct(state, act) !== null);
}

/**
 * How a reclamation ends once none of its lines is open: restored when one of them is as agreed again, else dismissed, for there is nothing
 * left to ask for. Null while a line is open.
 */
export function endOfLines(outcomes: readonly LineOutcome[]): 'restored' | 'dismissed' | null {
  if (outcomes.includes('open')) return null;
  return outcomes.includes('restored') ? 'restored' : 'dismissed';
}

/**
 * What happened to our link itself: it is gone, it is not followed any more, or (null) something else differs, which says nothing about the
 * other links of the page.
 */
export function whatHappened(
  state: PlacementState,
  findingCodes: readonly string[],
): 'gone' | 'unfollowed' | null {
  if (state !== 'differs') return 'gone';
  return findingCodes.includes('rel_not_follow') ? 'unfollowed' : null;
}
