import { describe, expect, it } from '@jest/globals';
import { type RelFault, relFault } from './rel-term.js';
import { REL_TERMS, type RelTerm } from './terms.js';

type Answers = Record<RelTerm, RelFault | null>;

describe('relFault', () => {
  it.each<[string, string[], boolean, Answers]>([
    [
      'a bare link is followed and nothing else',
      [],
      false,
      {
        any: null,
        follow: null,
        nofollow: 'rel_not_nofollow',
        sponsored: 'rel_unlabelled',
        ugc: 'rel_not_ugc',
      },
    ],
    [
      'nofollow meets all but follow',
      ['nofollow'],
      false,
      { any: null, follow: 'rel_not_follow', nofollow: null, sponsored: null, ugc: null },
    ],
    [
      'sponsored meets sponsored and nofollow',
      ['sponsored'],
      false,
      { any: null, follow: 'rel_not_follow', nofollow: null, sponsored: null, ugc: 'rel_not_ugc' },
    ],
    [
      'ugc alone does not do for sponsored',
      ['ugc'],
      false,
      { any: null, follow: 'rel_not_follow', nofollow: null, sponsored: 'rel_ugc_only', ugc: null },
    ],
    [
      'ugc with sponsored meets all but follow',
      ['ugc', 'sponsored'],
      false,
      { any: null, follow: 'rel_not_follow', nofollow: null, sponsored: null, ugc: null },
    ],
    [
      'ugc with nofollow too',
      ['ugc', 'nofollow'],
      false,
      { any: null, follow: 'rel_not_follow', nofollow: null, sponsored: null, ugc: null },
    ],
    [
      'a page-level nofollow breaks follow and labels nothing',
      [],
      true,
      {
        any: null,
        follow: 'rel_not_follow',
        nofollow: 'rel_not_nofollow',
        sponsored: 'rel_unlabelled',
        ugc: 'rel_not_ugc',
      },
    ],
    [
      'tokens without meaning for search change nothing',
      ['noopener', 'external', 'dofollow'],
      false,
      {
        any: null,
        follow: null,
        nofollow: 'rel_not_nofollow',
        sponsored: 'rel_unlabelled',
        ugc: 'rel_not_ugc',
      },
    ],
  ])('%s', (_, tokens, pageNofollow, answers) => {
    const given = REL_TERMS.map((term) => [term, relFault(term, tokens, pageNofollow)]);
    expect(Object.fromEntries(given)).toEqual(answers);
  });
});
