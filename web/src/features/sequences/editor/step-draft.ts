import type { SequenceDetail, StepWish } from '../sequences-api.js';

/** A step while it is written; `key` stays with it when it moves. */
export interface StepDraft {
  readonly key: string;
  readonly kind: 'mail' | 'task';
  readonly waitWorkingDays: number;
  readonly condition: 'always' | 'has_address' | 'no_address';
  readonly templateId: string | null;
  readonly inThread: boolean;
  readonly taskKind: NonNullable<StepWish['taskKind']>;
  readonly taskTitle: string;
  readonly taskHolds: boolean;
}

/** The steps of a sequence as the editor holds them. */
export function draftsOf({ steps }: SequenceDetail): StepDraft[] {
  return steps.map((step) => ({
    key: `s${step.stepNo}`,
    kind: step.kind,
    waitWorkingDays: step.waitWorkingDays,
    condition: step.condition,
    templateId: step.templateId,
    inThread: step.inThread,
    taskKind: step.taskKind ?? 'other',
    taskTitle: step.taskTitle,
    taskHolds: step.taskHolds,
  }));
}

/** A step more at the end; the first mail stands alone, those after it go on in its thread. */
export function withStep(steps: readonly StepDraft[], kind: StepDraft['kind'], key: string): StepDraft[] {
  const fresh: StepDraft = {
    key,
    kind,
    waitWorkingDays: steps.length === 0 ? 0 : 4,
    condition: 'always',
    templateId: null,
    inThread: kind === 'mail' && steps.some((step) => step.kind === 'mail'),
    taskKind: 'call',
    taskTitle: '',
    taskHolds: false,
  };
  return [...steps, fresh];
}

/** A step one place up (-1) or down (1). */
export function moved(steps: readonly StepDraft[], index: number, by: -1 | 1): StepDraft[] {
  const next = [...steps];
  const [step] = next.splice(index, 1);
  if (step) next.splice(index + by, 0, step);
  return next;
}

/** The working day of each step after the start. */
export function workingDays(steps: readonly StepDraft[]): number[] {
  let day = 0;
  return steps.map(({ waitWorkingDays }) => {
    day += waitWorkingDays;
    return day;
  });
}

/** The steps as they are sent; null while one lacks what it needs. */
export function wishesOf(steps: readonly StepDraft[]): StepWish[] | null {
  const wishes = steps.map(wishOf);
  return wishes.every((wish) => wish !== null) ? wishes : null;
}

function wishOf(step: StepDraft): StepWish | null {
  const { kind, waitWorkingDays, condition } = step;
  if (kind === 'mail') {
    const { templateId, inThread } = step;
    return templateId === null ? null : { kind, waitWorkingDays, condition, templateId, inThread };
  }
  const { taskKind, taskTitle, taskHolds } = step;
  return taskTitle.trim() === ''
    ? null
    : { kind, waitWorkingDays, condition, taskKind, taskTitle, taskHolds };
}
