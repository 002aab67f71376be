import { describe, expect, it } from '@jest/globals';
import { localDay } from '../calendar/local-time.js';
import { endOfDay, isTimeZone } from './day-end.js';

describe('endOfDay', () => {
  it.each<[string, string, string]>([
    ['2026-11-20', 'UTC', '2026-11-21T00:00:00Z'],
    ['2026-11-20', 'Europe/Amsterdam', '2026-11-20T23:00:00Z'],
    ['2026-07-01', 'Europe/Amsterdam', '2026-07-01T22:00:00Z'],
    ['2026-03-28', 'Europe/Amsterdam', '2026-03-28T23:00:00Z'],
    ['2026-03-29', 'Europe/Amsterdam', '2026-03-29T22:00:00Z'],
    ['2026-10-25', 'Europe/Amsterdam', '2026-10-25T23:00:00Z'],
    ['2026-11-20', 'America/Los_Angeles', '2026-11-21T08:00:00Z'],
    ['2026-11-20', 'Pacific/Kiritimati', '2026-11-20T10:00:00Z'],
  ])('%s in %s', (day, zone, expected) => {
    expect(endOfDay(day, zone)).toBe(Date.parse(expected));
    expect(localDay(Date.parse(expected) - 1, zone)).toBe(day);
    expect(localDay(Date.parse(expected), zone)).not.toBe(day);
  });
});

it.each<[string, boolean]>([
  ['Europe/Amsterdam', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
