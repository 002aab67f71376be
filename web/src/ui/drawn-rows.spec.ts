import { expect, it } from '@jest/globals';
import { drawnRows } from './drawn-rows.js';

it.each([
  ['at the top: none before the first', { startIndex: 0, endIndex: 22, count: 200 }, [0, 35]],
  ['far down: whole blocks on both sides', { startIndex: 100, endIndex: 122, count: 200 }, [88, 135]],
  ['a row further: the same rows', { startIndex: 101, endIndex: 123, count: 200 }, [88, 135]],
  [
    'a block further: a block comes and a block goes',
    { startIndex: 104, endIndex: 126, count: 200 },
    [92, 139],
  ],
  ['at the end: none behind the last', { startIndex: 177, endIndex: 199, count: 200 }, [164, 199]],
  ['fewer rows than fit', { startIndex: 0, endIndex: 2, count: 3 }, [0, 2]],
])('%s', (_, inView, [first, last]) => {
  const rows = drawnRows(inView);
  expect([rows[0], rows.at(-1), rows.length]).toEqual([first, last, Number(last) - Number(first) + 1]);
});

it('nothing is drawn of an empty list', () => {
  expect(drawnRows({ startIndex: 0, endIndex: 0, count: 0 })).toEqual([]);
});
