import { describe, expect, it } from '@jest/globals';
import type { PlacementRow } from '../../api/placement-views.js';
import { otherAgreedTerms, relWord, seenChip, termChip } from './row-chips.js';

const aRow = (given: Partial<PlacementRow> = {}): PlacementRow =>
  ({
    state: 'live',
    rechecking: false,
    overdue: false,
    dueOn: null,
    lastVerdicts: ['live'],
    seen: { rel: '', anchor: null, status: 200, code: null },
    terms: {
      rel: { standing: 'agreed', value: 'follow' },
      anchor: { standing: 'unknown' },
      region: { standing: 'expected', value: 'content' },
      indexable: { standing: 'agreed', value: true },
      duration: { standing: 'unknown' },
      match: 'equivalent',
    },
    ...given,
  }) as PlacementRow;

const blocked = { rel: null, anchor: null, status: 403, code: 'bot_wall' };

describe('seenChip', () => {
  it.each<[string, Partial<PlacementRow>, object | null]>([
    ['a live link shows its rel', {}, { key: 'seen.rel', differs: false, params: { rel: 'follow' } }],
    [
      'one that differs is marked',
      {
        state: 'differs',
        lastVerdicts: ['differs'],
        seen: { rel: 'nofollow', anchor: null, status: 200, code: 'rel_not_follow' },
      },
      { key: 'seen.rel', differs: true, params: { rel: 'nofollow' } },
    ],
    [
      'a removed one is gone',
      { state: 'removed', lastVerdicts: ['absent'] },
      { key: 'seen.gone', differs: true },
    ],
    [
      'a suspect is being rechecked',
      { rechecking: true, lastVerdicts: ['live', 'absent'] },
      { key: 'seen.rechecking', differs: false },
    ],
    [
      'a status says why nothing was read',
      { lastVerdicts: ['unreachable'], seen: { rel: null, anchor: null, status: 503, code: 'server_error' } },
      { key: 'seen.status', differs: false, params: { status: 503 } },
    ],
    [
      'a wall behind a 200 is named',
      { lastVerdicts: ['unverifiable'], seen: { ...blocked, status: 200, code: 'consent_wall' } },
      { key: 'code.consent_wall', differs: false },
    ],
    [
      'no answer and no code is unknown',
      { lastVerdicts: ['unreachable'], seen: { ...blocked, status: null, code: null } },
      { key: 'seen.unknown', differs: false },
    ],
    [
      'an awaited one shows its day',
      { state: 'awaited', dueOn: '2026-11-28', lastVerdicts: [] },
      { key: 'seen.due', differs: false, params: { day: '2026-11-28' } },
    ],
    [
      'an overdue one is marked',
      { state: 'awaited', dueOn: '2026-11-01', overdue: true, lastVerdicts: [] },
      { key: 'seen.overdue', differs: true, params: { day: '2026-11-01' } },
    ],
    ['an awaited one without a day says nothing', { state: 'awaited', lastVerdicts: [] }, null],
    [
      'never checked says nothing',
      { lastVerdicts: [], seen: { rel: null, anchor: null, status: null, code: null } },
      null,
    ],
  ])('%s', (_, given, chip) => {
    expect(seenChip(aRow(given))).toEqual(chip);
  });
});

describe('terms of a row', () => {
  it.each([
    ['', 'follow'],
    ['noopener noreferrer', 'follow'],
    ['NOFOLLOW', 'nofollow'],
    ['sponsored,nofollow', 'sponsored nofollow'],
  ])('rel "%s" is said as %s', (rel, word) => {
    expect(relWord(rel)).toBe(word);
  });

  it('counts the other agreed terms', () => {
    expect(termChip(aRow())).toEqual({ standing: 'agreed', value: 'follow' });
    expect(otherAgreedTerms(aRow())).toBe(1);
  });
});
