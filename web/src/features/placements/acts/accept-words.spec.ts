import { describe, expect, it } from '@jest/globals';
import type { FindingView } from '../../../api/placement-views.js';
import { acceptances, unmetTerms } from './accept-words.js';

const aFinding = (
  code: string,
  params: FindingView['params'],
  severity: FindingView['severity'] = 'error',
): FindingView => ({ code, params, severity, message: '' });

describe('acceptances', () => {
  it.each<[string, FindingView[], object[]]>([
    [
      'the rel that was seen takes the place of the agreed one',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: 'nofollow noopener', pageNofollow: false })],
      [{ term: 'rel', from: 'follow', to: 'nofollow' }],
    ],
    [
      'of several tokens the strictest is written',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: 'nofollow sponsored' })],
      [{ term: 'rel', from: 'follow', to: 'sponsored' }],
    ],
    [
      'a nofollow of the whole page leaves any rel',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: '', pageNofollow: true })],
      [{ term: 'rel', from: 'follow', to: 'any' }],
    ],
    [
      'what differs from expected is written too',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: 'ugc' }, 'warning')],
      [{ term: 'rel', from: 'follow', to: 'ugc' }],
    ],
    [
      'a finding that is no term, or only informs, writes nothing',
      [aFinding('link_absent', {}), aFinding('rel_not_ugc', { agreed: 'ugc', rel: '' }, 'info')],
      [],
    ],
    [
      'each term is named once, in the order found',
      [
        aFinding('anchor_differs', { agreed: 'a', seen: 'b' }),
        aFinding('wrong_target', {
          agreed: 'https://x.example/',
          href: 'https://x.example/y',
          step: 'same_site',
        }),
        aFinding('not_indexable', { reason: 'noindex' }),
        aFinding('duration_short', { agreed: '2027-01-01', until: '2026-12-01T00:00:00Z' }),
        aFinding('anchor_differs', { agreed: 'a', seen: 'c' }),
      ],
      [
        { term: 'anchor', from: 'a', to: 'b' },
        { term: 'match', from: 'equivalent', to: 'same_site' },
        { term: 'indexable', from: 'true', to: 'false' },
        { term: 'duration', from: '2027-01-01', to: '2026-12-01' },
      ],
    ],
  ])('%s', (_, findings, lines) => {
    expect(acceptances(findings, 'equivalent')).toEqual(lines);
  });
});

describe('unmetTerms', () => {
  it('only an agreed term can be not met', () => {
    const findings = [
      aFinding('rel_not_follow', {}),
      aFinding('anchor_differs', {}, 'warning'),
      aFinding('dns', {}),
    ];
    expect([...unmetTerms(findings)]).toEqual(['rel']);
  });
});
