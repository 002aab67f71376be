import type { MailPurpose } from '../campaigns/kind.js';
import type { TaskKind } from '../tasks/task.js';

export const STEP_KINDS = ['mail', 'task'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_CONDITIONS = ['always', 'has_address', 'no_address'] as const;
/** When a step is taken: always, or only where the contact has (no) address that mail can go to. */
export type StepCondition = (typeof STEP_CONDITIONS)[number];

/** Steps of one sequence, at most. */
export const MOST_STEPS = 20;

/** One step as it is written in a version of a sequence. Numbers go from 1. */
export interface SequenceStep {
  readonly stepNo: number;
  readonly kind: StepKind;
  /** Working days after the step before it, or after the start. */
  readonly waitWorkingDays: number;
  readonly condition: StepCondition;
  /** For mails. */
  readonly templateId: string | null;
  /** A mail that goes on in the thread of the mail before it. */
  readonly inThread: boolean;
  /** For tasks. */
  readonly taskKind: TaskKind | null;
  readonly taskTitle: string;
  /** The next step waits until the task is done. */
  readonly taskHolds: boolean;
}

export const ENROLLED_STEP_STATES = ['waiting', 'done', 'skipped', 'cancelled'] as const;
export type EnrolledStepState = (typeof ENROLLED_STEP_STATES)[number];

/** A step of an enrolment, as far as going on needs it. */
export interface EnrolledStep {
  readonly stepNo: number;
  readonly kind: StepKind;
  readonly state: EnrolledStepState;
  readonly condition: StepCondition;
  readonly waitWorkingDays: number;
  readonly purpose: MailPurpose | null;
  readonly taskHolds: boolean;
}

/** Whether a step is taken, given whether there is an address mail can go to. A mail without one never is. */
export function isTaken(step: Pick<EnrolledStep, 'kind' | 'condition'>, hasAddress: boolean): boolean {
  if (step.kind === 'mail' && !hasAddress) return false;
  return step.condition === 'always' || (step.condition === 'has_address') === hasAddress;
}

/** What comes next: steps that are passed over by their condition, then the one to take; null at the end. */
export function nextStep<Step extends EnrolledStep>(
  steps: readonly Step[],
  hasAddress: boolean,
): { readonly passed: readonly Step[]; readonly step: Step | null } {
  const waiting = steps
    .filter((step) => step.state === 'waiting')
    .sort((one, other) => one.stepNo - other.stepNo);
  const at = waiting.findIndex((step) => isTaken(step, hasAddress));
  return at === -1
    ? { passed: waiting, step: null }
    : { passed: waiting.slice(0, at), step: waiting[at] ?? null };
}
