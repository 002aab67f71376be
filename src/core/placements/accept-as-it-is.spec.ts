import { describe, expect, it } from '@jest/globals';
import { type AcceptableFinding, acceptAsItIs, type SeenLink } from './accept-as-it-is.js';
import type { TermsWished } from './written-terms.js';

const link = (given: Partial<SeenLink> = {}): SeenLink => ({
  rel: [],
  anchor: 'here',
  region: 'footer',
  match: 'equivalent',
  ...given,
});
const found = (code: string, params: AcceptableFinding['params'] = {}): AcceptableFinding => ({
  code,
  params,
});

describe('acceptAsItIs', () => {
  it.each<[string, SeenLink, AcceptableFinding[], TermsWished | null]>([
    [
      'a nofollow link',
      link({ rel: ['noopener', 'nofollow'] }),
      [found('rel_not_follow')],
      { rel: { standing: 'agreed', value: 'nofollow' } },
    ],
    [
      'a sponsored nofollow link',
      link({ rel: ['nofollow', 'sponsored'] }),
      [found('rel_not_follow')],
      { rel: { standing: 'agreed', value: 'sponsored' } },
    ],
    [
      'a whole page that is not followed',
      link(),
      [found('rel_not_follow', { pageNofollow: true })],
      { rel: { standing: 'agreed', value: 'any' } },
    ],
    [
      'a followed link',
      link(),
      [found('rel_not_nofollow')],
      { rel: { standing: 'agreed', value: 'follow' } },
    ],
    [
      'a link without label',
      link(),
      [found('rel_unlabelled')],
      { rel: { standing: 'agreed', value: 'follow' } },
    ],
    [
      'ugc where sponsored was agreed',
      link({ rel: ['ugc'] }),
      [found('rel_ugc_only')],
      { rel: { standing: 'agreed', value: 'ugc' } },
    ],
    [
      'followed where ugc was agreed',
      link(),
      [found('rel_not_ugc')],
      { rel: { standing: 'agreed', value: 'follow' } },
    ],
    ['another anchor', link(), [found('anchor_differs')], { anchor: { standing: 'agreed', value: 'here' } }],
    ['another place', link(), [found('region_differs')], { region: { standing: 'agreed', value: 'footer' } }],
    [
      'a page outside of the index',
      link(),
      [found('not_indexable')],
      { indexable: { standing: 'agreed', value: false } },
    ],
    [
      'an earlier end',
      link(),
      [found('duration_short', { until: '2027-01-31T00:00:00Z' })],
      { duration: { standing: 'agreed', value: '2027-01-31' } },
    ],
    [
      'another page of the site',
      link({ match: 'same_site' }),
      [found('wrong_target')],
      { match: 'same_site' },
    ],
    [
      'two at once',
      link({ rel: ['ugc'] }),
      [found('rel_not_follow'), found('anchor_differs')],
      { rel: { standing: 'agreed', value: 'ugc' }, anchor: { standing: 'agreed', value: 'here' } },
    ],
    ['a link elsewhere is no link', link({ match: 'other' }), [found('wrong_target')], null],
    [
      'a broken rule stays broken',
      link(),
      [found('compensated_unlabelled'), found('hidden_suspected')],
      null,
    ],
    ['an end without a day is nothing to accept', link(), [found('duration_short')], null],
    ['nothing differs', link(), [], null],
  ])('%s', (_, seen, findings, wished) => {
    expect(acceptAsItIs(seen, findings)).toEqual(wished);
  });
});
