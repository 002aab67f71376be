import { describe, expect, it } from '@jest/globals';
import type { PlacementState } from '../placements/placement.js';
import {
  actsOf,
  endOfLines,
  type LineOutcome,
  type PlacementChange,
  type ReclamationState,
  reclaimStep,
  whatHappened,
} from './reclaim.js';

describe('a change of state', () => {
  it.each<[string, Pick<PlacementChange, 'from' | 'to'> & Partial<PlacementChange>, string]>([
    ['a live link that is gone is asked about', { from: 'live', to: 'removed' }, 'propose'],
    ['a live link that differs is asked about', { from: 'live', to: 'differs' }, 'propose'],
    ['a differing link that is gone is asked about', { from: 'differs', to: 'removed' }, 'propose'],
    ['a site that went down for good is asked about', { from: 'site_down', to: 'site_gone' }, 'propose'],
    [
      'a link that came up differently than agreed is asked about',
      { from: 'awaited', to: 'differs' },
      'propose',
    ],
    ['a link that never came is only overdue', { from: 'awaited', to: 'removed' }, 'none'],
    [
      'an imported link that is not there was never seen',
      { from: 'awaited', to: 'removed', isBaseline: true },
      'none',
    ],
    [
      'an imported link that differs was imported so',
      { from: 'awaited', to: 'differs', isBaseline: true },
      'none',
    ],
    [
      'nobody is asked while our own target fails',
      { from: 'live', to: 'removed', targetFailing: true },
      'none',
    ],
    ['a site that is down may be down for us alone', { from: 'live', to: 'site_down' }, 'none'],
    ['what could not be checked accuses nobody', { from: 'live', to: 'check_by_hand' }, 'none'],
    ['a link that is back settles it', { from: 'removed', to: 'live' }, 'restored'],
    ['a placement that ended settles it', { from: 'removed', to: 'ended' }, 'ended'],
    ['a partner who was let go owes nothing', { from: 'removed', to: 'released' }, 'ended'],
    ['a replaced placement settles it', { from: 'removed', to: 'replaced' }, 'replaced'],
  ])('%s', (_, change, expected) => {
    expect(reclaimStep({ isBaseline: false, targetFailing: false, ...change })).toBe(expected);
  });
});

describe('acts of a person', () => {
  it.each<[ReclamationState, readonly string[]]>([
    ['proposed', ['send', 'dismiss']],
    ['sent', ['send', 'answer', 'refuse', 'dismiss']],
    ['answered', ['send', 'answer', 'refuse', 'dismiss']],
    ['restored', []],
    ['refused', ['reopen']],
    ['dismissed', ['reopen']],
  ])('that fit one that is %s', (state, acts) => {
    expect(actsOf(state)).toEqual(acts);
  });
});

describe('a reclamation without open lines', () => {
  it.each<[string, readonly LineOutcome[], string | null]>([
    ['goes on while a line is open', ['restored', 'open'], null],
    ['is restored when one is back', ['ended', 'restored'], 'restored'],
    ['has nothing left to ask for', ['ended', 'replaced'], 'dismissed'],
  ])('%s', (_, outcomes, expected) => {
    expect(endOfLines(outcomes)).toBe(expected);
  });
});

describe('what happened to our link', () => {
  it.each<[string, PlacementState, readonly string[], string | null]>([
    ['a removed link is gone', 'removed', ['link_absent'], 'gone'],
    ['so is one whose site is gone', 'site_gone', ['domain_parked'], 'gone'],
    ['a link that lost its vote is not followed', 'differs', ['rel_not_follow'], 'unfollowed'],
    ['another anchor says nothing of other links', 'differs', ['anchor_differs'], null],
  ])('%s', (_, state, codes, expected) => {
    expect(whatHappened(state, codes)).toBe(expected);
  });
});
