import { describe, expect, it } from '@jest/globals';
import { hasBegun, monthOf } from './month.js';

describe('monthOf', () => {
  it.each<[string, { of: string; zone: string }, readonly string[]]>([
    [
      'a month in UTC',
      { of: '2026-10-01', zone: 'UTC' },
      ['2026-10-31', '2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
    ],
    [
      'a month whose clocks change',
      { of: '2026-10-01', zone: 'Europe/Amsterdam' },
      ['2026-10-31', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ],
    [
      'December',
      { of: '2026-12-01', zone: 'UTC' },
      ['2026-12-31', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ],
    [
      'a leap February',
      { of: '2028-02-01', zone: 'UTC' },
      ['2028-02-29', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
    ],
  ])('%s', (_, { of, zone }, expected) => {
    const { lastDay, from, until } = monthOf(of, zone);
    expect([lastDay, new Date(from).toISOString(), new Date(until).toISOString()]).toEqual(expected);
  });
});

describe('hasBegun', () => {
  it.each<[string, string, string, boolean]>([
    ['on its first day in the zone it has', '2026-10-31T23:30:00Z', 'Europe/Amsterdam', true],
    ['in another zone it has not yet', '2026-10-31T23:30:00Z', 'UTC', false],
    ['after it it has', '2027-03-01T00:00:00Z', 'UTC', true],
  ])('%s', (_, now, zone, expected) => {
    expect(hasBegun('2026-11-01', Date.parse(now), zone)).toBe(expected);
  });
});
