import { describe, expect, it } from '@jest/globals';
import { type ChangedLinks, changedLinks, type LinkTally } from './changed-links.js';

const tally = (outbound: number, followed: number): LinkTally => ({ outbound, followed });

describe('which links of a page changed', () => {
  it.each<[string, 'gone' | 'unfollowed', LinkTally | null, LinkTally | null, ChangedLinks]>([
    ['ours went, the nine others stayed', 'gone', tally(10, 10), tally(9, 9), 'only_ours'],
    ['ours went and others came', 'gone', tally(3, 3), tally(6, 6), 'only_ours'],
    ['ours was the only one', 'gone', tally(1, 1), tally(0, 0), 'only_ours'],
    ['all went', 'gone', tally(10, 10), tally(0, 0), 'all_external'],
    ['half of them went', 'gone', tally(10, 10), tally(4, 4), 'some'],
    ['only ours was marked', 'unfollowed', tally(10, 10), tally(10, 9), 'only_ours'],
    ['all were marked', 'unfollowed', tally(10, 10), tally(10, 0), 'all_external'],
    ['some were marked', 'unfollowed', tally(10, 10), tally(10, 3), 'some'],
    ['no figures of then', 'gone', null, tally(9, 9), 'not_known'],
    ['the page was not read now', 'unfollowed', tally(10, 10), null, 'not_known'],
  ])('%s', (_, what, before, after, expected) => {
    expect(changedLinks({ what, isPageGone: false, before, after })).toBe(expected);
  });

  it('a page that is gone took all its links with it', () => {
    expect(changedLinks({ what: 'gone', isPageGone: true, before: null, after: null })).toBe('all_external');
  });
});
