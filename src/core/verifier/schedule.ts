import { isClosed, type PlacementMemory } from './placement-memory.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Intervals of the schedule, in milliseconds. */
export interface ScheduleSettings {
  /** Looks at a suspected absence, counted from its first sight. */
  readonly absentRechecks: readonly number[];
  /** Earliest and latest second look at a first difference, counted from that. */
  readonly differsRecheck: readonly [number, number];
  /** Retries after visits without proof; the last one repeats. */
  readonly retries: readonly number[];
  /** Looks at a placement that has come alive, counted from then; the weekly ones follow. */
  readonly settling: readonly number[];
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  /** For how long a removed placement is looked at daily. */
  readonly removedDaily: number;
  /** The longest wait while an absence is suspected and all its rechecks have passed. */
  readonly suspectGap: number;
}

export const SCHEDULE_DEFAULTS: ScheduleSettings = {
  absentRechecks: [2 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR],
  differsRecheck: [12 * HOUR, 24 * HOUR],
  retries: [HOUR, 6 * HOUR, DAY],
  settling: [DAY, 7 * DAY],
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  removedDaily: 30 * DAY,
  suspectGap: 6 * HOUR,
};

/** Why a check is due at its time. */
type CheckReason = 'first' | 'absent_recheck' | 'differs_recheck' | 'retry' | 'regular';

export interface NextCheck {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: CheckReason;
}

/** What the schedule needs beside the memory. */
export interface Circumstances {
  /** Now, in epoch milliseconds: when a placement that was never checked is due. */
  readonly now: number;
  readonly compensated: boolean;
  /** The site has changed hands: what would be looked at monthly is looked at weekly, because a new owner tidies up. */
  readonly hasNewOwner?: boolean;
  /** Chance, 0 to 1, so that not everything is due at once: at most 5 % sooner or later, rechecks up to half an hour later. */
  readonly jitter: number;
}

/**
 * Says when a placement is checked next and why; null for closed ones. The earliest of its rechecks, its retry and its
 * regular turn, counted from the last check.
 */
export function nextCheck(
  memory: PlacementMemory,
  circumstances: Circumstances,
  settings: ScheduleSettings = SCHEDULE_DEFAULTS,
): NextCheck | null {
  if (isClosed(memory.state)) return null;
  const last = memory.lastCheckedAt;
  if (last === null) return { at: circumstances.now, reason: 'first' };
  const turns = [
    regular(memory, last, circumstances, settings),
    ...retry(memory, last, circumstances.jitter, settings),
    ...absentRecheck(memory, last, circumstances.jitter, settings),
    ...differsRecheck(memory, last, circumstances.jitter, settings),
  ];
  const soonest = turns.reduce((one, other) => (other.at < one.at ? other : one));
  return { at: Math.round(soonest.at), reason: soonest.reason };
}

function regular(
  memory: PlacementMemory,
  last: number,
  { compensated, hasNewOwner = false, jitter }: Circumstances,
  settings: ScheduleSettings,
): NextCheck {
  const usual = intervalOf(memory, last, compensated, settings);
  const interval = hasNewOwner ? Math.min(usual, settings.weekly) : usual;
  return { at: last + spread(interval, jitter), reason: 'regular' };
}

function intervalOf(
  { state, since }: PlacementMemory,
  last: number,
  compensated: boolean,
  settings: ScheduleSettings,
): number {
  if (state === 'site_gone') return settings.monthly;
  if (state === 'removed') return last - since < settings.removedDaily ? settings.daily : settings.monthly;
  if (compensated || state === 'awaited' || state === 'differs' || state === 'site_down')
    return settings.daily;
  const settling = settings.settling.find((after) => since + after - last > after * 0.1);
  return settling === undefined ? settings.weekly : Math.min(since + settling - last, settings.weekly);
}

/** What has proved nothing is tried again soon; not what is gone, removed or in a person's hands already. */
function retry(
  { state, withoutProof }: PlacementMemory,
  last: number,
  jitter: number,
  { retries, daily }: ScheduleSettings,
): NextCheck[] {
  const settled = state === 'site_gone' || state === 'removed' || state === 'check_by_hand';
  if (withoutProof === 0 || settled) return [];
  const wait = retries[Math.min(withoutProof, retries.length) - 1] ?? daily;
  return [{ at: last + spread(wait, jitter), reason: 'retry' }];
}

function absentRecheck(
  { absent }: PlacementMemory,
  last: number,
  jitter: number,
  { absentRechecks, suspectGap }: ScheduleSettings,
): NextCheck[] {
  if (absent === null) return [];
  const step = absentRechecks.find((after) => absent.firstAt + after > last);
  const at = step === undefined ? last + suspectGap : absent.firstAt + step;
  return [{ at: at + jitter * (HOUR / 2), reason: 'absent_recheck' }];
}

function differsRecheck(
  { differing }: PlacementMemory,
  last: number,
  jitter: number,
  { differsRecheck: [earliest, latest], suspectGap }: ScheduleSettings,
): NextCheck[] {
  if (differing === null) return [];
  const at = differing.firstAt + earliest + jitter * (latest - earliest);
  return [{ at: at > last ? at : last + suspectGap, reason: 'differs_recheck' }];
}

/** The interval, 5 % shorter to 5 % longer. */
function spread(interval: number, jitter: number): number {
  return interval * (0.95 + 0.1 * jitter);
}
