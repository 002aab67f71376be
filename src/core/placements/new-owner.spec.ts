import { describe, expect, it } from '@jest/globals';
import { checkAfterNewOwner } from './new-owner.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('checkAfterNewOwner', () => {
  it.each<[string, { no: number; of: number; jitter: number }, number | null, number]>([
    ['one placement is looked at within a minute', { no: 0, of: 1, jitter: 0.5 }, DAY, 0.5 * MINUTE],
    ['the second of two in the second minute', { no: 1, of: 2, jitter: 0.25 }, DAY, 1.25 * MINUTE],
    ['the last of thousands before a day is over', { no: 9999, of: 10_000, jitter: 0.9 }, null, DAY - 864],
    ['what is due sooner stays so', { no: 5, of: 10, jitter: 0 }, MINUTE, MINUTE],
    ['what is overdue stays so', { no: 0, of: 1, jitter: 0 }, -DAY, -DAY],
    ['what had no plan gets one', { no: 0, of: 1, jitter: 0 }, null, 0],
  ])('%s', (_, place, planned, expected) => {
    expect(checkAfterNewOwner(place, 0, planned)).toBe(expected);
  });
});
