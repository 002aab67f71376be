const DAY_MS = 24 * 3600_000;

/** A pitch as far as its standing still is judged. */
interface Standing {
  readonly isOpen: boolean;
  readonly isPaused: boolean;
  /** Moment it came to its stage, in milliseconds. */
  readonly stageSince: number;
  /** Whole days its stage takes at most. */
  readonly stuckAfterDays: number;
  /** The day of its next step, YYYY-MM-DD. */
  readonly nextStepOn: string | null;
}

/** Whole days a pitch has been in its stage; the day it came is 0. */
export function daysInStage(stageSince: number, now: number): number {
  return Math.max(0, Math.floor((now - stageSince) / DAY_MS));
}

/** Days we wait for an answer before a pitch counts as unanswered. */
export const UNANSWERED_AFTER_DAYS = 7;

/**
 * Whether nobody moves a pitch: it is open, not paused, longer in its stage than the kind expects, and no step is set for today or later.
 * `today` is the day in the workspace's zone, YYYY-MM-DD.
 */
export function isStuck(pitch: Standing, { now, today }: { now: number; today: string }): boolean {
  if (!pitch.isOpen || pitch.isPaused) return false;
  if (now - pitch.stageSince <= pitch.stuckAfterDays * DAY_MS) return false;
  return pitch.nextStepOn === null || pitch.nextStepOn < today;
}
