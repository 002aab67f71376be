import { describe, expect, it } from '@jest/globals';
import { PLACEMENT_STATES } from '../placements/placement.js';
import { monthOf } from './month.js';
import {
  isDelivered,
  isUnknown,
  type ReportedPlacement,
  type Section,
  STANDINGS,
  type Standing,
  sectionOf,
  standingOf,
} from './standing.js';

const OCTOBER = monthOf('2026-10-01', 'UTC');
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

function link(given: Partial<ReportedPlacement> = {}): ReportedPlacement {
  return {
    state: 'live',
    stateSince: at('2026-09-10'),
    createdAt: at('2026-09-01'),
    firstLiveAt: at('2026-09-10'),
    isImported: false,
    isBaselineRemoved: false,
    rechecking: false,
    isOverdue: false,
    checkedAt: at('2026-11-02'),
    lastVerdict: 'live',
    isSeenByHand: false,
    isReplacement: false,
    ...given,
  };
}

describe('sectionOf', () => {
  it.each<[string, Partial<ReportedPlacement>, Section | null]>([
    ['a link seen before the month is kept', {}, 'kept'],
    ['a link first seen in the month is delivered', { firstLiveAt: at('2026-10-05') }, 'delivered'],
    ['a link first seen after the month was awaited', { firstLiveAt: at('2026-11-01') }, 'awaited'],
    ['an imported link that is there is kept', { firstLiveAt: null, isImported: true }, 'kept'],
    [
      'an imported link added after the month is kept',
      { firstLiveAt: null, isImported: true, createdAt: at('2026-11-01') },
      'kept',
    ],
    ['a link agreed after the month is not in it', { createdAt: at('2026-11-01'), state: 'awaited' }, null],
    ['a link not seen yet is awaited', { state: 'awaited', firstLiveAt: null }, 'awaited'],
    ['a link whose site is down is kept', { state: 'site_down', stateSince: at('2026-10-20') }, 'kept'],
    ['a link to look at by hand is kept', { state: 'check_by_hand', stateSince: at('2026-10-20') }, 'kept'],
    ['a link removed in the month is lost', { state: 'removed', stateSince: at('2026-10-20') }, 'lost'],
    [
      'a link delivered and removed in the month is lost',
      { state: 'removed', stateSince: at('2026-10-20'), firstLiveAt: at('2026-10-02') },
      'lost',
    ],
    ['a site gone in the month is a link lost', { state: 'site_gone', stateSince: at('2026-10-20') }, 'lost'],
    ['a link removed before was told before', { state: 'removed', stateSince: at('2026-09-20') }, null],
    [
      'a link removed after the month was still kept in it',
      { state: 'removed', stateSince: at('2026-11-02') },
      'kept',
    ],
    [
      'a link delivered in it and removed after it was delivered',
      { state: 'removed', stateSince: at('2026-11-02'), firstLiveAt: at('2026-10-02') },
      'delivered',
    ],
    [
      'a link that was gone when it was imported is never lost',
      { state: 'removed', stateSince: at('2026-10-20'), isBaselineRemoved: true },
      null,
    ],
    [
      'a link replaced in the month is replaced',
      { state: 'replaced', stateSince: at('2026-10-20') },
      'replaced',
    ],
    ['a link that ended in the month ended', { state: 'ended', stateSince: at('2026-10-20') }, 'ended'],
    ['a link let go in the month ended', { state: 'released', stateSince: at('2026-10-20') }, 'ended'],
    [
      'an agreement ended after the month without a link was awaited in it',
      { state: 'ended', stateSince: at('2026-11-02'), firstLiveAt: null },
      'awaited',
    ],
    ['the first moment of the month belongs to it', { firstLiveAt: OCTOBER.from }, 'delivered'],
    ['the first moment of the next does not', { firstLiveAt: OCTOBER.until }, 'awaited'],
  ])('%s', (_, given, expected) => {
    expect(sectionOf(link(given), OCTOBER)).toBe(expected);
  });
});

describe('isDelivered', () => {
  it.each<[string, Partial<ReportedPlacement>, boolean]>([
    ['first seen in the month', { firstLiveAt: at('2026-10-05') }, true],
    ['first seen in the month and lost since', { firstLiveAt: at('2026-10-05'), state: 'removed' }, true],
    ['first seen before', {}, false],
    ['never seen', { firstLiveAt: null }, false],
    ['standing in for a lost one', { firstLiveAt: at('2026-10-05'), isReplacement: true }, false],
  ])('%s', (_, given, expected) => {
    expect(isDelivered(link(given), OCTOBER)).toBe(expected);
  });
});

describe('standingOf', () => {
  it.each<[string, Partial<ReportedPlacement>, Standing]>([
    ['a link that was seen is live', {}, 'live'],
    ['a term that differs is said', { state: 'differs', lastVerdict: 'differs' }, 'differs'],
    ['a suspicion is said as one', { rechecking: true, lastVerdict: 'absent' }, 'rechecking'],
    [
      'a page that did not answer at the last look is not known',
      { lastVerdict: 'unreachable' },
      'could_not_tell',
    ],
    [
      'a page that could not be read at the last look is not known',
      { lastVerdict: 'unverifiable', rechecking: true },
      'could_not_tell',
    ],
    ['what a person saw counts', { lastVerdict: 'unverifiable', isSeenByHand: true }, 'live'],
    ['what nobody looked at is not known', { checkedAt: null, lastVerdict: null }, 'not_checked'],
    ['what must be looked at by hand is not known', { state: 'check_by_hand' }, 'could_not_tell'],
    ['what was looked at by hand is live', { state: 'check_by_hand', isSeenByHand: true }, 'live'],
    ['an awaited link is awaited', { state: 'awaited' }, 'awaited'],
    ['an awaited link past its day is overdue', { state: 'awaited', isOverdue: true }, 'overdue'],
    ['a removed link is removed', { state: 'removed', lastVerdict: 'unreachable' }, 'removed'],
  ])('%s', (_, given, expected) => {
    expect(standingOf(link(given))).toBe(expected);
  });

  it('has a word for every state', () => {
    for (const state of PLACEMENT_STATES) expect(STANDINGS).toContain(standingOf(link({ state })));
  });

  it('never takes what is not known for live or lost', () => {
    expect(STANDINGS.filter(isUnknown)).toEqual(['could_not_tell', 'not_checked', 'site_down']);
  });
});
