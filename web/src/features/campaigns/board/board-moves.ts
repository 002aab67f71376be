import type { PitchBoard, PitchColumn, PitchRow } from '../campaign-views.js';

/** Where a card stood: its column and its place in it. */
export interface CardPlace {
  readonly card: PitchRow;
  readonly index: number;
}

/** The card of a pitch with its place; null where the board does not show it. */
export function placeOf(board: PitchBoard, pitchId: string): CardPlace | null {
  for (const column of board.columns) {
    const index = column.items.findIndex((item) => item.id === pitchId);
    const card = column.items[index];
    if (card) return { card, index };
  }
  return null;
}

/** The board with a card on top of another stage, as it looks the moment it is moved. */
export function withMoved(
  board: PitchBoard,
  pitchId: string,
  to: { stage: string; nextStep: string },
): PitchBoard {
  const place = placeOf(board, pitchId);
  const column = board.columns.find(({ kind, stage }) => kind === place?.card.kind && stage === to.stage);
  if (!place || !column || place.card.stage === to.stage) return board;
  const card: PitchRow = {
    ...place.card,
    stage: to.stage,
    stageName: column.name,
    stageSince: new Date().toISOString(),
    daysInStage: 0,
    isStuck: false,
    nextStep: to.nextStep,
    nextStepOn: null,
    isOverdue: false,
  };
  return putAt(without(board, pitchId), card, 0);
}

/** The board with a card back where it stood before it was moved. */
export function withBack(board: PitchBoard, { card, index }: CardPlace): PitchBoard {
  return putAt(without(board, card.id), card, index);
}

/** The board with something about a card changed, wherever it stands. */
export function withChanged(board: PitchBoard, pitchId: string, change: Partial<PitchRow>): PitchBoard {
  return {
    ...board,
    columns: board.columns.map((column) =>
      column.items.some(({ id }) => id === pitchId)
        ? {
            ...column,
            items: column.items.map((item) => (item.id === pitchId ? { ...item, ...change } : item)),
          }
        : column,
    ),
  };
}

/** The board with more cards at the end of a column; those it shows already are left out. */
export function withMore(
  board: PitchBoard,
  at: Pick<PitchColumn, 'kind' | 'stage'>,
  page: Pick<PitchColumn, 'items' | 'nextCursor'>,
): PitchBoard {
  const shown = new Set(board.columns.flatMap(({ items }) => items.map(({ id }) => id)));
  const fresh = page.items.filter(({ id }) => !shown.has(id));
  return changeColumn(board, at, (column) => ({
    ...column,
    items: [...column.items, ...fresh],
    nextCursor: page.nextCursor,
  }));
}

function without(board: PitchBoard, pitchId: string): PitchBoard {
  const place = placeOf(board, pitchId);
  if (!place) return board;
  return changeColumn(board, place.card, (column) => ({
    ...column,
    count: column.count - 1,
    items: column.items.filter(({ id }) => id !== pitchId),
  }));
}

function putAt(board: PitchBoard, card: PitchRow, index: number): PitchBoard {
  return changeColumn(board, card, (column) => ({
    ...column,
    count: column.count + 1,
    items: column.items.toSpliced(index, 0, card),
  }));
}

function changeColumn(
  board: PitchBoard,
  { kind, stage }: Pick<PitchColumn, 'kind' | 'stage'>,
  change: (column: PitchColumn) => PitchColumn,
): PitchBoard {
  return {
    ...board,
    columns: board.columns.map((column) =>
      column.kind === kind && column.stage === stage ? change(column) : column,
    ),
  };
}
