import { describe, expect, it } from '@jest/globals';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { metTerms } from './met-terms.js';

const aSeen = (given: Partial<PlacementDetail> = {}): PlacementDetail =>
  ({
    lastVerdicts: ['live'],
    findings: [],
    terms: {
      rel: { standing: 'agreed', value: 'follow' },
      anchor: { standing: 'expected', value: 'x' },
      region: { standing: 'unknown', value: null },
      indexable: { standing: 'agreed', value: true },
      duration: { standing: 'unknown', value: null },
      match: 'equivalent',
    },
    ...given,
  }) as PlacementDetail;

const finding = (code: string) => ({ code, severity: 'error' as const, params: {}, message: '' });

describe('metTerms', () => {
  it.each<[string, Partial<PlacementDetail>, string[]]>([
    ['the target and every agreed term', {}, ['match', 'rel', 'indexable']],
    [
      'not the one that differs',
      { lastVerdicts: ['differs'], findings: [finding('rel_not_follow')] },
      ['match', 'indexable'],
    ],
    [
      'not the target when it is another',
      { lastVerdicts: ['differs'], findings: [finding('wrong_target')] },
      ['rel', 'indexable'],
    ],
    ['nothing when the link was not seen', { lastVerdicts: ['live', 'unreachable'] }, []],
    ['nothing before the first check', { lastVerdicts: [] }, []],
  ])('%s', (_, given, terms) => {
    expect(metTerms(aSeen(given)).map(({ term }) => term)).toEqual(terms);
  });
});
