import { describe, expect, it } from '@jest/globals';
import type { Sighting } from './link.js';
import { mergeSighting, soundSighting } from './merge-sighting.js';

const told = (changes: Partial<Sighting> = {}): Sighting => ({
  via: 'import',
  originId: 'i1',
  state: 'live',
  firstSeenOn: null,
  lastSeenAt: null,
  lostAt: null,
  lostReason: null,
  anchors: [],
  rel: null,
  isImage: null,
  isSitewide: null,
  region: null,
  observedAt: 100,
  ...changes,
});

describe('mergeSighting', () => {
  it.each<[string, Sighting, Sighting, Partial<Sighting>]>([
    [
      'two rows of one file are one: what is there once is there',
      told(),
      told({ state: 'lost' }),
      { state: 'live' },
    ],
    [
      'a later word replaces an earlier one',
      told(),
      told({ state: 'lost', observedAt: 200 }),
      { state: 'lost', observedAt: 200 },
    ],
    [
      'an earlier word does not replace a later one',
      told({ observedAt: 200 }),
      told({ state: 'lost' }),
      { state: 'live' },
    ],
    [
      'the words of one moment come together',
      told({ anchors: ['a'] }),
      told({ anchors: ['b', 'a'] }),
      { anchors: ['a', 'b'] },
    ],
    [
      'the words of another moment are replaced',
      told({ anchors: ['a'] }),
      told({ anchors: ['b'], observedAt: 200 }),
      { anchors: ['b'] },
    ],
    ['words that are not told stay', told({ anchors: ['a'] }), told({ observedAt: 200 }), { anchors: ['a'] }],
    [
      'first seen stays the earliest and last seen the latest',
      told({ firstSeenOn: '2026-01-01', lastSeenAt: 5 }),
      told({ firstSeenOn: '2026-02-01', lastSeenAt: 3, observedAt: 200 }),
      { firstSeenOn: '2026-01-01', lastSeenAt: 5 },
    ],
  ])('%s', (_, before, news, expected) => {
    expect(mergeSighting(before, news)).toMatchObject(expected);
  });

  it('keeps twenty different words and no more', () => {
    const anchors = Array.from({ length: 15 }, (_, no) => `a${String(no)}`);
    const others = anchors.map((anchor) => `b${anchor}`);
    expect(mergeSighting(told({ anchors }), told({ anchors: others })).anchors).toHaveLength(20);
  });
});

describe('soundSighting', () => {
  it.each<[string, Partial<Sighting>, Partial<Sighting>]>([
    [
      'nothing is seen after it is lost',
      { state: 'lost', lostAt: 50, lastSeenAt: 70 },
      { lostAt: 50, lastSeenAt: 50 },
    ],
    ['nothing is lost after it was told', { state: 'lost', lostAt: 500 }, { lostAt: 100 }],
    ['a loss without a date is of the moment of telling', { state: 'lost' }, { lostAt: 100 }],
    ['what is there has no loss', { lostAt: 50, lostReason: 'notfound' }, { lostAt: null, lostReason: null }],
  ])('%s', (_, given, expected) => {
    expect(soundSighting(told(given))).toMatchObject(expected);
  });
});
