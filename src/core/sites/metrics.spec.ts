import { describe, expect, it } from '@jest/globals';
import { isFromOpenList, judgeMetric, KNOWN_METRICS, type MetricRefusal, metricRule } from './metrics.js';

describe('judgeMetric', () => {
  it.each<[string, string, string, number, MetricRefusal | null]>([
    ['a rating within its scale', 'ahrefs', 'domain_rating', 71, null],
    ['the lowest value of a scale', 'moz', 'domain_authority', 0, null],
    ['the highest value of a scale', 'moz', 'domain_authority', 100, null],
    ['a score with a fraction', 'ahrefs', 'domain_rating', 0.3, null],
    ['a score above its scale', 'moz', 'domain_authority', 101, 'out_of_range'],
    ['a score below its scale', 'majestic', 'trust_flow', -1, 'out_of_range'],
    ['traffic has no upper end that matters', 'semrush', 'organic_traffic', 3_000_000_000, null],
    ['traffic is never negative', 'semrush', 'organic_traffic', -5, 'out_of_range'],
    ['a rank begins at one', 'tranco', 'rank', 0, 'out_of_range'],
    ['a rank is a whole number', 'tranco', 'rank', 1.5, 'not_whole'],
    ['a number of domains is whole', 'ahrefs', 'referring_domains', 2.5, 'not_whole'],
    ['a percentile may have a fraction', 'common_crawl', 'harmonic_percentile', 99.97, null],
    ['a percentile is at most a hundred', 'common_crawl', 'harmonic_percentile', 100.1, 'out_of_range'],
    ['not a number', 'hand', 'quality', Number.NaN, 'not_a_number'],
    ['endless', 'hand', 'traffic', Number.POSITIVE_INFINITY, 'not_a_number'],
    ["another source's figure", 'moz', 'domain_rating', 50, 'unknown_metric'],
    ['a name of every object', 'moz', 'constructor', 50, 'unknown_metric'],
    ['a source nobody knows', 'guesswork', 'domain_authority', 50, 'unknown_metric'],
    ['a prototype', 'moz', '__proto__', 50, 'unknown_metric'],
  ])('%s', (_, source, metric, ...[value, refusal]) => {
    expect(judgeMetric(source, metric, value)).toBe(refusal);
  });
});

describe('the known metrics', () => {
  it('have names that a filter can carry', () => {
    for (const { source, metric } of KNOWN_METRICS)
      expect(`${source}.${metric}`).toMatch(/^[a-z_]+\.[a-z_]+$/);
  });

  it('each have their rule', () => {
    for (const { source, metric, unit } of KNOWN_METRICS) expect(metricRule(source, metric)?.unit).toBe(unit);
    expect(new Set(KNOWN_METRICS.map(({ source }) => source)).size).toBe(9);
  });

  it('of open lists are those of Common Crawl and Tranco', () => {
    const open = KNOWN_METRICS.filter(({ source }) => isFromOpenList(source));
    expect(new Set(open.map(({ source }) => source))).toEqual(new Set(['common_crawl', 'tranco']));
  });
});
