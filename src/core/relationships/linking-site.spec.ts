import { describe, expect, it } from '@jest/globals';
import { foldTellings, type SiteTelling, toldOf, toldState } from './linking-site.js';

const DAY = 86_400_000;
const day = (no: number): number => no * DAY;
const telling = (changes: Partial<SiteTelling>): SiteTelling => ({
  source: 'ahrefs',
  named: 'news.example',
  importId: 'a',
  state: 'live',
  linkCount: 3,
  followCount: null,
  firstSeenOn: null,
  lastSeenAt: null,
  lostAt: null,
  lostReason: null,
  observedAt: day(10),
  ...changes,
});
const lost = (changes: Partial<SiteTelling>): SiteTelling =>
  telling({ state: 'lost', linkCount: null, lostAt: day(9), ...changes });

describe('a row of a list', () => {
  it.each<[string, Partial<Parameters<typeof toldState>[0]>, string]>([
    ['stands when it says nothing of a loss', {}, 'live'],
    ['is lost when the loss is dated', { linkCount: 2, lostAt: day(4) }, 'lost'],
    ['is lost when no link is counted any more', { linkCount: 0 }, 'lost'],
    ['stands again when it was seen after its loss', { lostAt: day(4), lastSeenAt: day(5) }, 'live'],
    ['is lost when it was last seen as it went', { lostAt: day(4), lastSeenAt: day(4) }, 'lost'],
  ])('%s', (_, facts, state) => {
    expect(toldState({ linkCount: null, lastSeenAt: null, lostAt: null, ...facts })).toBe(state);
  });
});

describe('the lists of one tool', () => {
  it.each<[string, SiteTelling[], Partial<SiteTelling>]>([
    [
      'come to what the last one says, with the earliest and latest sight of any',
      [
        telling({ importId: 'b', linkCount: 5, observedAt: day(20), lastSeenAt: day(19) }),
        telling({ firstSeenOn: '2026-01-01', lastSeenAt: day(8) }),
        telling({ importId: 'c', linkCount: 9, observedAt: day(15), firstSeenOn: '2026-02-01' }),
      ],
      { importId: 'b', linkCount: 5, firstSeenOn: '2026-01-01', lastSeenAt: day(19), state: 'live' },
    ],
    [
      'come to a loss that the last one tells, not seen after it',
      [telling({ lastSeenAt: day(10) }), lost({ importId: 'b', observedAt: day(20) })],
      { state: 'lost', lostAt: day(9), lastSeenAt: day(9), linkCount: null },
    ],
    [
      'are lost since the last one where it does not say since when',
      [telling({}), lost({ importId: 'b', observedAt: day(20), lostAt: null, lostReason: 'not_in_export' })],
      { state: 'lost', lostAt: day(20), lostReason: 'not_in_export' },
    ],
    [
      'come to a site that is back',
      [lost({ observedAt: day(5) }), telling({ importId: 'b', observedAt: day(6) })],
      { state: 'live', lostAt: null },
    ],
    [
      'of one moment see the site if one of them does',
      [lost({ importId: 'z' }), telling({ importId: 'a' })],
      { state: 'live' },
    ],
  ])('%s', (_, tellings, expected) => {
    expect(foldTellings(tellings)).toEqual([expect.objectContaining(expected)]);
    expect(foldTellings([...tellings].reverse())).toEqual(foldTellings(tellings));
  });

  it('are never mixed with those of another, nor two hosts of one site', () => {
    const all = [
      telling({}),
      telling({ source: 'semrush', linkCount: 40, observedAt: day(12) }),
      telling({ named: 'blog.news.example', linkCount: 4 }),
    ];
    expect(foldTellings(all).map(({ source, named, linkCount }) => [source, named, linkCount])).toEqual([
      ['semrush', 'news.example', 40],
      ['ahrefs', 'blog.news.example', 4],
      ['ahrefs', 'news.example', 3],
    ]);
  });
});

describe('the word of the tools in brief', () => {
  it.each<[string, SiteTelling[], object | null]>([
    ['is nothing where none told', [], null],
    [
      'is the last that stands, its hosts together',
      [
        telling({ observedAt: day(12) }),
        telling({ named: 'blog.news.example', linkCount: 4 }),
        telling({ source: 'semrush', linkCount: 40, observedAt: day(11) }),
      ],
      { state: 'live', source: 'ahrefs', linkCount: 7, observedAt: day(12) },
    ],
    [
      'is what still stands although another tool tells of a loss later',
      [lost({ observedAt: day(20) }), telling({ source: 'semrush', linkCount: null })],
      { state: 'live', source: 'semrush', linkCount: null, observedAt: day(10) },
    ],
    [
      'is a loss where every tool tells of one',
      [lost({}), lost({ source: 'semrush', observedAt: day(11) })],
      { state: 'lost', source: 'semrush', linkCount: null, observedAt: day(11) },
    ],
  ])('%s', (_, tellings, expected) => {
    expect(toldOf(foldTellings(tellings))).toEqual(expected);
  });
});
