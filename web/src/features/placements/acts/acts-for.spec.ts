import { describe, expect, it } from '@jest/globals';
import { type Actable, actsFor } from './acts-for.js';

const open: Actable = {
  state: 'live',
  archivedAt: null,
  sourceUrl: 'https://a.example/',
  findings: [],
  terms: { match: 'equivalent' } as Actable['terms'],
};
const nofollow = [{ code: 'rel_not_follow', severity: 'error' as const, params: {}, message: '' }];

describe('actsFor', () => {
  it.each<[string, Partial<Actable>, string[]]>([
    [
      'an open one is checked, replaced, ended',
      {},
      ['archive', 'check', 'document', 'end', 'release', 'replace', 'seenByHand'],
    ],
    [
      'one without a page cannot be checked',
      { sourceUrl: null, state: 'awaited' },
      ['archive', 'document', 'end', 'release', 'replace'],
    ],
    [
      'one that differs can be accepted',
      { state: 'differs', findings: nofollow },
      ['accept', 'archive', 'check', 'document', 'end', 'release', 'replace', 'seenByHand'],
    ],
    [
      'one that was removed has nothing to accept',
      { state: 'removed', findings: nofollow },
      ['archive', 'check', 'document', 'end', 'release', 'replace', 'seenByHand'],
    ],
    ['an ended one can be opened again', { state: 'ended' }, ['archive', 'reopen']],
    ['a replaced one can be opened again', { state: 'replaced' }, ['archive', 'reopen']],
    ['an archived one is brought back first', { archivedAt: '2026-11-20T10:00:00Z' }, ['restore']],
  ])('%s', (_, given, acts) => {
    expect([...actsFor({ ...open, ...given })].sort()).toEqual(acts);
  });
});
