import { describe, expect, it } from '@jest/globals';
import {
  filterQuery,
  filtersInUse,
  isUnfiltered,
  type PlacementSearch,
  readPlacementSearch,
} from './placement-search.js';

const ID = '019aa000-0000-7000-8000-000000000001';

describe('readPlacementSearch', () => {
  it.each<[string, Record<string, unknown>, PlacementSearch]>([
    ['an empty address shows everything', {}, {}],
    ['states come as one comma list', { state: 'removed,differs' }, { state: 'differs,removed' }],
    ['unknown words are dropped', { state: 'gone', type: 'blog', sort: 'best', owner: 'me' }, {}],
    [
      'flags are only ever on',
      { overdue: true, unlabelled: 'true', rechecking: 'no' },
      { overdue: true, unlabelled: true },
    ],
    ['search words that look like a number stay words', { q: 503 }, { q: '503' }],
    ['blank search words are none', { q: '   ' }, {}],
    ['the open panel is an id', { peek: ID, sort: 'checked' }, { peek: ID, sort: 'checked' }],
  ])('%s', (_, raw, wanted) => {
    expect(readPlacementSearch(raw)).toEqual(wanted);
  });
});

describe('filterQuery', () => {
  it('speaks the words of the API and leaves sort and panel out', () => {
    expect(
      filterQuery({
        state: 'live,differs',
        owner: ID,
        q: 'blog',
        overdue: true,
        sort: 'checked',
        peek: ID,
      } as PlacementSearch),
    ).toEqual({
      state: 'live,differs',
      ownerMemberId: ID,
      search: 'blog',
      overdue: 'true',
    });
  });

  it('a brand names its client, so the client is not asked too', () => {
    expect(filterQuery({ client: ID, brand: ID })).toEqual({ brandId: ID });
  });

  it('sort alone narrows nothing', () => {
    expect(isUnfiltered({ sort: 'source' })).toBe(true);
    expect(isUnfiltered({ overdue: true })).toBe(false);
  });

  it('client and brand count as one filter', () => {
    expect(filtersInUse({ client: ID, brand: ID, type: 'comment' })).toBe(2);
  });
});
