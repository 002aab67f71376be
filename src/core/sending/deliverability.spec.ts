import { describe, expect, it } from '@jest/globals';
import { notKnown, periodOf, shareOf, sharesOf, sumOf } from './deliverability.js';

const NOTHING = {
  sent: 0,
  bouncedHard: 0,
  bouncedSoft: 0,
  replies: 0,
  autoReplies: 0,
  optOuts: 0,
  complaints: 0,
  doubts: 0,
};

describe('a share', () => {
  it.each([
    ['of nothing sent is not told', 0, 0, null],
    ['of nineteen mails is not told', 19, 19, null],
    ['of twenty mails is told', 5, 20, 0.25],
    ['of none among many is nought, and told', 0, 200, 0],
  ])('%s', (_fact, count, n, expected) => {
    expect(shareOf(count, n)).toBe(expected);
  });

  it('of bounces takes both sorts together, and automatic replies are no replies', () => {
    const figures = { ...NOTHING, sent: 40, bouncedHard: 1, bouncedSoft: 1, autoReplies: 30, replies: 4 };
    expect(sharesOf(figures)).toEqual({ bounced: 0.05, replied: 0.1, optedOut: 0, complained: 0 });
  });

  it('of a sum is told although no line alone is large enough', () => {
    const line = { ...NOTHING, sent: 12, replies: 3, doubts: 1 };
    const sum = sumOf([line, line]);
    expect([sum.sent, sum.replies, sum.doubts, sharesOf(line).replied, sharesOf(sum).replied]).toEqual([
      24,
      6,
      2,
      null,
      0.25,
    ]);
  });
});

describe('a period', () => {
  const now = Date.parse('2026-11-20T09:00:00Z');
  const at = (text: string) => Date.parse(text);
  it.each([
    [
      'is thirty days where nothing is said',
      {},
      'Europe/Amsterdam',
      ['2026-10-22', '2026-11-20', at('2026-10-21T22:00Z'), at('2026-11-20T23:00Z')],
    ],
    [
      'of one day in spring, when the clocks go forward, has 23 hours',
      { from: '2026-03-29', to: '2026-03-29' },
      'Europe/Amsterdam',
      ['2026-03-29', '2026-03-29', at('2026-03-28T23:00Z'), at('2026-03-29T22:00Z')],
    ],
    [
      'ends on the day it is in the zone of the team',
      { from: '2026-11-20' },
      'Pacific/Auckland',
      ['2026-11-20', '2026-11-20', at('2026-11-19T11:00Z'), at('2026-11-20T11:00Z')],
    ],
  ])('%s', (_fact, asked, zone, expected) => {
    const period = periodOf(asked, now, zone);
    expect(period && [period.from, period.to, period.begins, period.ends]).toEqual(expected);
  });

  it('that ends before it begins is none', () => {
    expect(periodOf({ from: '2026-11-21', to: '2026-11-20' }, now, 'UTC')).toBeNull();
  });
});

it('what is about nothing is not said to be unknown', () => {
  const counts = { bounces_unmatched: 2, still_coming: 0, doubts: 1, caught: 0, folders_unread: 0 };
  expect(notKnown(counts)).toEqual([
    { code: 'bounces_unmatched', count: 2 },
    { code: 'doubts', count: 1 },
  ]);
});
