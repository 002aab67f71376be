import { describe, expect, it } from '@jest/globals';
import { COMPENSATIONS, PLACEMENT_TYPES } from './placement.js';
import {
  type Deal,
  expectedRel,
  type TermsWished,
  termsOfDeal,
  termValue,
  type WrittenTerms,
  writeTerms,
} from './written-terms.js';

const GIFT: Deal = { type: 'guest_post', compensation: 'none' };
const PAID: Deal = { type: 'guest_post', compensation: 'money' };
const FRESH = termsOfDeal(GIFT);
const AGREED: WrittenTerms = { ...FRESH, rel: { standing: 'agreed', value: 'follow' } };
const NOTHING_SAID: WrittenTerms = { ...FRESH, rel: { standing: 'unknown' } };

describe('expectedRel', () => {
  it.each(PLACEMENT_TYPES.map((type) => [type, expectedRel({ type, compensation: 'none' })]))(
    'of %s without compensation is %s',
    (type, rel) => {
      expect(rel).toBe(type === 'comment' ? 'nofollow' : type === 'digital_pr' ? 'any' : 'follow');
    },
  );

  it.each(COMPENSATIONS.filter((compensation) => compensation !== 'none'))(
    'with %s is sponsored',
    (compensation) => {
      for (const type of PLACEMENT_TYPES) expect(expectedRel({ type, compensation })).toBe('sponsored');
    },
  );
});

describe('writeTerms', () => {
  it.each<[string, WrittenTerms, TermsWished, Deal, Partial<WrittenTerms>, string, string]>([
    ['nothing wished changes nothing', FRESH, {}, GIFT, FRESH, '', ''],
    [
      'an expectation follows the deal',
      FRESH,
      {},
      PAID,
      { rel: { standing: 'expected', value: 'sponsored' } },
      '',
      'rel',
    ],
    ['an agreed term does not', AGREED, {}, PAID, { rel: { standing: 'agreed', value: 'follow' } }, '', ''],
    ['an unknown one does not', NOTHING_SAID, {}, PAID, { rel: { standing: 'unknown' } }, '', ''],
    [
      'agreeing needs a source',
      FRESH,
      { rel: { standing: 'agreed', value: 'nofollow' }, anchor: { standing: 'agreed', value: 'our guide' } },
      GIFT,
      { rel: { standing: 'agreed', value: 'nofollow' }, anchor: { standing: 'agreed', value: 'our guide' } },
      'rel anchor',
      'rel anchor',
    ],
    [
      'agreeing to the same again does not',
      AGREED,
      { rel: { standing: 'agreed', value: 'follow' } },
      GIFT,
      AGREED,
      '',
      '',
    ],
    [
      'taking an agreement back needs none',
      AGREED,
      { rel: { standing: 'unknown' } },
      GIFT,
      NOTHING_SAID,
      '',
      'rel',
    ],
    [
      'back to the expectation',
      AGREED,
      { rel: { standing: 'expected' } },
      PAID,
      { rel: { standing: 'expected', value: 'sponsored' } },
      '',
      'rel',
    ],
    [
      'an expected rel is ours to say',
      AGREED,
      { rel: { standing: 'expected', value: 'ugc' } },
      GIFT,
      { rel: { standing: 'expected', value: 'follow' } },
      '',
      'rel',
    ],
    [
      'an expected place is theirs',
      FRESH,
      { region: { standing: 'expected', value: 'content' } },
      GIFT,
      { region: { standing: 'expected', value: 'content' } },
      '',
      'region',
    ],
    [
      'not indexed can be agreed',
      FRESH,
      { indexable: { standing: 'agreed', value: false } },
      GIFT,
      { indexable: { standing: 'agreed', value: false } },
      'indexable',
      'indexable',
    ],
    [
      'a last day can be agreed',
      FRESH,
      { duration: { standing: 'agreed', value: '2027-12-31' } },
      GIFT,
      { duration: { standing: 'agreed', value: '2027-12-31' } },
      'duration',
      'duration',
    ],
    [
      'the accepted step needs no source',
      FRESH,
      { match: 'same_site' },
      GIFT,
      { match: 'same_site' },
      '',
      'match',
    ],
  ])('%s', (_, ...[current, wished, deal, terms, newlyAgreed, changed]) => {
    const written = writeTerms(current, wished, deal);
    expect(written).toMatchObject({ ok: true, terms });
    expect(written.ok && written.newlyAgreed.join(' ')).toBe(newlyAgreed);
    expect(written.ok && written.changed.join(' ')).toBe(changed);
  });

  it.each<[string, TermsWished, string]>([
    ['an agreed rel', { rel: { standing: 'agreed' } }, 'rel'],
    ['an agreed anchor', { anchor: { standing: 'agreed' } }, 'anchor'],
    ['an expected region', { region: { standing: 'expected' } }, 'region'],
    ['an agreed index', { indexable: { standing: 'agreed' } }, 'indexable'],
    ['an agreed duration', { duration: { standing: 'agreed' } }, 'duration'],
  ])('%s without a value is refused', (_, wished, term) => {
    expect(writeTerms(FRESH, wished, GIFT)).toEqual({ ok: false, term });
  });
});

describe('termValue', () => {
  it('of an unknown term is null', () => {
    expect(termValue({ standing: 'unknown' })).toBeNull();
    expect(termValue({ standing: 'agreed', value: false })).toBe(false);
  });
});
