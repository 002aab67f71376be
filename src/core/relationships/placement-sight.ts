import type { PlacementState } from '../placements/placement.js';
import type { LinkState, Sighting } from './link.js';

/** What a placement's row says about its link. Moments are epoch milliseconds. */
export interface PlacementSight {
  readonly placementId: string;
  readonly state: PlacementState;
  readonly stateSince: number;
  readonly isBaselineRemoved: boolean;
  readonly lastSeenAt: number | null;
  readonly firstSeenOn: string | null;
  readonly seenAnchor: string | null;
  readonly seenRel: string | null;
}

/** What the link's state is while a placement is in a state. A single check that missed it changes nothing; only the state counts. */
const STATES: Readonly<Record<PlacementState, LinkState>> = {
  awaited: 'unknown',
  live: 'live',
  differs: 'live',
  removed: 'lost',
  site_down: 'live',
  site_gone: 'unknown',
  check_by_hand: 'live',
  ended: 'unknown',
  released: 'unknown',
  replaced: 'unknown',
};

/** Nobody looks any more: what was known to be gone stays known. */
const CLOSED: ReadonlySet<PlacementState> = new Set(['ended', 'released', 'replaced']);

/**
 * What a placement's checks know of its link; null when they never saw it, because a placement is a wish until then. A baseline that
 * found nothing is no loss: nobody ever saw that link.
 */
export function placementSighting(sight: PlacementSight, before: Sighting | null): Sighting | null {
  if (sight.lastSeenAt === null) return null;
  const wasLost = before?.state === 'lost' && (before.lostAt ?? 0) >= sight.lastSeenAt;
  const keepsLoss = CLOSED.has(sight.state) && wasLost;
  const state = keepsLoss ? 'lost' : STATES[sight.state];
  return {
    via: 'placement',
    originId: sight.placementId,
    state,
    firstSeenOn: sight.firstSeenOn,
    lastSeenAt: sight.lastSeenAt,
    lostAt: lossOf(state, keepsLoss ? before : null, sight),
    lostReason: state === 'lost' ? 'placement_removed' : null,
    anchors: sight.seenAnchor === null ? (before?.anchors ?? []) : [sight.seenAnchor],
    rel: sight.seenRel ?? before?.rel ?? null,
    isImage: null,
    isSitewide: null,
    region: null,
    observedAt: Math.max(sight.stateSince, sight.lastSeenAt),
  };
}

function lossOf(state: LinkState, kept: Sighting | null, { stateSince }: PlacementSight): number | null {
  if (state !== 'lost') return null;
  return kept === null ? stateSince : kept.lostAt;
}
