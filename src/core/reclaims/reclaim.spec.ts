import { describe, expect, it } from '@jest/globals';
import type { PlacementState } from '../placements/placement.js';
import {
  actsOf,
  endOfLines,
  type LineOutcome,
  type ReclamationState,
  reclaimStep,
  whatHappened,
} from './reclaim.js';

const step = (from: PlacementState, to: PlacementState, more = {}) =>
  reclaimStep({ from, to, isBaseline: false, targetFailing: false, ...more });

describe('a change of state', () => {
  it.each<[string, PlacementState, PlacementState, object, string]>([
    ['a live link that is gone is asked about', 'live', 'removed', {}, 'propose'],
    ['a live link that differs is asked about', 'live', 'differs', {}, 'propose'],
    ['a differing link that is gone is asked about', 'differs', 'removed', {}, 'propose'],
    ['a site that went down for good is asked about', 'site_down', 'site_gone', {}, 'propose'],
    ['a link that came up differently than agreed is asked about', 'awaited', 'differs', {}, 'propose'],
    ['a link that never came is only overdue', 'awaited', 'removed', {}, 'none'],
    ['an imported link that is not there was never seen', 'awaited', 'removed', { isBaseline: true }, 'none'],
    ['an imported link that differs was imported so', 'awaited', 'differs', { isBaseline: true }, 'none'],
    ['nobody is asked while our own target fails', 'live', 'removed', { targetFailing: true }, 'none'],
    ['a site that is down may be down for us alone', 'live', 'site_down', {}, 'none'],
    ['what could not be checked accuses nobody', 'live', 'check_by_hand', {}, 'none'],
    ['a link that is back settles it', 'removed', 'live', {}, 'restored'],
    ['a placement that ended settles it', 'removed', 'ended', {}, 'ended'],
    ['a partner who was let go owes nothing', 'removed', 'released', {}, 'ended'],
    ['a replaced placement settles it', 'removed', 'replaced', {}, 'replaced'],
  ])('%s', (_, from, to, more, expected) => {
    expect(step(from, to, more)).toBe(expected);
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
