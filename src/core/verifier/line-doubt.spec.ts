import { describe, expect, it } from '@jest/globals';
import { type Canaries, doubtsLine, type LineCheck, suspectsLine } from './line-doubt.js';

const NOW = new Date('2026-11-20T09:00:00Z');

const checks = (count: number, surprising: boolean, hosts = count, minutesAgo = 1): LineCheck[] =>
  Array.from({ length: count }, (_, at) => ({
    at: new Date(NOW.getTime() - minutesAgo * 60_000),
    host: `${String(at % hosts)}.example`,
    surprising,
  }));

describe('suspectsLine', () => {
  it.each<[string, LineCheck[], boolean]>([
    ['no checks say nothing', [], false],
    ['five hosts failing at once are suspicious', checks(5, true), true],
    ['four hosts are four hosts down', checks(4, true), false],
    ['fifty pages of one host are one host down', checks(50, true, 1), false],
    ['three in ten are not too many', [...checks(6, true), ...checks(14, false)], false],
    ['more than three in ten are', [...checks(7, true), ...checks(13, false)], true],
    ['what is older than a quarter of an hour is forgotten', checks(9, true, 9, 15), false],
    ['pages never read before do not count', checks(9, false), false],
  ])('%s', (_, window, expected) => {
    expect(suspectsLine(window, NOW)).toBe(expected);
  });
});

describe('doubtsLine', () => {
  it.each<[string, LineCheck[], Canaries, boolean]>([
    ['without canaries suspicion is enough', checks(5, true), 'none', true],
    ['without canaries and suspicion nothing is doubted', checks(4, true), 'none', false],
    ['a canary that answers clears the line', checks(50, true), 'answer', false],
    ['no canary answering and one page failing is doubt', checks(1, true), 'fail', true],
    ['no canary answering while all pages do is no doubt', checks(5, false), 'fail', false],
  ])('%s', (_, window, canaries, expected) => {
    expect(doubtsLine(window, NOW, canaries)).toBe(expected);
  });
});
