import { describe, expect, it } from '@jest/globals';
import type { AcceptedStep, MatchStep } from '../placements/terms.js';
import { judgeCandidate, listAddresses, type NamedPage, nextSearch, pagesToRead } from './awaited-pages.js';

const DAY = 86_400_000;

describe('where a site lists its new pages', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'the feed its page names, without that of the comments',
      ['https://a.example/comments/feed', 'https://a.example/news.rss'],
      ['https://a.example/news.rss', 'https://a.example/sitemap.xml'],
    ],
    [
      'the usual places when it names none',
      [],
      [
        'https://a.example/feed',
        'https://a.example/rss.xml',
        'https://a.example/atom.xml',
        'https://a.example/sitemap.xml',
      ],
    ],
  ])('%s', (_, feeds, expected) => {
    expect(listAddresses('https://a.example/', feeds)).toEqual(expected);
  });
});

describe('pages to read', () => {
  const page = (url: string, day: number | null): NamedPage => ({ url, at: day === null ? null : day * DAY });
  const chosen = (named: readonly NamedPage[], read: readonly (readonly [string, number])[] = [], most = 3) =>
    pagesToRead(named, {
      since: 10 * DAY,
      read: new Map(read.map(([url, day]) => [url, day * DAY])),
      most,
    }).map(({ url }) => url);

  it('are those since the promise, the newest first, no more than allowed', () => {
    const named = [page('old', 9), page('a', 11), page('b', 13), page('c', 12), page('d', 14)];
    expect(chosen(named)).toEqual(['d', 'b', 'c']);
  });

  it('named twice are read once, and without a day in their order', () => {
    expect(chosen([page('a', null), page('b', null), page('a', null)])).toEqual(['a', 'b']);
  });

  it('read before are read again only when they changed', () => {
    const named = [page('same', 12), page('changed', 14), page('undated', null)];
    expect(
      chosen(named, [
        ['same', 13],
        ['changed', 13],
        ['undated', 13],
      ]),
    ).toEqual(['changed']);
  });
});

describe('a page that was read', () => {
  it.each<[MatchStep, AcceptedStep, string]>([
    ['exact', 'equivalent', 'found'],
    ['equivalent', 'equivalent', 'found'],
    ['same_path_other_query', 'equivalent', 'candidate'],
    ['same_path_other_query', 'same_site', 'found'],
    ['same_site', 'equivalent', 'candidate'],
    ['other', 'same_site', 'nothing'],
  ])('with a link at %s where %s is accepted: %s', (step, accepted, expected) => {
    expect(judgeCandidate(step, accepted)).toBe(expected);
  });
});

describe('the next search', () => {
  it.each<[string, number, number | null, number | null]>([
    ['a new promise is looked for daily', 5, null, 6],
    ['one that is due later still daily', 45, 40, 46],
    ['after a month weekly', 45, null, 52],
    ['after a year only when asked', 400, null, null],
  ])('%s', (_, now, due, expected) => {
    const dueAt = due === null ? null : due * DAY;
    expect(nextSearch(now * DAY, { since: 0, dueAt })).toBe(expected === null ? null : expected * DAY);
  });
});
