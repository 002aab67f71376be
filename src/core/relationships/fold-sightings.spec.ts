import { describe, expect, it } from '@jest/globals';
import { foldSightings } from './fold-sightings.js';
import type { FoldedLink, Sighting } from './link.js';

const day = (no: number): number => Date.UTC(2026, 0, no, 12);
const sighting = (changes: Partial<Sighting>): Sighting => ({
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
  observedAt: day(20),
  ...changes,
});
const seen = (no: number, changes: Partial<Sighting> = {}): Sighting =>
  sighting({ via: 'placement', originId: 'p1', lastSeenAt: day(no), observedAt: day(no), ...changes });
const lost = (no: number, changes: Partial<Sighting> = {}): Sighting =>
  sighting({ state: 'lost', lostAt: day(no), ...changes });

describe('foldSightings', () => {
  it.each<[string, Sighting[], Partial<FoldedLink>]>([
    ['nothing told is unknown', [], { state: 'unknown', seenBy: [] }],
    ['one sight is live', [seen(3)], { state: 'live', lastSeenAt: day(3), placementId: 'p1' }],
    ['a loss later than every sight is a loss', [seen(3), lost(5)], { state: 'lost', lostAt: day(5) }],
    ['a sight after the loss is live again', [seen(7), lost(5)], { state: 'live', lostAt: null }],
    ['a sight of the same moment outweighs the loss', [seen(5), lost(5)], { state: 'live' }],
    ['the latest of two losses counts', [lost(5), lost(8, { originId: 'i2' }), seen(6)], { lostAt: day(8) }],
    [
      'what was last seen on the day it was lost is lost',
      [lost(5, { lastSeenAt: day(5) }), lost(5, { originId: 'i2', lastSeenAt: day(5) })],
      { state: 'lost', lastSeenAt: day(5) },
    ],
    ['a loss without a date is known since it was told', [lost(5, { lostAt: null })], { lostAt: day(20) }],
    [
      'who says it is there, without a day, saw it when they looked',
      [sighting({ observedAt: day(6) }), lost(5, { originId: 'i2' })],
      { state: 'live' },
    ],
    ['nobody knows any more', [seen(3, { state: 'unknown' })], { state: 'unknown', lastSeenAt: day(3) }],
    [
      'a sight nobody follows any more still outweighs an earlier loss',
      [seen(6, { state: 'unknown' }), lost(5)],
      { state: 'unknown', lostAt: null },
    ],
    [
      'first seen is the earliest, last seen the latest',
      [seen(3, { firstSeenOn: '2026-01-03' }), sighting({ firstSeenOn: '2025-06-01', lastSeenAt: day(9) })],
      { firstSeenOn: '2025-06-01', lastSeenAt: day(9) },
    ],
    [
      'words are those of who looked last and knows them',
      [seen(3, { anchors: ['old'] }), sighting({ anchors: ['new', 'newer'] }), seen(25, { originId: 'p2' })],
      { anchors: ['new', 'newer'], seenBy: ['placement', 'import'] },
    ],
    [
      'an unknown rel does not hide a known one',
      [seen(25), sighting({ rel: 'nofollow', isImage: true, region: 'footer' })],
      { rel: 'nofollow', isImage: true, region: 'footer' },
    ],
  ])('%s', (_, sightings, expected) => {
    expect(foldSightings(sightings)).toMatchObject(expected);
    expect(foldSightings([...sightings].reverse())).toEqual(foldSightings(sightings));
  });
});
