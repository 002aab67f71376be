import { describe, expect, it } from '@jest/globals';
import { type Arrows, arrowsOf, type LinkCounts } from './relationship.js';

const none: LinkCounts = {
  toldState: null,
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
    [
      'a tool tells of a site whose pages nobody knows, or knows no longer',
      { toldState: 'live', toUsLost: 2, toUsUnknown: 1 },
      false,
      { toUs: 'told', toThem: 'not_known' },
    ],
    [
      'a page that is known to link needs no tool',
      { toldState: 'lost', toUsLive: 1 },
      false,
      { toUs: 'linked', toThem: 'not_known' },
    ],
    [
      'a tool alone tells that they once linked',
      { toldState: 'lost' },
      false,
      { toUs: 'was_told', toThem: 'not_known' },
    ],
    [
      'what a tool calls lost leaves a link open that nobody can tell of',
      { toldState: 'lost', toUsUnknown: 1 },
      false,
      { toUs: 'not_known', toThem: 'not_known' },
    ],
  ])('%s', (_, counts, wasRead, expected) => {
    expect(arrowsOf({ ...none, ...counts }, wasRead)).toEqual(expected);
  });
});
