import { describe, expect, it } from '@jest/globals';
import { moved, type StepDraft, wishesOf, withStep, workingDays } from './step-draft.js';

const none: readonly StepDraft[] = [];
const first = withStep(none, 'mail', 'a').map((step) => ({ ...step, templateId: 't1' }));
const both = withStep(first, 'mail', 'b');

describe('steps being written', () => {
  it('begin at once and alone, and follow in the thread', () => {
    expect(both.map(({ waitWorkingDays, inThread }) => [waitWorkingDays, inThread])).toEqual([
      [0, false],
      [4, true],
    ]);
  });

  it('count their working days from the start', () => {
    expect(workingDays(withStep(both, 'task', 'c'))).toEqual([0, 4, 8]);
  });

  it('change places', () => {
    expect(moved(both, 1, -1).map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('are sent when each has what it needs', () => {
    expect(wishesOf(both)).toBeNull();
    expect(wishesOf(withStep(first, 'task', 'c'))).toBeNull();
    expect(wishesOf(first)).toEqual([
      { kind: 'mail', waitWorkingDays: 0, condition: 'always', templateId: 't1', inThread: false },
    ]);
  });
});
