import type { PlacementState } from './placement.js';

export const PLACEMENT_ACTS = ['accept', 'end', 'release', 'replace', 'reopen'] as const;
/** What a person can do with a placement that moves it through its life. */
export type PlacementAct = (typeof PLACEMENT_ACTS)[number];

const OPEN: readonly PlacementAct[] = ['end', 'release', 'replace'];
const SEEN: readonly PlacementAct[] = ['accept', ...OPEN];
const CLOSED: readonly PlacementAct[] = ['reopen'];

const ALLOWED: Readonly<Record<PlacementState, readonly PlacementAct[]>> = {
  awaited: OPEN,
  live: SEEN,
  differs: SEEN,
  removed: OPEN,
  site_down: OPEN,
  site_gone: OPEN,
  check_by_hand: OPEN,
  ended: CLOSED,
  released: CLOSED,
  replaced: CLOSED,
};

/** The acts a person may do with a placement in this state. */
export function allowedActs(state: PlacementState): readonly PlacementAct[] {
  return ALLOWED[state];
}

/** Whether a placement in this state takes this act; anything else is refused, never ignored. */
export function mayAct(state: PlacementState, act: PlacementAct): boolean {
  return ALLOWED[state].includes(act);
}
