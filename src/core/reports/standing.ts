import type { PlacementState } from '../placements/placement.js';
import type { Verdict } from '../verifier/verdict.js';
import type { Month } from './month.js';

export const STANDINGS = [
  'live',
  'differs',
  'rechecking',
  'could_not_tell',
  'not_checked',
  'site_down',
  'site_gone',
  'removed',
  'awaited',
  'overdue',
  'ended',
  'released',
  'replaced',
] as const;
/** What a client is told about a link. What nobody could tell is said as that, never as good or bad. */
export type Standing = (typeof STANDINGS)[number];

export const SECTIONS = ['delivered', 'kept', 'lost', 'replaced', 'ended', 'awaited'] as const;
/** Where a link stands in a month's report. */
export type Section = (typeof SECTIONS)[number];

/** A placement as far as reports judge it. Moments are milliseconds since 1970. */
export interface ReportedPlacement {
  readonly state: PlacementState;
  readonly stateSince: number;
  readonly createdAt: number;
  /** When an awaited link was first seen; null for one never seen and for one that was there before we knew it. */
  readonly firstLiveAt: number | null;
  readonly isImported: boolean;
  readonly isBaselineRemoved: boolean;
  readonly rechecking: boolean;
  readonly isOverdue: boolean;
  readonly checkedAt: number | null;
  readonly lastVerdict: Verdict | null;
  /** A person saw it, which still counts today. */
  readonly isSeenByHand: boolean;
  /** It stands in for another one that was lost. */
  readonly isReplacement: boolean;
}

type Row = ReportedPlacement;

/**
 * The part of a month's report a link belongs to, as it was when the month ended; null for one that has no place in it. A link that was
 * there before it was written down (imported) counts as kept, never as delivered, and one that was gone by then never as lost.
 */
export function sectionOf(row: Row, month: Month): Section | null {
  if (row.createdAt >= month.until && !row.isImported) return null;
  if (row.isBaselineRemoved) return null;
  if (row.state === 'awaited') return 'awaited';
  const left = LEFT[row.state];
  if (left === undefined || row.stateSince >= month.until) return presentSection(row, month);
  return row.stateSince >= month.from ? left : null;
}

const LEFT: Readonly<Partial<Record<PlacementState, Section>>> = {
  removed: 'lost',
  site_gone: 'lost',
  replaced: 'replaced',
  ended: 'ended',
  released: 'ended',
};

function presentSection({ firstLiveAt, state, isImported }: Row, month: Month): Section | null {
  if (firstLiveAt === null) return isImported || LEFT[state] === undefined ? 'kept' : 'awaited';
  if (firstLiveAt >= month.until) return 'awaited';
  return firstLiveAt >= month.from ? 'delivered' : 'kept';
}

/** Whether a link counts as delivered in a month: first seen then. One that stands in for a lost link was delivered before. */
export function isDelivered({ firstLiveAt, isReplacement }: Row, month: Month): boolean {
  return !isReplacement && firstLiveAt !== null && firstLiveAt >= month.from && firstLiveAt < month.until;
}

/** What a client is told about a link now. A last look that could not read the page makes it "could not tell", whatever was known before. */
export function standingOf(row: Row): Standing {
  const { state } = row;
  if (state === 'awaited') return row.isOverdue ? 'overdue' : 'awaited';
  if (state === 'check_by_hand') return row.isSeenByHand ? 'live' : 'could_not_tell';
  return state === 'live' || state === 'differs' ? presentStanding(row, state) : state;
}

function presentStanding(row: Row, state: 'live' | 'differs'): Standing {
  if (row.isSeenByHand) return state;
  if (row.checkedAt === null) return 'not_checked';
  if (row.lastVerdict === 'unreachable' || row.lastVerdict === 'unverifiable') return 'could_not_tell';
  return row.rechecking ? 'rechecking' : state;
}

/** Whether a standing says that nobody could tell. */
export function isUnknown(standing: Standing): boolean {
  return standing === 'could_not_tell' || standing === 'not_checked' || standing === 'site_down';
}
