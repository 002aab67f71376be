import { describe, expect, it } from '@jest/globals';
import { type ChangedLinks, changedLinks, type LinkTally, type PageThenAndNow } from './changed-links.js';

const tally = (outbound: number, followed: number): LinkTally => ({ outbound, followed });

describe('which links of a page changed', () => {
  it.each<[string, Omit<PageThenAndNow, 'isPageGone'>, ChangedLinks]>([
    [
      'ours went, the nine others stayed',
      { what: 'gone', before: tally(10, 10), after: tally(9, 9) },
      'only_ours',
    ],
    ['ours went and others came', { what: 'gone', before: tally(3, 3), after: tally(6, 6) }, 'only_ours'],
    ['ours was the only one', { what: 'gone', before: tally(1, 1), after: tally(0, 0) }, 'only_ours'],
    ['all went', { what: 'gone', before: tally(10, 10), after: tally(0, 0) }, 'all_external'],
    ['half of them went', { what: 'gone', before: tally(10, 10), after: tally(4, 4) }, 'some'],
    ['only ours was marked', { what: 'unfollowed', before: tally(10, 10), after: tally(10, 9) }, 'only_ours'],
    ['all were marked', { what: 'unfollowed', before: tally(10, 10), after: tally(10, 0) }, 'all_external'],
    ['some were marked', { what: 'unfollowed', before: tally(10, 10), after: tally(10, 3) }, 'some'],
    ['no figures of then', { what: 'gone', before: null, after: tally(9, 9) }, 'not_known'],
    ['the page was not read now', { what: 'unfollowed', before: tally(10, 10), after: null }, 'not_known'],
  ])('%s', (_, page, expected) => {
    expect(changedLinks({ ...page, isPageGone: false })).toBe(expected);
  });

  it('a page that is gone took all its links with it', () => {
    expect(changedLinks({ what: 'gone', isPageGone: true, before: null, after: null })).toBe('all_external');
  });
});
