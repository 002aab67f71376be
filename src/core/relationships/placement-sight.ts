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
 * found nothing is no loss: nobody ever saw that link. After a placement is begun anew, what was known before is not forgotten, but it
 * is no longer told that the link is there.
 */
export function placementSighting(sight: PlacementSight, before: Sighting | null): Sighting | null {
  const lastSeenAt = seenHere(sight, before);
  if (lastSeenAt === null) return before === null ? null : noLongerFollowed(before);
  const loss = lossOf(sight, before, lastSeenAt);
  return {
    ...movedHere(sight.placementId, Math.max(sight.stateSince, lastSeenAt)),
    ...whatWasSeen(sight, before),
    state: loss === null ? STATES[sight.state] : 'lost',
    lastSeenAt,
    lostAt: loss,
    lostReason: loss === null ? null : 'placement_removed',
  };
}

function whatWasSeen({ seenAnchor, seenRel, firstSeenOn }: PlacementSight, before: Sighting | null) {
  const anchors = seenAnchor === null ? [] : [seenAnchor];
  if (before === null) return { anchors, rel: seenRel, firstSeenOn };
  return {
    anchors: seenAnchor === null ? before.anchors : anchors,
    rel: seenRel ?? before.rel,
    firstSeenOn: before.firstSeenOn ?? firstSeenOn,
  };
}

/** What was known of a link that a placement does not follow any more: it was there, or it was gone. */
export function noLongerFollowed(before: Sighting): Sighting {
  return before.state === 'live' ? { ...before, state: 'unknown' } : before;
}

/** A placement that was moved to other pages was not seen there before: what says so is a sighting of that moment that saw nothing. */
export function movedHere(placementId: string, at: number): Sighting {
  return {
    via: 'placement',
    originId: placementId,
    state: 'unknown',
    firstSeenOn: null,
    lastSeenAt: null,
    lostAt: null,
    lostReason: null,
    anchors: [],
    rel: null,
    isImage: null,
    isSitewide: null,
    region: null,
    observedAt: at,
  };
}

function seenHere({ lastSeenAt }: PlacementSight, before: Sighting | null): number | null {
  const isFromElsewhere =
    before !== null && before.lastSeenAt === null && (lastSeenAt ?? 0) <= before.observedAt;
  return isFromElsewhere ? null : lastSeenAt;
}

/** Since when the link is known to be gone; null when it is not. What was gone when nobody looked any more stays gone. */
function lossOf(sight: PlacementSight, before: Sighting | null, lastSeenAt: number): number | null {
  if (STATES[sight.state] === 'lost') return sight.stateSince;
  if (!CLOSED.has(sight.state) || before?.state !== 'lost') return null;
  return before.lostAt !== null && before.lostAt >= lastSeenAt ? before.lostAt : null;
}
