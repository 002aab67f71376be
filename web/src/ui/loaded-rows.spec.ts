import { describe, expect, it } from '@jest/globals';
import type { PlacementRow } from '../api/placement-views.js';
import { type LoadedRows, withoutRows, withRow } from './loaded-rows.js';

const row = (id: string, state = 'live') => ({ id, state }) as PlacementRow;
const page = (...items: PlacementRow[]) => ({ items, nextCursor: null, total: 4, totalIsExact: true });
const loaded: LoadedRows<PlacementRow> = {
  pages: [page(row('a'), row('b')), page(row('c'), row('d'))],
  pageParams: [null, 'x'],
};

describe('loaded rows', () => {
  it('a newer row takes its place, other pages stay the same objects', () => {
    const next = withRow(loaded, row('c', 'removed'));
    expect(next.pages[1]?.items[0]?.state).toBe('removed');
    expect(next.pages[0]).toBe(loaded.pages[0]);
  });

  it('a row that is not loaded changes nothing', () => {
    expect(withRow(loaded, row('z'))).toBe(loaded);
    expect(withoutRows(loaded, new Set(['z']))).toBe(loaded);
  });

  it('rows that leave are counted off on every page', () => {
    const next = withoutRows(loaded, new Set(['a', 'd']));
    expect(next.pages.flatMap((one) => one.items.map((each) => each.id))).toEqual(['b', 'c']);
    expect(next.pages.map((one) => one.total)).toEqual([2, 2]);
  });

  it('a total that was not counted to its end is left alone', () => {
    const many: LoadedRows<PlacementRow> = {
      ...loaded,
      pages: [{ ...page(row('a')), total: 10_000, totalIsExact: false }],
    };
    expect(withoutRows(many, new Set(['a'])).pages[0]?.total).toBe(10_000);
  });
});
