import { describe, expect, it } from '@jest/globals';
import { STANDINGS } from '../../core/reports/standing.js';
import { LOCALES } from './catalogue.js';
import { ReportTexts } from './report-texts.js';

const english = new ReportTexts('en', 'Europe/Amsterdam');
const dutch = new ReportTexts('nl', 'Europe/Amsterdam');

const link = {
  standing: 'could_not_tell' as const,
  since: '2026-10-05T12:00:00Z',
  checkedAt: '2026-10-31T23:30:00Z',
  lastSeenAt: '2026-10-20T12:00:00Z',
  dueOn: '2026-11-30',
};

describe('ReportTexts', () => {
  it.each<[string, string, string]>([
    ['a day is that of the zone', english.day('2026-10-31T23:30:00Z') ?? '', '1 November 2026'],
    ['a day of the calendar stays that day', dutch.calendarDay('2026-11-30') ?? '', '30 november 2026'],
    ['a month', dutch.month('2026-10-01'), 'oktober 2026'],
    [
      'what could not be told says so, and since when',
      english.standing(link),
      'Could not tell: the page could not be read on 1 November 2026; last seen on 20 October 2026',
    ],
    [
      'what was never seen says nothing about it',
      english.standing({ ...link, lastSeenAt: null }),
      'Could not tell: the page could not be read on 1 November 2026',
    ],
    [
      'a due day',
      dutch.standing({ ...link, standing: 'awaited' }),
      'Verwacht, uiterlijk op 30 november 2026',
    ],
    ['a link without rel is followed', english.rel(''), 'followed'],
    ['a rel stands as it was seen', english.rel('nofollow sponsored'), 'nofollow sponsored'],
    ['a link nobody saw has none', english.rel(null), 'not seen'],
    [
      'a figure says who measured it',
      english.authority({ source: 'tranco', metric: 'rank', value: 12345, measuredOn: '2026-10-01' }),
      'Tranco rank 12,345',
    ],
    [
      'a share of a list is said as the top of it',
      dutch.authority({
        source: 'common_crawl',
        metric: 'harmonic_percentile',
        value: 96.2,
        measuredOn: '2026-10-01',
      }),
      'Common Crawl-centraliteit: top 3,8 %',
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toBe(expected);
  });

  it('has whole sentences for every state in every language', () => {
    for (const locale of LOCALES) {
      const texts = new ReportTexts(locale, 'UTC');
      for (const standing of STANDINGS)
        expect(texts.standing({ ...link, standing })).not.toMatch(/null|[{}]/);
    }
  });
});
