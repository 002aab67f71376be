import { describe, expect, it } from '@jest/globals';
import type { PlacementState } from '../placements/placement.js';
import { type DigestSection, digestDay, digestLines, localDay, type ToldChange } from './digest.js';

function told(section: DigestSection, from: PlacementState, at = 1): ToldChange {
  return { placementId: 'p', section, from, at };
}

describe('digestLines', () => {
  it.each<[string, readonly ToldChange[], PlacementState, DigestSection | null]>([
    ['a removed link is lost', [told('lost', 'live')], 'removed', 'lost'],
    ['a term that differs is a change', [told('changed', 'live')], 'differs', 'changed'],
    ['a link that came back is back', [told('back', 'removed')], 'live', 'back'],
    [
      'lost and back within the day ended where it began',
      [told('lost', 'live', 1), told('back', 'removed', 2)],
      'live',
      null,
    ],
    [
      'the order of the changes is told by their time',
      [told('back', 'removed', 2), told('lost', 'live', 1)],
      'live',
      null,
    ],
    [
      'back and lost again is still removed',
      [told('back', 'removed', 1), told('lost', 'live', 2)],
      'removed',
      null,
    ],
    [
      'changed, then lost is lost',
      [told('changed', 'live', 1), told('lost', 'differs', 2)],
      'removed',
      'lost',
    ],
    [
      'a link that was lost and is seen with other terms differs',
      [told('lost', 'live')],
      'differs',
      'changed',
    ],
    ['a site that is down is told as down', [told('site_down', 'live')], 'site_down', 'site_down'],
    ['a site that is gone is told as gone', [told('site_gone', 'site_down')], 'site_gone', 'site_gone'],
    [
      'a page that a person must look at is told so',
      [told('check_by_hand', 'live')],
      'check_by_hand',
      'check_by_hand',
    ],
    ['a placement that was ended meanwhile is left out', [told('lost', 'live')], 'ended', null],
    ['a placement nobody was told about is left out', [], 'removed', null],
  ])('%s', (_, changes, state, section) => {
    const lines = digestLines(changes, [{ placementId: 'p', state, overdue: false }]);
    expect(lines.map((line) => line.section)).toEqual(section === null ? [] : [section]);
  });

  it('a placement awaited past its day is overdue', () => {
    const now = [{ placementId: 'p', state: 'awaited' as const, overdue: true }];
    expect(digestLines([told('overdue', 'awaited')], now)).toEqual([
      { placementId: 'p', section: 'overdue' },
    ]);
  });

  it('the worst stands first', () => {
    const changes = [
      { placementId: 'a', section: 'back' as const, from: 'removed' as const, at: 1 },
      { placementId: 'b', section: 'lost' as const, from: 'live' as const, at: 2 },
    ];
    const now = [
      { placementId: 'a', state: 'live' as const, overdue: false },
      { placementId: 'b', state: 'removed' as const, overdue: false },
    ];
    expect(digestLines(changes, now).map((line) => line.placementId)).toEqual(['b', 'a']);
  });
});

describe('digestDay', () => {
  it.each([
    ['nothing is due before seven in the morning there', '2026-11-20T05:59:00Z', 'Europe/Amsterdam', null],
    ['seven in the morning there is due', '2026-11-20T06:00:00Z', 'Europe/Amsterdam', '2026-11-20'],
    [
      'in summer the same hour comes earlier in UTC',
      '2026-07-01T05:00:00Z',
      'Europe/Amsterdam',
      '2026-07-01',
    ],
    ['west of Greenwich it is still yesterday', '2026-11-20T03:00:00Z', 'America/New_York', '2026-11-19'],
    [
      'late in the evening the same day is still due',
      '2026-11-20T22:59:00Z',
      'Europe/Amsterdam',
      '2026-11-20',
    ],
    ['after midnight nothing is due yet', '2026-11-20T23:30:00Z', 'Europe/Amsterdam', null],
    ['an unknown zone counts as UTC', '2026-11-20T07:00:00Z', 'Atlantis/Capital', '2026-11-20'],
  ])('%s', (_, moment, zone, day) => {
    expect(digestDay(new Date(moment), zone)).toBe(day);
  });

  it('a day is read in the zone of the workspace', () => {
    expect(localDay(new Date('2026-11-20T23:30:00Z'), 'Europe/Amsterdam')).toBe('2026-11-21');
  });
});
