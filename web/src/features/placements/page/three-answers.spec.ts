import { describe, expect, it } from '@jest/globals';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { threeAnswers } from './three-answers.js';

const aPlacement = (given: Partial<PlacementDetail>): PlacementDetail =>
  ({
    state: 'live',
    lastVerdicts: ['live'],
    unmetTerms: 0,
    brokenRules: 0,
    terms: {
      rel: { standing: 'agreed', value: 'follow' },
      anchor: { standing: 'expected', value: 'x' },
      region: { standing: 'unknown' },
      indexable: { standing: 'unknown' },
      duration: { standing: 'unknown' },
      match: 'equivalent',
    },
    ...given,
  }) as PlacementDetail;

const NOTHING_AGREED = { ...aPlacement({}).terms, rel: { standing: 'expected', value: 'follow' } } as const;

describe('threeAnswers', () => {
  it.each<[string, Partial<PlacementDetail>, string[]]>([
    ['a live link with its terms met', {}, ['live.yes', 'terms.met', 'rules.hold']],
    ['nothing agreed is not "met"', { terms: NOTHING_AGREED }, ['live.yes', 'terms.none', 'rules.hold']],
    [
      'a term differs, the link is live',
      { state: 'differs', lastVerdicts: ['differs'], unmetTerms: 2 },
      ['live.yes', 'terms.unmet', 'rules.hold'],
    ],
    [
      'a rule of search engines is apart from terms',
      { brokenRules: 1 },
      ['live.yes', 'terms.met', 'rules.broken'],
    ],
    [
      'a removed link answers no, and nothing about terms',
      { state: 'removed', lastVerdicts: ['absent'] },
      ['live.no', 'terms.unknown', 'rules.unknown'],
    ],
    [
      'a wall does not answer',
      { state: 'check_by_hand', lastVerdicts: ['unverifiable'] },
      ['live.unknown', 'terms.unknown', 'rules.unknown'],
    ],
    [
      'one failed visit leaves a live link live',
      { lastVerdicts: ['live', 'unreachable'] },
      ['live.yes', 'terms.unknown', 'rules.unknown'],
    ],
    [
      'an awaited one is not live yet',
      { state: 'awaited', lastVerdicts: [] },
      ['live.notYet', 'terms.unknown', 'rules.unknown'],
    ],
  ])('%s', (_, given, keys) => {
    expect(threeAnswers(aPlacement(given)).map((answer) => answer.key)).toEqual(keys);
  });
});
