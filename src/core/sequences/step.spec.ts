import { describe, expect, it } from '@jest/globals';
import { type EnrolledStep, isTaken, nextStep } from './step.js';

const step = (stepNo: number, changes: Partial<EnrolledStep> = {}): EnrolledStep => ({
  stepNo,
  kind: 'mail',
  state: 'waiting',
  condition: 'always',
  waitWorkingDays: 0,
  purpose: 'first',
  taskHolds: false,
  ...changes,
});

describe('a step is taken', () => {
  it.each([
    ['a mail always, with an address', 'mail', 'always', true, true],
    ['a mail always, without an address: never', 'mail', 'always', false, false],
    ['a mail where there is an address', 'mail', 'has_address', true, true],
    ['a task always, without an address', 'task', 'always', false, true],
    ['a task only without an address, with one', 'task', 'no_address', true, false],
    ['a task only without an address, without one', 'task', 'no_address', false, true],
    ['a task only with an address, without one', 'task', 'has_address', false, false],
  ] as const)('%s', (_, kind, condition, hasAddress, taken) => {
    expect(isTaken({ kind, condition }, hasAddress)).toBe(taken);
  });
});

describe('what comes next', () => {
  it('is the first step that waits', () => {
    const steps = [step(1, { state: 'done' }), step(3), step(2)];
    expect(nextStep(steps, true)).toEqual({ passed: [], step: steps[2] });
  });

  it('passes over what its condition leaves out', () => {
    const steps = [step(1), step(2, { kind: 'task', condition: 'no_address' }), step(3)];
    expect(nextStep(steps, false)).toEqual({ passed: [steps[0]], step: steps[1] });
  });

  it('is nothing at the end', () => {
    expect(nextStep([step(1, { state: 'skipped' })], true)).toEqual({ passed: [], step: null });
  });
});
