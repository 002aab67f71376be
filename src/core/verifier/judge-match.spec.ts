import { describe, expect, it } from '@jest/globals';
import { linking, matching, said } from '../../../test/builders/judged.js';
import { agreed, someTerms, TARGET_URL } from '../../../test/builders/visit.js';
import type { MatchStep, Terms } from '../placements/terms.js';
import type { Occurrence, Visit } from './facts.js';
import { judge } from './judge.js';
import { NO_CONTEXT } from './judge-context.js';

describe('a link at the accepted step', () => {
  it.each<[string, MatchStep, Terms['match'], string]>([
    ['exact is live', 'exact', 'equivalent', 'live:'],
    ['equivalent is live', 'equivalent', 'equivalent', 'live:'],
    ['equivalent differs where the exact address was agreed', 'equivalent', 'exact', 'differs: wrong_target'],
    ['a redirect to the target differs', 'redirects_to_target', 'equivalent', 'differs: wrong_target'],
    [
      'a redirect is live where accepted',
      'redirects_to_target',
      'redirects_to_target',
      'live: i:target_redirects',
    ],
    ['another query differs', 'same_path_other_query', 'equivalent', 'differs: wrong_target'],
    ['another query is live where accepted', 'same_path_other_query', 'same_path_other_query', 'live:'],
    ['another page of the site differs', 'same_site', 'equivalent', 'differs: wrong_target'],
    ['another page of the site is live where accepted', 'same_site', 'same_site', 'live:'],
    ['a better step than accepted is live', 'exact', 'same_site', 'live:'],
    [
      'a redirect is live where the whole site is accepted',
      'redirects_to_target',
      'same_site',
      'live: i:target_redirects',
    ],
    ['another site is no link', 'other', 'same_site', 'absent: link_absent'],
  ])('%s', (_, step, match, answer) => {
    expect(said(matching(step), someTerms({ match }))).toBe(answer);
  });

  it.each<[string, Terms['match'], string]>([
    [
      'a redirect within the target’s site is accepted as equivalent',
      'equivalent',
      'live: i:target_redirects',
    ],
    ['but not as exact', 'exact', 'differs: wrong_target'],
  ])('%s', (_, match, answer) => {
    expect(said(matching('redirects_to_target', { ownSiteRedirects: [0] }), someTerms({ match }))).toBe(
      answer,
    );
  });

  it('an occurrence without a known step counts as other', () => {
    expect(said({ ...linking({}), matches: [] })).toBe('absent: link_absent');
  });
});

describe('the best occurrence', () => {
  const best = (visit: Visit, terms = someTerms({ match: 'same_site' })) =>
    judge(terms, visit, NO_CONTEXT).best;
  it.each<[string, [Partial<Occurrence>, MatchStep][], number | null]>([
    [
      'the first of equals',
      [
        [{}, 'exact'],
        [{}, 'exact'],
      ],
      0,
    ],
    [
      'the higher step',
      [
        [{}, 'same_site'],
        [{}, 'equivalent'],
        [{}, 'exact'],
      ],
      2,
    ],
    [
      'a higher hidden step before a lower plain one',
      [
        [{}, 'same_site'],
        [{ hidden: 'x' }, 'exact'],
      ],
      1,
    ],
    [
      'a plain link before a hidden one',
      [
        [{ hidden: 'x' }, 'exact'],
        [{}, 'exact'],
      ],
      1,
    ],
    [
      'a link outside noscript before one inside',
      [
        [{ inNoscript: true }, 'exact'],
        [{}, 'exact'],
      ],
      1,
    ],
    [
      'not hidden weighs more than not in noscript',
      [
        [{ hidden: 'x' }, 'exact'],
        [{ inNoscript: true }, 'exact'],
      ],
      1,
    ],
    [
      'links to elsewhere are passed over',
      [
        [{}, 'other'],
        [{}, 'same_site'],
      ],
      1,
    ],
    ['none when none is accepted', [[{}, 'other']], null],
  ])('%s', (_, links, index) => {
    const visit = linking(...links.map(([link]) => link));
    expect(best({ ...visit, matches: links.map(([, step]) => step) })).toBe(index);
  });

  it('the one that meets more agreed terms', () => {
    const terms = someTerms({ rel: agreed('follow'), region: agreed('content') });
    const visit = linking(
      { rel: ['nofollow'], region: 'footer' },
      { rel: ['nofollow'] },
      { rel: ['ugc'] },
      {},
      {},
    );
    expect(best(visit, terms)).toBe(3);
    expect(said(visit, terms)).toBe('live:');
  });

  it('of equally wrong targets the first', () => {
    const visit = linking({}, { href: 'https://shop.example/x' }, { href: 'https://shop.example/y' });
    const wrong: Visit = { ...visit, matches: ['same_site', 'same_site'] };
    expect(judge(someTerms(), wrong, NO_CONTEXT).best).toBe(0);
  });

  it('of wrong targets the nearest', () => {
    const visit = {
      ...linking({}, { href: 'https://shop.example/x' }, { href: `${TARGET_URL}?a=1` }),
      matches: ['other', 'same_site', 'same_path_other_query'] as const,
    };
    const { best: index, findings } = judge(someTerms(), visit, NO_CONTEXT);
    expect(index).toBe(2);
    expect(findings[0]?.params).toEqual({
      agreed: TARGET_URL,
      href: `${TARGET_URL}?a=1`,
      step: 'same_path_other_query',
    });
  });
});
