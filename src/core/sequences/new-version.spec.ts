import { describe, expect, it } from '@jest/globals';
import { type MovedStep, moveToVersion } from './new-version.js';
import type { SequenceStep } from './step.js';

const had = (stepNo: number, state: MovedStep['state'], isEdited = false): MovedStep => ({
  stepNo,
  state,
  isEdited,
});
const step = (stepNo: number): SequenceStep => ({
  stepNo,
  kind: 'mail',
  waitWorkingDays: 2,
  condition: 'always',
  templateId: 't',
  inThread: true,
  taskKind: null,
  taskTitle: '',
  taskHolds: false,
});
const next = [step(1), step(2), step(3)];

describe('moving to a newer version', () => {
  it('keeps what went and follows the new steps after it', () => {
    const moved = moveToVersion([had(1, 'done'), had(2, 'waiting', true), had(3, 'waiting')], next);
    expect(moved).toEqual({ kept: [1], steps: [next[1], next[2]], dropped: [2, 3], editedLost: [2] });
  });

  it('never takes a number again that was passed over', () => {
    expect(moveToVersion([had(1, 'done'), had(2, 'skipped')], next).steps).toEqual([next[2]]);
  });

  it('has nothing more to do where the new version is shorter', () => {
    expect(moveToVersion([had(1, 'done'), had(2, 'done')], [step(1)]).steps).toEqual([]);
  });
});
