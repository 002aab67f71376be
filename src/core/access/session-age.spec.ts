import { describe, expect, it } from '@jest/globals';
import { IDLE_MS, isSeenAgain, isSessionAlive, LONGEST_MS } from './session-age.js';

const HOUR = 3_600_000;

describe('isSessionAlive', () => {
  it.each<[string, number, number, boolean]>([
    ['used a moment ago', 0, 1000, true],
    ['unused for just under 12 hours', 0, IDLE_MS - 1, true],
    ['unused for 12 hours', 0, IDLE_MS, false],
    ['used all the time, until 14 days are over', LONGEST_MS - HOUR, LONGEST_MS - 1, true],
    ['used a moment ago, but 14 days old', LONGEST_MS - 1, LONGEST_MS, false],
  ])('%s', (_, lastSeenAt, now, expected) => {
    expect(isSessionAlive({ lastSeenAt, expiresAt: LONGEST_MS }, now)).toBe(expected);
  });
});

describe('isSeenAgain', () => {
  it.each<[number, boolean]>([
    [0, false],
    [59_999, false],
    [60_000, true],
  ])('after %d ms: %s', (now, expected) => {
    expect(isSeenAgain({ lastSeenAt: 0, expiresAt: LONGEST_MS }, now)).toBe(expected);
  });
});
