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
    ['a mail always, with an address', { kind: 'mail', condition: 'always' }, true, true],
    ['a mail always, without an address: never', { kind: 'mail', condition: 'always' }, false, false],
    ['a mail where there is an address', { kind: 'mail', condition: 'has_address' }, true, true],
    ['a task always, without an address', { kind: 'task', condition: 'always' }, false, true],
    ['a task only without an address, with one', { kind: 'task', condition: 'no_address' }, true, false],
    ['a task only without an address, without one', { kind: 'task', condition: 'no_address' }, false, true],
    ['a task only with an address, without one', { kind: 'task', condition: 'has_address' }, false, false],
  ] as const)('%s', (_, one, hasAddress, taken) => {
    expect(isTaken(one, hasAddress)).toBe(taken);
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
