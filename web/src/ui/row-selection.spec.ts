import { describe, expect, it } from '@jest/globals';
import { headBox, NOTHING, reachOf, selectionSize, selectRange, toggle } from './row-selection.js';

const LOADED = ['a', 'b', 'c', 'd'];
const some = (...ids: string[]) => ({ kind: 'some' as const, ids: new Set(ids) });

describe('selection of rows', () => {
  it('one row goes in and out', () => {
    const one = toggle(NOTHING, 'b', LOADED);
    expect(one).toEqual(some('b'));
    expect(toggle(one, 'b', LOADED)).toEqual(some());
  });

  it('taking a row out of all leaves the other loaded rows', () => {
    expect(toggle({ kind: 'all' }, 'b', LOADED)).toEqual(some('a', 'c', 'd'));
  });

  it.each([
    ['downwards', 'b', 'd'],
    ['upwards', 'd', 'b'],
  ])('a range goes %s', (_, from, to) => {
    expect(selectRange(some('a'), from, to, LOADED)).toEqual(some('a', 'b', 'c', 'd'));
  });

  it('a range from a row that left the list is one row', () => {
    expect(selectRange(NOTHING, 'gone', 'c', LOADED)).toEqual(some('c'));
  });

  it('all counts what the filter matches, not what is loaded', () => {
    expect(selectionSize({ kind: 'all' }, 4200)).toBe(4200);
    expect(selectionSize(some('a'), 4200)).toBe(1);
  });

  it.each([
    ['some of them', some('a'), { size: 1, sizeIsExact: true, others: { total: 4, isExact: false } }],
    ['each of them by hand', some(...LOADED), { size: 4, sizeIsExact: true, others: null }],
    ['all that match, however many', { kind: 'all' as const }, { size: 4, sizeIsExact: false, others: null }],
  ])('an act reaches %s', (_, selection, reach) => {
    expect(reachOf(selection, { total: 4, totalIsExact: false })).toEqual(reach);
  });

  it.each([
    ['empty', NOTHING, { checked: false, indeterminate: false }],
    ['half', some('a'), { checked: false, indeterminate: true }],
    ['full when every loaded row is in', some(...LOADED), { checked: true, indeterminate: false }],
    ['full when all that match are', { kind: 'all' as const }, { checked: true, indeterminate: false }],
  ])('the box in the head is %s', (_, selection, box) => {
    expect(headBox(selection, LOADED)).toEqual(box);
  });
});
