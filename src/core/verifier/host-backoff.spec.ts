import { describe, expect, it } from '@jest/globals';
import { backedOffUntil, deferredUntil, retryAfterMs } from './host-backoff.js';

const NOW = new Date('2026-11-20T09:00:00Z');

describe('retryAfterMs', () => {
  it.each<[string, string | null, number | null]>([
    ['seconds are read as such', '120', 120_000],
    ['white space around does not matter', ' 7 ', 7_000],
    ['a date is the time until then', 'Fri, 20 Nov 2026 09:10:00 GMT', 600_000],
    ['a date that is past is no time', 'Fri, 20 Nov 2026 08:00:00 GMT', 0],
    ['no header says nothing', null, null],
    ['an empty one says nothing', '', null],
    ['a negative number says nothing', '-5', null],
    ['words say nothing', 'soon', null],
    ['a number beyond ten digits says nothing', '99999999999', null],
  ])('%s', (_, header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

describe('backedOffUntil', () => {
  it.each<[string, number | null, number, string]>([
    ['what the host says counts', 600_000, 0, '2026-11-20T09:10:00.000Z'],
    ['less than a minute is a minute', 1_000, 0, '2026-11-20T09:01:00.000Z'],
    ['more than a day is a day', 90_000_000, 0, '2026-11-21T09:00:00.000Z'],
    ['said nothing: a minute', null, 0, '2026-11-20T09:01:00.000Z'],
    ['said nothing again: two minutes', null, 1, '2026-11-20T09:02:00.000Z'],
    ['said nothing ten times: six hours', null, 10, '2026-11-20T15:00:00.000Z'],
    ['a thousand times does not overflow', null, 1000, '2026-11-20T15:00:00.000Z'],
  ])('%s', (_, said, timesBefore, expected) => {
    expect(backedOffUntil(NOW, said, timesBefore).toISOString()).toBe(expected);
  });
});

describe('deferredUntil', () => {
  it.each([
    ['the least chance waits 20 seconds', 0, '2026-11-20T09:00:20.000Z'],
    ['the middle one 30', 0.5, '2026-11-20T09:00:30.000Z'],
  ])('%s', (_, chance, expected) => {
    expect(deferredUntil(NOW, chance).toISOString()).toBe(expected);
  });
});
