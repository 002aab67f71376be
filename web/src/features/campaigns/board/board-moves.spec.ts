import { describe, expect, it } from '@jest/globals';
import type { PitchBoard, PitchColumn, PitchRow } from '../campaign-views.js';
import { placeOf, withBack, withChanged, withMore, withMoved } from './board-moves.js';

const card = (id: string, stage: string, kind = 'guest') =>
  ({ id, kind, stage, daysInStage: 9, isStuck: true, nextStep: 'old' }) as PitchRow;
const column = (stage: string, ids: readonly string[], kind = 'guest'): PitchColumn => ({
  kind,
  stage,
  name: stage.toUpperCase(),
  isWon: false,
  count: ids.length + 3,
  items: ids.map((id) => card(id, stage, kind)),
  nextCursor: 'more',
});
const board: PitchBoard = {
  columns: [column('found', ['a', 'b', 'c']), column('pitched', ['d']), column('found', ['x'], 'haro')],
  totals: { count: 15, won: 0, lost: 0, decided: 0, overdue: 0, stuck: 0 },
};
const ids = (of: PitchBoard) => of.columns.map(({ items }) => items.map(({ id }) => id).join(''));
const counts = (of: PitchBoard) => of.columns.map(({ count }) => count);

describe('a card that is moved', () => {
  const moved = withMoved(board, 'b', { stage: 'pitched', nextStep: 'wait' });

  it('stands on top of its new stage at once, new there', () => {
    expect(ids(moved)).toEqual(['ac', 'bd', 'x']);
    expect(counts(moved)).toEqual([5, 5, 4]);
    expect(placeOf(moved, 'b')?.card).toMatchObject({
      stage: 'pitched',
      stageName: 'PITCHED',
      daysInStage: 0,
      isStuck: false,
      nextStep: 'wait',
    });
  });

  it('stands where it stood when it is refused, others stay', () => {
    const place = placeOf(board, 'b');
    const other = withMoved(moved, 'a', { stage: 'pitched', nextStep: '' });
    const back = withBack(other, place as NonNullable<typeof place>);
    expect(ids(back)).toEqual(['cb', 'ad', 'x']);
    expect(counts(back)).toEqual([5, 5, 4]);
    expect(placeOf(back, 'b')?.card).toEqual(place?.card);
  });

  it.each([
    ['to where it stands', 'b', 'found'],
    ['to a stage its kind has not', 'x', 'pitched'],
    ['that nobody knows', 'z', 'pitched'],
  ])('%s changes nothing', (_, id, stage) => {
    expect(withMoved(board, id, { stage, nextStep: '' })).toBe(board);
  });
});

it('more cards come once, at the end of their column', () => {
  const more = withMore(
    board,
    { kind: 'guest', stage: 'found' },
    { items: [card('c', 'found'), card('e', 'found')], nextCursor: null },
  );
  expect(ids(more)).toEqual(['abce', 'd', 'x']);
  expect(more.columns[0]?.nextCursor).toBeNull();
});

it('a change of a card leaves its place', () => {
  const changed = withChanged(board, 'b', { revision: 7 });
  expect(ids(changed)).toEqual(ids(board));
  expect(placeOf(changed, 'b')?.card.revision).toBe(7);
});
