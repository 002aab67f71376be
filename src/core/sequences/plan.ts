import { addWorkingDays, firstMomentIn, localDay, type MailWindow, momentOf } from '../sending/window.js';
import type { StepKind } from './step.js';

/** Hours a mail of an enrolment may leave in: those of its mailbox, and those at the recipient where they are asked for. */
export interface PlanWindows {
  readonly mailbox: MailWindow;
  readonly recipient: MailWindow | null;
}

/** A step to plan. */
export interface PlannedStep {
  readonly stepNo: number;
  readonly kind: StepKind;
  readonly waitWorkingDays: number;
  readonly taskHolds: boolean;
  /** Thanks wait until the deadline is over; all else must be before it. */
  readonly isThanks: boolean;
}

/** What the plan is made of. Moments are milliseconds since 1970. */
export interface PlanFacts {
  readonly steps: readonly PlannedStep[];
  readonly windows: PlanWindows;
  /** The earliest moment anything may happen. */
  readonly startsAt: number;
  /** Mails of this mailbox that go before the first one. */
  readonly ahead: number;
  readonly capPerDay: number;
  /** The last day (YYYY-MM-DD) on which anything but thanks makes sense, at the recipient; null for none. */
  readonly deadlineOn: string | null;
}

export const MOMENT_NOTES = ['waits_for_task', 'after_deadline', 'never_open'] as const;
export type MomentNote = (typeof MOMENT_NOTES)[number];

/** When a step could happen. `latestAt` is null where a person decides when; both are where it never will. */
export interface StepMoment {
  readonly stepNo: number;
  readonly earliestAt: number | null;
  readonly latestAt: number | null;
  readonly note: MomentNote | null;
}

/** The zone in which the days of an enrolment are counted, and its working days. */
export function dayWindow({ mailbox, recipient }: PlanWindows): MailWindow {
  return recipient ?? mailbox;
}

/**
 * The moment a step is due after the one before it: at the opening of its window, so many working days later in the zone of the recipient; without
 * a wait as soon as the windows are open. Null when they never are.
 */
export function dueAfter(doneAt: number, waitWorkingDays: number, windows: PlanWindows): number | null {
  return firstMomentIn(asked(windows), dayAfterWait(doneAt, waitWorkingDays, windows));
}

/** The moment thanks may be said: when the windows open after the day of the deadline. */
export function afterDeadline(deadlineOn: string, windows: PlanWindows): number | null {
  const { zone, from } = dayWindow(windows);
  return firstMomentIn(asked(windows), momentOf(addWorkingDays(deadlineOn, 1, []), from, zone));
}

/** Whether a moment is past the day of the deadline, at the recipient. */
export function isPastDeadline(at: number, deadlineOn: string | null, windows: PlanWindows): boolean {
  return deadlineOn !== null && localDay(at, dayWindow(windows).zone) > deadlineOn;
}

/**
 * The earliest and the latest moment of each step: earliest if everything before it went at its earliest, latest if the mailbox has used up its days
 * with what waits before and every mail left at the end of its day.
 */
export function planSteps(facts: PlanFacts): readonly StepMoment[] {
  const queued = facts.capPerDay > 0 ? Math.floor(facts.ahead / facts.capPerDay) : 0;
  let early: number | null = facts.startsAt;
  let late: number | null = latestStart(facts, queued);
  const moments: StepMoment[] = [];
  for (const [index, step] of facts.steps.entries()) {
    const earliestAt = momentFor(step, early, facts);
    const latestAt = lateMoment(step, late, { facts, isFirst: index === 0 });
    const note = noteOf(step, earliestAt, facts);
    if (note === 'after_deadline') {
      moments.push({ stepNo: step.stepNo, earliestAt: null, latestAt: null, note });
      continue;
    }
    moments.push({
      stepNo: step.stepNo,
      earliestAt,
      latestAt,
      note: note ?? (late === null && early !== null ? 'waits_for_task' : null),
    });
    early = earliestAt;
    late = step.taskHolds ? null : latestAt;
  }
  return moments;
}

function asked({ mailbox, recipient }: PlanWindows): readonly MailWindow[] {
  return recipient === null ? [mailbox] : [mailbox, recipient];
}

function dayAfterWait(doneAt: number, waitWorkingDays: number, windows: PlanWindows): number {
  if (waitWorkingDays === 0) return doneAt;
  const { zone, from, days } = dayWindow(windows);
  return momentOf(addWorkingDays(localDay(doneAt, zone), waitWorkingDays, days), from, zone);
}

function momentFor(
  step: PlannedStep,
  before: number | null,
  { windows, deadlineOn }: PlanFacts,
): number | null {
  if (before === null) return null;
  const due = dueAfter(before, step.waitWorkingDays, windows);
  if (!step.isThanks || deadlineOn === null || due === null) return due;
  return Math.max(due, afterDeadline(deadlineOn, windows) ?? due);
}

function lateMoment(
  step: PlannedStep,
  before: number | null,
  { facts, isFirst }: { facts: PlanFacts; isFirst: boolean },
): number | null {
  const at = momentFor(isFirst ? { ...step, waitWorkingDays: 0 } : step, before, facts);
  return at === null ? null : closingOf(at, asked(facts.windows));
}

/** Where the mailbox is busy for whole days first, the start is so many of its working days later. */
function latestStart(facts: PlanFacts, queuedDays: number): number | null {
  const first = facts.steps[0];
  if (first === undefined) return null;
  const due = momentFor(first, facts.startsAt, facts);
  return due === null ? null : dueAfter(due, queuedDays, facts.windows);
}

/** The moment the windows that are open at a moment shut. */
function closingOf(at: number, windows: readonly MailWindow[]): number {
  const ends = windows.map(({ zone, until }) => momentOf(localDay(at, zone), until, zone));
  return Math.max(at, Math.min(...ends));
}

function noteOf(step: PlannedStep, earliestAt: number | null, facts: PlanFacts): MomentNote | null {
  if (earliestAt === null) return 'never_open';
  if (!step.isThanks && isPastDeadline(earliestAt, facts.deadlineOn, facts.windows)) return 'after_deadline';
  return null;
}
