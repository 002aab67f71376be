import { describe, expect, it } from '@jest/globals';
import type { ConflictReason } from '../prospects/conflict.js';
import { type AddingRefusal, type Guards, refusalToAdd } from './adding-guard.js';

const warns: Guards = { onConflict: 'warn', onExclusion: 'warn', isReleased: false };
const blocks: Guards = { onConflict: 'block', onExclusion: 'block', isReleased: false };
const released: Guards = { ...blocks, isReleased: true };

describe('refusalToAdd', () => {
  it.each<[string, readonly ConflictReason[], Guards, AddingRefusal | null]>([
    ['a free site is taken', [], blocks, null],
    ['a campaign that warns takes all', ['do_not_contact', 'excluded', 'locked_by_other'], warns, null],
    ['do not contact comes first', ['excluded', 'do_not_contact'], blocks, 'pitch.do_not_contact'],
    ['an exclusion blocks', ['excluded', 'contacted_lately'], blocks, 'pitch.excluded'],
    ['a lock of a colleague blocks', ['locked_by_other'], blocks, 'pitch.conflict'],
    ['the cool-down blocks', ['contacted_lately'], blocks, 'pitch.conflict'],
    ['another client of ours blocks', ['contacted_for_other_client'], blocks, 'pitch.conflict'],
    ['a link that stands never blocks', ['already_links'], blocks, null],
    ['a release lets a conflict pass', ['contacted_for_other_client'], released, null],
    ['a release passes no exclusion', ['excluded', 'contacted_lately'], released, 'pitch.excluded'],
  ])('%s', (_, reasons, guards, expected) => {
    expect(refusalToAdd(reasons, guards)).toBe(expected);
  });
});
