import { describe, expect, it } from '@jest/globals';
import type { OutdatedReason } from './publisher.js';
import { judgeTold, type KnownTerms, type ToldVerdict } from './told-conditions.js';

const SILENT = { currency: null, relPolicy: null, wordsFrom: null, wordsTo: null } as const;

const asked = (priceMinor: number, day: string) => ({ ...SILENT, priceMinor, currency: 'EUR', day });
const known = (
  id: string,
  terms: ReturnType<typeof asked>,
  outdatedReason: OutdatedReason | null = null,
): KnownTerms => ({ id, ...terms, outdatedReason });

const NEW: ToldVerdict = { kind: 'newer', replaces: [] };
const KNOWN: ToldVerdict = { kind: 'known' };

describe('conditions told by a file', () => {
  it.each<[string, ReturnType<typeof asked>, readonly KnownTerms[], ToldVerdict]>([
    ['the first price is new', asked(100, '2026-11-01'), [], NEW],
    ['the same price adds nothing', asked(100, '2026-11-09'), [known('a', asked(100, '2026-11-01'))], KNOWN],
    [
      'another price replaces what holds',
      asked(120, '2026-11-09'),
      [known('a', asked(100, '2026-11-01'))],
      { kind: 'newer', replaces: ['a'] },
    ],
    [
      'of two told on one day the last counts',
      asked(120, '2026-11-01'),
      [known('a', asked(100, '2026-11-01'))],
      { kind: 'newer', replaces: ['a'] },
    ],
    [
      'an older file is history',
      asked(90, '2026-10-01'),
      [known('a', asked(100, '2026-11-01'))],
      { kind: 'past', replacedBy: 'a' },
    ],
    [
      'an older file a second time adds nothing',
      asked(90, '2026-10-01'),
      [known('a', asked(100, '2026-11-01')), known('b', asked(90, '2026-10-01'), 'replaced')],
      KNOWN,
    ],
    [
      'a price that comes back holds again',
      asked(90, '2026-11-09'),
      [known('a', asked(100, '2026-11-01')), known('b', asked(90, '2026-10-01'), 'replaced')],
      { kind: 'newer', replaces: ['a'] },
    ],
    [
      'what was taken away does not come back by the same file',
      asked(90, '2026-10-01'),
      [known('a', asked(90, '2026-10-01'), 'removed')],
      KNOWN,
    ],
    [
      'what was taken away holds again by a later file',
      asked(90, '2026-10-02'),
      [known('a', asked(90, '2026-10-01'), 'removed')],
      NEW,
    ],
    [
      'what the former owner asked does not bind the new one',
      asked(90, '2026-10-01'),
      [known('a', asked(90, '2026-10-01'), 'new_owner')],
      KNOWN,
    ],
    [
      'a price is known whatever else is known beside it',
      asked(100, '2026-11-09'),
      [{ ...known('a', asked(100, '2026-11-01')), relPolicy: 'sponsored', wordsFrom: 800 }],
      KNOWN,
    ],
  ])('%s', (_, told, before, verdict) => {
    expect(judgeTold(told, before)).toEqual(verdict);
  });

  it('a rel policy nobody spoke of before is news', () => {
    const told = { ...asked(100, '2026-11-09'), relPolicy: 'follow' as const };
    expect(judgeTold(told, [known('a', asked(100, '2026-11-01'))])).toEqual({
      kind: 'newer',
      replaces: ['a'],
    });
  });
});
