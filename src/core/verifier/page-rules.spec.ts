import { describe, expect, it } from '@jest/globals';
import { aPage, aVisit } from '../../../test/builders/visit.js';
import type { RobotsRules, Visit } from './facts.js';
import { isFollowable, isIndexable, notIndexableReason } from './page-rules.js';

function ruled(rules: Partial<RobotsRules>): Visit {
  return aVisit({
    page: aPage({ googlebot: { noindex: false, nofollow: false, unavailableAfter: null, ...rules } }),
  });
}

describe('isIndexable and isFollowable', () => {
  it.each<[string, Visit, boolean | null, boolean | null]>([
    ['a plain page is both', aVisit(), true, true],
    ['no HTML is neither yes nor no', aVisit({ page: null }), null, null],
    ['noindex', ruled({ noindex: true }), false, true],
    ['nofollow', ruled({ nofollow: true }), true, false],
    ['robots.txt against Googlebot', aVisit({ robotsAllowed: { own: true, googlebot: false } }), false, true],
    ['robots.txt against us alone', aVisit({ robotsAllowed: { own: false, googlebot: true } }), true, true],
    ['a canonical elsewhere', aVisit({ page: aPage({ canonical: 'https://x.example/' }) }), false, true],
    [
      'a canonical of its own',
      aVisit({ page: aPage({ canonical: 'https://blog.example/post?utm_source=a' }) }),
      true,
      true,
    ],
  ])('%s', (_, visit, indexable, followable) => {
    expect(isIndexable(visit)).toBe(indexable);
    expect(isFollowable(visit)).toBe(followable);
  });

  it('noindex is named before robots.txt, that before the canonical', () => {
    const page = aPage({
      canonical: 'https://x.example/',
      googlebot: { noindex: true, nofollow: false, unavailableAfter: null },
    });
    const visit = aVisit({ page, robotsAllowed: { own: true, googlebot: false } });
    expect(notIndexableReason(visit)).toBe('noindex');
    expect(notIndexableReason({ ...visit, page: aPage({ canonical: page.canonical }) })).toBe('robots_txt');
  });
});
