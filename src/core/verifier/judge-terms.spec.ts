import { describe, expect, it } from '@jest/globals';
import { linking, reading, said } from '../../../test/builders/judged.js';
import { agreed, anOccurrence, expected, someTerms } from '../../../test/builders/visit.js';
import type { Terms } from '../placements/terms.js';
import type { Occurrence, PageFacts } from './facts.js';

describe('anchor, region, indexing, duration', () => {
  it.each<[string, Partial<Terms>, Partial<Occurrence>, string]>([
    ['the agreed anchor', { anchor: agreed('the guide') }, {}, 'live:'],
    [
      'case, space and punctuation do not matter',
      { anchor: agreed('The “Guide”!') },
      { anchor: 'the  guide' },
      'live:',
    ],
    ['a hyphen is punctuation', { anchor: agreed('link-building') }, { anchor: 'link building' }, 'live:'],
    [
      'other words differ',
      { anchor: agreed('the guide') },
      { anchor: 'click here' },
      'differs: anchor_differs',
    ],
    [
      'an expected anchor only warns',
      { anchor: expected('the guide') },
      { anchor: 'click here' },
      'live: ?anchor_differs',
    ],
    ['accents differ', { anchor: agreed('café') }, { anchor: 'cafe' }, 'differs: anchor_differs'],
    ['full-width letters do not', { anchor: agreed('ＡＢＣ') }, { anchor: 'abc' }, 'live:'],
    ['a plus is no punctuation', { anchor: agreed('C++') }, { anchor: 'C' }, 'differs: anchor_differs'],
    ['punctuation alone is compared', { anchor: agreed('...') }, { anchor: '»' }, 'differs: anchor_differs'],
    ['the same punctuation alone is met', { anchor: agreed(' ...') }, { anchor: '...' }, 'live:'],
    [
      'an empty anchor differs from words',
      { anchor: agreed('guide') },
      { anchor: '' },
      'differs: anchor_differs',
    ],
    ['the agreed region', { region: agreed('content') }, {}, 'live:'],
    [
      'another region differs',
      { region: agreed('content') },
      { region: 'footer' },
      'differs: region_differs',
    ],
    [
      'an expected region only warns',
      { region: expected('content') },
      { region: 'aside' },
      'live: ?region_differs',
    ],
    ['a hidden link only warns', {}, { hidden: 'display:none' }, 'live: ?hidden_suspected'],
    ['a link in noscript only warns', {}, { inNoscript: true }, 'live: ?in_noscript'],
    [
      'several agreed terms fail together',
      { rel: agreed('follow'), anchor: agreed('x'), region: agreed('nav') },
      { rel: ['ugc'] },
      'differs: rel_not_follow anchor_differs region_differs',
    ],
    [
      'errors come before warnings',
      { rel: expected('follow'), region: agreed('nav') },
      { rel: ['ugc'] },
      'differs: region_differs ?rel_not_follow',
    ],
  ])('%s', (_, terms, link, answer) => {
    expect(said(linking(link), someTerms(terms))).toBe(answer);
  });

  const robots = (changes: object) => ({
    googlebot: { noindex: false, nofollow: false, unavailableAfter: null, ...changes },
  });
  it.each<[string, Partial<Terms>, Partial<PageFacts>, string]>([
    ['an indexable page', { indexable: agreed(true) }, {}, 'live:'],
    [
      'noindex where indexing was agreed',
      { indexable: agreed(true) },
      robots({ noindex: true }),
      'differs: not_indexable',
    ],
    [
      'noindex where it was expected',
      { indexable: expected(true) },
      robots({ noindex: true }),
      'live: ?not_indexable',
    ],
    ['noindex where nothing is known', {}, robots({ noindex: true }), 'live:'],
    ['noindex where that was agreed', { indexable: agreed(false) }, robots({ noindex: true }), 'live:'],
    [
      'another canonical',
      { indexable: agreed(true) },
      { canonical: 'https://blog.example/other' },
      'differs: not_indexable',
    ],
    [
      'an equivalent canonical',
      { indexable: agreed(true) },
      { canonical: 'http://www.blog.example/post/' },
      'live:',
    ],
    [
      'another canonical in the header',
      { indexable: agreed(true) },
      { headerCanonical: 'https://copy.example/' },
      'differs: not_indexable',
    ],
    [
      'a page that ends before the agreed day',
      { duration: agreed('2027-06-30') },
      robots({ unavailableAfter: '2027-01-01T00:00:00.000Z' }),
      'differs: duration_short',
    ],
    [
      'a page that ends on that day',
      { duration: agreed('2027-06-30') },
      robots({ unavailableAfter: '2027-06-30T12:00:00.000Z' }),
      'live:',
    ],
    [
      'a page that ends later',
      { duration: agreed('2027-06-30') },
      robots({ unavailableAfter: '2028-01-01T00:00:00.000Z' }),
      'live:',
    ],
    ['a page that says nothing of its end', { duration: agreed('2027-06-30') }, {}, 'live:'],
    [
      'an expected day only warns',
      { duration: expected('2027-06-30') },
      robots({ unavailableAfter: '2026-12-01T00:00:00.000Z' }),
      'live: ?duration_short',
    ],
  ])('%s', (_, terms, page, answer) => {
    expect(said(reading({ occurrences: [anOccurrence()], ...page }), someTerms(terms))).toBe(answer);
  });

  it('robots.txt against Googlebot makes a page not indexable', () => {
    const visit = { ...linking({}), robotsAllowed: { own: true, googlebot: false } };
    expect(said(visit, someTerms({ indexable: agreed(true) }))).toBe('differs: not_indexable');
  });

  it('a canonical is not judged while the final address is not known', () => {
    const visit = {
      ...reading({ occurrences: [anOccurrence()], canonical: 'https://x.example/' }),
      finalUrl: null,
    };
    expect(said(visit, someTerms({ indexable: agreed(true) }))).toBe('live:');
  });
});
