import type { EnrolledStepState, SequenceStep } from './step.js';

/** A step of an enrolment that moves to another version. */
export interface MovedStep {
  readonly stepNo: number;
  readonly state: EnrolledStepState;
  readonly isEdited: boolean;
}

/** What moving to another version of the sequence does. */
export interface VersionMove {
  /** Steps that are over, and stay as they are. */
  readonly kept: readonly number[];
  /** Steps of the new version that follow. */
  readonly steps: readonly SequenceStep[];
  /** Steps that would have come and do not any more, or are written anew. */
  readonly dropped: readonly number[];
  /** Of the dropped ones those a person had written for this pitch. */
  readonly editedLost: readonly number[];
}

/** What has been taken stays; what waits is replaced by the steps of the new version that come after it by their number. */
export function moveToVersion(steps: readonly MovedStep[], next: readonly SequenceStep[]): VersionMove {
  const over = steps.filter(({ state }) => state !== 'waiting');
  const waiting = steps.filter(({ state }) => state === 'waiting');
  const last = Math.max(0, ...over.map(({ stepNo }) => stepNo));
  return {
    kept: over.map(({ stepNo }) => stepNo),
    steps: next.filter(({ stepNo }) => stepNo > last),
    dropped: waiting.map(({ stepNo }) => stepNo),
    editedLost: waiting.filter(({ isEdited }) => isEdited).map(({ stepNo }) => stepNo),
  };
}
