import { expect, it } from '@jest/globals';
import { morningOf, snoozeChoices } from './snooze-times.js';

const choices = (now: string, zone: string) =>
  Object.fromEntries(
    snoozeChoices(new Date(now), zone).map(({ key, at }) => [key, at.toISOString().slice(0, 16)]),
  );

it.each([
  [
    'on a Friday in Amsterdam, Monday is in three days',
    '2026-11-20T09:00:00Z',
    'Europe/Amsterdam',
    {
      later: '2026-11-20T12:00',
      tomorrow: '2026-11-21T08:00',
      monday: '2026-11-23T08:00',
      week: '2026-11-27T08:00',
    },
  ],
  [
    'on a Monday, Monday is the next one',
    '2026-11-23T09:00:00Z',
    'UTC',
    {
      later: '2026-11-23T12:00',
      tomorrow: '2026-11-24T09:00',
      monday: '2026-11-30T09:00',
      week: '2026-11-30T09:00',
    },
  ],
  [
    'over the night the clocks go back, nine stays nine',
    '2026-10-24T20:00:00Z',
    'Europe/Amsterdam',
    {
      later: '2026-10-24T23:00',
      tomorrow: '2026-10-25T08:00',
      monday: '2026-10-26T08:00',
      week: '2026-10-31T08:00',
    },
  ],
  [
    'the day is that of the zone, not of UTC',
    '2026-11-20T23:30:00Z',
    'Pacific/Auckland',
    {
      later: '2026-11-21T02:30',
      tomorrow: '2026-11-21T20:00',
      monday: '2026-11-22T20:00',
      week: '2026-11-27T20:00',
    },
  ],
])('%s', (_fact, now, zone, expected) => {
  expect(choices(now, zone)).toEqual(expected);
});

it('begins a chosen day at nine where the team is', () => {
  expect(morningOf('2026-03-29', 'Europe/Amsterdam').toISOString()).toBe('2026-03-29T07:00:00.000Z');
});
