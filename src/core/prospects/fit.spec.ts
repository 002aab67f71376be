import { describe, expect, it } from '@jest/globals';
import { answered, countFit, type FitAnswer, type FitAnswers, type FitCount, isFitName } from './fit.js';

describe('answered', () => {
  it.each<[string, FitAnswers, Record<string, FitAnswer>, FitAnswers]>([
    ['a first answer', {}, { fits_niche: 'yes' }, { fits_niche: 'yes' }],
    [
      'what is not named stays',
      { fits_niche: 'yes' },
      { natural_anchor: 'no' },
      { fits_niche: 'yes', natural_anchor: 'no' },
    ],
    ['another answer takes its place', { fits_niche: 'yes' }, { fits_niche: 'no' }, { fits_niche: 'no' }],
    ['unknown takes an answer away', { fits_niche: 'yes' }, { fits_niche: 'unknown' }, {}],
    ['a mark is kept, too', {}, { low_traffic: 'yes' }, { low_traffic: 'yes' }],
    ['a name nobody knows is left out', {}, { score: 'yes' }, {}],
  ])('%s', (_, before, answers, after) => {
    expect(answered(before, answers)).toEqual(after);
  });
});

describe('countFit', () => {
  it.each<[string, FitAnswers, FitCount]>([
    ['nothing answered', {}, { yes: 0, no: 0 }],
    [
      'three of five',
      { fits_niche: 'yes', trustworthy_site: 'yes', natural_anchor: 'yes', relevant_context: 'no' },
      { yes: 3, no: 1 },
    ],
    ['marks are not added up', { low_traffic: 'yes', main_content: 'yes' }, { yes: 0, no: 0 }],
  ])('%s', (_, answers, count) => {
    expect(countFit(answers)).toEqual(count);
  });
});

describe('isFitName', () => {
  it.each<[string, boolean]>([
    ['fits_niche', true],
    ['generic_anchors', true],
    ['score', false],
    ['__proto__', false],
  ])('%s: %s', (name, known) => {
    expect(isFitName(name)).toBe(known);
  });
});
