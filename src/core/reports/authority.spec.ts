import { describe, expect, it } from '@jest/globals';
import { authorityOf, type Figure } from './authority.js';

const figure = (source: string, metric: string): Figure => ({
  source,
  metric,
  value: 50,
  measuredOn: '2026-10-01',
});

describe('authorityOf', () => {
  it.each<[string, readonly Figure[], Figure | null]>([
    ['no figure is no authority', [], null],
    ['a judgement of the team is none', [figure('hand', 'quality')], null],
    ['traffic is none', [figure('ahrefs', 'organic_traffic')], null],
    ['an open list does', [figure('tranco', 'rank')], figure('tranco', 'rank')],
    [
      'the best known of several is taken as it is',
      [figure('tranco', 'rank'), figure('moz', 'domain_authority'), figure('ahrefs', 'domain_rating')],
      figure('ahrefs', 'domain_rating'),
    ],
  ])('%s', (_, figures, expected) => {
    expect(authorityOf(figures)).toEqual(expected);
  });
});
