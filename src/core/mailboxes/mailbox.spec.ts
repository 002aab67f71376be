import { describe, expect, it } from '@jest/globals';
import { catcherAddress, windowProblem } from './mailbox.js';

describe('windowProblem', () => {
  it.each([
    ['09:00', '17:00', [1, 2, 3], null],
    ['09:00', '09:00', [1], 'window_reversed'],
    ['17:00', '09:00', [1], 'window_reversed'],
    ['09:00', '17:00', [], 'no_days'],
  ])('%s to %s on %j: %s', (from, until, workDays, expected) => {
    expect(windowProblem({ from, until, workDays })).toBe(expected);
  });
});

describe('catcherAddress', () => {
  it.each([
    [false, 'olga@agency.example'],
    [true, 'olga+catcher@agency.example'],
  ])('with the address taken: %s', (isTaken, expected) => {
    expect(catcherAddress('olga@agency.example', isTaken)).toBe(expected);
  });
});
