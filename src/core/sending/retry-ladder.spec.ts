import { expect, it } from '@jest/globals';
import { hostRest, nextTry } from './retry-ladder.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const tries = (count: number, since = 0, chance = 0.5) => ({
  tries: count,
  firstTryAt: 0,
  now: since,
  chance,
});

it.each([
  ['five minutes after the first try', 1, 5 * MINUTE],
  ['half an hour after the second', 2, 30 * MINUTE],
  ['four hours after the fifth', 5, 4 * HOUR],
  ['four hours ever after', 12, 4 * HOUR],
])('%s', (_fact, count, wait) => {
  expect(nextTry('ordinary', tries(count))).toBe(wait);
});

it.each([
  ['shortest', 0, 10 * MINUTE],
  ['longest', 1, 15 * MINUTE],
])('greylisting is asked again after ten to fifteen minutes: the %s', (_fact, chance, limit) => {
  const wait = nextTry('greylist', tries(1, 0, chance)) ?? 0;
  expect(Math.abs(wait - limit)).toBeLessThanOrEqual(MINUTE);
});

it('four days are the end of it', () => {
  expect(nextTry('ordinary', tries(20, 96 * HOUR))).toBeNull();
  expect(nextTry('ordinary', tries(20, 95 * HOUR))).toBe(96 * HOUR);
});

it('a dead host rests a minute, then twice as long, half an hour at most', () => {
  expect([1, 2, 3, 9].map(hostRest)).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, 30 * MINUTE]);
});
