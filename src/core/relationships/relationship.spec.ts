import { describe, expect, it } from '@jest/globals';
import { type Arrows, arrowsOf, type LinkCounts } from './relationship.js';

const none: LinkCounts = {
  toUsLive: 0,
  toUsLost: 0,
  toUsUnknown: 0,
  toThemLive: 0,
  toThemLost: 0,
  toThemUnknown: 0,
};

describe('arrowsOf', () => {
  it.each<[string, Partial<LinkCounts>, boolean, Arrows]>([
    ['nothing told says nothing', {}, false, { toUs: 'not_known', toThem: 'not_known' }],
    [
      'only a site that was read whole says that we do not link',
      {},
      true,
      { toUs: 'not_known', toThem: 'not_found' },
    ],
    [
      'one live link is a link',
      { toUsLive: 1, toUsLost: 4, toThemLive: 1 },
      false,
      { toUs: 'linked', toThem: 'linked' },
    ],
    [
      'lost ones alone are past',
      { toUsLost: 1, toThemLost: 2 },
      true,
      { toUs: 'was_linked', toThem: 'was_linked' },
    ],
    [
      'one nobody can tell of leaves it open',
      { toUsLost: 1, toUsUnknown: 1, toThemUnknown: 1 },
      true,
      { toUs: 'not_known', toThem: 'not_known' },
    ],
  ])('%s', (_, counts, wasRead, expected) => {
    expect(arrowsOf({ ...none, ...counts }, wasRead)).toEqual(expected);
  });
});
