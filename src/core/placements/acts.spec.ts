import { describe, expect, it } from '@jest/globals';
import { allowedActs, mayAct } from './acts.js';
import { PLACEMENT_STATES, type PlacementState } from './placement.js';

describe('allowedActs', () => {
  it.each<[PlacementState, string]>([
    ['awaited', 'end release replace'],
    ['live', 'accept end release replace'],
    ['differs', 'accept end release replace'],
    ['removed', 'end release replace'],
    ['site_down', 'end release replace'],
    ['site_gone', 'end release replace'],
    ['check_by_hand', 'end release replace'],
    ['ended', 'reopen'],
    ['released', 'reopen'],
    ['replaced', 'reopen'],
  ])('of one that is %s: %s', (state, acts) => {
    expect(allowedActs(state).join(' ')).toBe(acts);
  });

  it('a closed one cannot be closed again', () => {
    expect(mayAct('ended', 'end')).toBe(false);
    expect(mayAct('live', 'end')).toBe(true);
  });

  it('only what was seen can be accepted as it is', () => {
    expect(PLACEMENT_STATES.filter((state) => mayAct(state, 'accept'))).toEqual(['live', 'differs']);
  });
});
