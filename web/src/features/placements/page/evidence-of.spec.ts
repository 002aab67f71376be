import { describe, expect, it } from '@jest/globals';
import { evidenceOf, type FindingProof } from './evidence-of.js';

describe('evidenceOf', () => {
  it.each<[string, Record<string, unknown>, FindingProof]>([
    ['nothing written down proves nothing', {}, { agreed: null, seen: null, others: [] }],
    [
      'rel is said as a person says it, a plain no is left out',
      { agreed: 'follow', rel: 'noopener nofollow', pageNofollow: false },
      { agreed: 'follow', seen: 'nofollow', others: [] },
    ],
    [
      'a yes and a number stay',
      { agreed: 'follow', rel: '', pageNofollow: true, status: 200 },
      {
        agreed: 'follow',
        seen: 'follow',
        others: [
          { name: 'pageNofollow', value: 'true' },
          { name: 'status', value: '200' },
        ],
      },
    ],
    ['what was seen is seen', { agreed: 'a', seen: 'b' }, { agreed: 'a', seen: 'b', others: [] }],
    [
      'an address that was found is seen, its step stands beside',
      { agreed: 'https://a.example/', href: 'https://a.example/b', step: 'same_site' },
      {
        agreed: 'https://a.example/',
        seen: 'https://a.example/b',
        others: [{ name: 'step', value: 'same_site' }],
      },
    ],
    [
      'empty and missing values are no proof',
      { detail: null, reason: '' },
      { agreed: null, seen: null, others: [] },
    ],
  ])('%s', (_, params, proof) => {
    expect(evidenceOf({ params })).toEqual(proof);
  });
});
