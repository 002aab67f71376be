import { CLOSED_STATES, type PlacementState } from '../placements/placement.js';
import type { Verdict } from './verdict.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A run of like evidence: first and last time (epoch ms) and how often it was counted. */
export interface Series {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

/** What one placement remembers of its checks: small, and safe to keep as JSON. All times are epoch milliseconds. */
export interface PlacementMemory {
  readonly state: PlacementState;
  /** Since when the state holds. */
  readonly since: number;
  /** What the placement was before it went down or to a person; `live` for one that was never seen. */
  readonly steady: 'live' | 'differs';
  /** A change for the worse is suspected and being looked at again; the state is still shown. */
  readonly rechecking: boolean;
  readonly firstSeenAt: number | null;
  readonly lastSeenAt: number | null;
  readonly lastCheckedAt: number | null;
  /** Until when somebody's own look counts as a sight. */
  readonly seenByHandUntil: number | null;
  /** `pending`: an imported placement whose first proof will be its baseline; `removed`: that proof was an absence. */
  readonly baseline: 'pending' | 'removed' | null;
  readonly absent: Series | null;
  readonly differing: Series | null;
  readonly unreachable: Series | null;
  /** Unverifiable visits in a row; those that show a gone page count in `gone` instead. */
  readonly unverifiable: Series | null;
  /** Sights of a soft 404 or a parked domain. */
  readonly gone: Series | null;
  /** Visits without proof since the last proof, for the retries. */
  readonly withoutProof: number;
  /** The last ten verdicts, oldest first. */
  readonly lastVerdicts: readonly { readonly at: number; readonly verdict: Verdict }[];
}

export const TOLD_CHANGES = [
  'first_seen',
  'changed',
  'lost',
  'back',
  'site_down',
  'site_gone',
  'check_by_hand',
] as const;
/** Changes of state that people are told of; a baseline is never told. */
export type ToldChange = (typeof TOLD_CHANGES)[number];

/** One change of state worth telling. */
export interface StateChange {
  readonly kind: ToldChange;
  readonly from: PlacementState;
  readonly to: PlacementState;
  readonly at: number;
}

/** When a check happened and what is known beside its judgement. */
export interface Moment {
  /** Epoch milliseconds of the check. */
  readonly at: number;
  /** Our own target page fails: nothing gets worse meanwhile. */
  readonly targetFailing: boolean;
}

/** A step of the memory: what follows, and what to tell of it. */
export interface MemoryStep {
  readonly next: PlacementMemory;
  readonly kind: ToldChange | null;
}

/** Thresholds of the memory; durations in milliseconds. */
export interface MemorySettings {
  readonly siteDownAfter: number;
  readonly siteGoneAfter: number;
  /** Visits that found nobody which site_down and site_gone need at least. */
  readonly unreachableCount: number;
  readonly checkByHandCount: number;
  readonly goneCount: number;
  readonly goneAfter: number;
  readonly absentCount: number;
  readonly absentAfter: number;
  readonly differsAfter: number;
  /** Visits closer together than this are one piece of evidence, however often somebody presses "check now". */
  readonly evidenceGap: number;
}

export const MEMORY_DEFAULTS: MemorySettings = {
  siteDownAfter: 7 * DAY,
  siteGoneAfter: 30 * DAY,
  unreachableCount: 3,
  checkByHandCount: 5,
  goneCount: 3,
  goneAfter: 7 * DAY,
  absentCount: 3,
  absentAfter: 48 * HOUR,
  differsAfter: 12 * HOUR,
  evidenceGap: HOUR / 2,
};

/** How a placement came to be: written down by somebody, or imported (its first check is then its baseline). */
export type Origin = 'added' | 'imported';

/** The memory of a placement that was never checked. */
export function freshMemory(at: number, origin: Origin): PlacementMemory {
  return {
    state: 'awaited',
    since: at,
    steady: 'live',
    rechecking: false,
    firstSeenAt: null,
    lastSeenAt: null,
    lastCheckedAt: null,
    seenByHandUntil: null,
    baseline: origin === 'imported' ? 'pending' : null,
    ...NOTHING_OPEN,
    lastVerdicts: [],
  };
}

/** All series closed: what a sight, or a new state, leaves behind. */
export const NOTHING_OPEN = {
  absent: null,
  differing: null,
  unreachable: null,
  unverifiable: null,
  gone: null,
  withoutProof: 0,
} as const;

/** Whether a placement in this state is no longer checked. */
export function isClosed(state: PlacementState): boolean {
  return (CLOSED_STATES as readonly PlacementState[]).includes(state);
}

/** One more piece of the same evidence. One that follows the last within `evidenceGap` is not counted again. */
export function extend(series: Series | null, at: number, evidenceGap: number): Series {
  if (series === null) return { firstAt: at, lastAt: at, count: 1 };
  if (at - series.lastAt < evidenceGap) return series;
  return { firstAt: series.firstAt, lastAt: at, count: series.count + 1 };
}

/** Whether a series is long enough in number and in time (`at` is the moment of its newest piece). */
export function isProven(series: Series, at: number, count: number, after: number): boolean {
  return series.count >= count && at - series.firstAt >= after;
}
