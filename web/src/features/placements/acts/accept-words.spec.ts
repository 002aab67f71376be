import { describe, expect, it } from '@jest/globals';
import type { FindingView } from '../../../api/placement-views.js';
import { acceptances } from './accept-words.js';

const aFinding = (
  code: string,
  params: FindingView['params'],
  severity: FindingView['severity'] = 'error',
) => ({
  code,
  params,
  severity,
  message: '',
});

describe('acceptances', () => {
  it.each<[string, FindingView[], object[]]>([
    [
      'the rel that was seen takes the place of the agreed one',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: 'nofollow noopener', pageNofollow: false })],
      [{ term: 'rel', from: 'follow', to: 'nofollow' }],
    ],
    [
      'a nofollow of the whole page counts for the link',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: '', pageNofollow: true })],
      [{ term: 'rel', from: 'follow', to: 'nofollow' }],
    ],
    [
      'what differs from expected is not written',
      [aFinding('rel_not_follow', { agreed: 'follow', rel: 'ugc' }, 'warning')],
      [],
    ],
    ['a finding that is no term writes nothing', [aFinding('link_absent', {})], []],
    [
      'each term is named once, in the order found',
      [
        aFinding('anchor_differs', { agreed: 'a', seen: 'b' }),
        aFinding('wrong_target', { agreed: 'https://x.example/', href: 'https://x.example/y' }),
        aFinding('not_indexable', { reason: 'noindex' }),
        aFinding('duration_short', { agreed: '2027-01-01', until: '2026-12-01T00:00:00Z' }),
        aFinding('anchor_differs', { agreed: 'a', seen: 'c' }),
      ],
      [
        { term: 'anchor', from: 'a', to: 'b' },
        { term: 'target', from: 'https://x.example/', to: 'https://x.example/y' },
        { term: 'indexable', from: 'true', to: 'false' },
        { term: 'duration', from: '2027-01-01', to: '2026-12-01' },
      ],
    ],
  ])('%s', (_, findings, lines) => {
    expect(acceptances(findings)).toEqual(lines);
  });
});
