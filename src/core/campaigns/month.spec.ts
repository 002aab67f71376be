import { describe, expect, it } from '@jest/globals';
import { monthStart } from './month.js';

describe('the start of a month', () => {
  it.each<[string, string, string, string]>([
    ['is midnight in the zone', '2026-11-20T09:00:00Z', 'Europe/Amsterdam', '2026-10-31T23:00:00Z'],
    ['knows summer time', '2026-07-01T00:30:00Z', 'Europe/Amsterdam', '2026-06-30T22:00:00Z'],
    ['belongs to the zone, not to UTC', '2026-11-01T03:00:00Z', 'America/New_York', '2026-10-01T04:00:00Z'],
    ['crosses a year', '2027-01-01T00:00:00Z', 'UTC', '2027-01-01T00:00:00Z'],
  ])('%s', (_, now, zone, expected) => {
    expect(monthStart(Date.parse(now), zone)).toBe(Date.parse(expected));
  });
});
