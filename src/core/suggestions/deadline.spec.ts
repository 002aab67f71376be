import { describe, expect, it } from '@jest/globals';
import { readDeadline } from './deadline.js';

/** Tuesday 20 January 2026, 10:35 UTC. */
const RECEIVED = Date.parse('2026-01-20T10:35:00Z');

interface Expected {
  readonly on?: string;
  readonly time?: string;
  readonly zone?: string;
  readonly at?: string;
}

describe('a deadline', () => {
  it.each<[string, string, Expected]>([
    [
      'hour, zone, day and month',
      '7:00 PM ET - 21 January',
      { on: '2026-01-21', time: '19:00', zone: 'America/New_York', at: '2026-01-22T00:00:00.000Z' },
    ],
    [
      'midnight is the start of its day',
      '12:00 AM ET - 14 February',
      { on: '2026-02-14', time: '00:00', zone: 'America/New_York', at: '2026-02-14T05:00:00.000Z' },
    ],
    [
      'noon',
      '12:00 PM PT - 14 February',
      { on: '2026-02-14', time: '12:00', zone: 'America/Los_Angeles', at: '2026-02-14T20:00:00.000Z' },
    ],
    [
      'standard time printed in summer',
      '2026-09-02 5:00 pm Eastern Standard Time',
      { on: '2026-09-02', time: '17:00', zone: 'America/New_York', at: '2026-09-02T21:00:00.000Z' },
    ],
    [
      'Dutch words',
      'uiterlijk 25 november 2026 om 12.00 uur Nederlandse tijd',
      { on: '2026-11-25', time: '12:00', zone: 'Europe/Amsterdam', at: '2026-11-25T11:00:00.000Z' },
    ],
    [
      'a month first',
      'November 25th, 2026 at 5pm CET',
      { on: '2026-11-25', time: '17:00', zone: 'Europe/Amsterdam', at: '2026-11-25T16:00:00.000Z' },
    ],
    [
      'day with dashes',
      '25-11-2026 17:30 GMT',
      { on: '2026-11-25', time: '17:30', zone: 'UTC', at: '2026-11-25T17:30:00.000Z' },
    ],
    [
      'London in summer',
      '9am UK time on 3 June',
      { on: '2026-06-03', time: '09:00', zone: 'Europe/London', at: '2026-06-03T08:00:00.000Z' },
    ],
    [
      'yesterday still counts, for a digest may be late',
      '6:00 PM ET - 19 January',
      { on: '2026-01-19', time: '18:00', zone: 'America/New_York', at: '2026-01-19T23:00:00.000Z' },
    ],
    [
      'a month that is over is next year’s',
      '7:00 PM ET - 5 January',
      { on: '2027-01-05', time: '19:00', zone: 'America/New_York', at: '2027-01-06T00:00:00.000Z' },
    ],
    ['no zone is no moment', '21 January 2026, 17:00', { on: '2026-01-21', time: '17:00' }],
    ['no day is no moment', '7:00 PM EST', { time: '19:00', zone: 'America/New_York' }],
    ['no hour is no moment', 'Friday 23 January', { on: '2026-01-23' }],
    ['the end of a day is no hour', 'EOD Friday', {}],
    ['days with slashes could be either', '03/04/2026', {}],
    ['a day that does not exist', '31 February 2026', {}],
    ['as soon as possible', 'ASAP', {}],
  ])('%s', (_, words, expected) => {
    const { raw, on, time, zone, at } = readDeadline(words, RECEIVED);
    const moment = at === null ? null : new Date(at).toISOString();
    const { on: day = null, time: hour = null, zone: wall = null, at: then = null } = expected;
    expect({ raw, on, time, zone, moment }).toEqual({
      raw: words,
      on: day,
      time: hour,
      zone: wall,
      moment: then,
    });
  });

  it('has no year where neither it nor a mail says one', () => {
    expect(readDeadline('7:00 PM ET - 21 January', null).on).toBeNull();
  });
});
