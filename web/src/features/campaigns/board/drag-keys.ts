import type { Announcements, KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { Messages } from '../../../i18n/messages.js';
import { type PitchColumn, type PitchRow, pitchName } from '../campaign-views.js';
import { columnId } from './board-column.js';

/** Where in a column a card is put by the keyboard: inside it, under its head. */
const INSIDE = { x: 8, y: 40 } as const;

/** The arrow keys carry a card to the column beside. Columns stand in the order of their left edges. */
export const besideColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const columns = [...context.droppableRects.entries()].sort(([, one], [, other]) => one.left - other.left);
  const here = columns.findIndex(([id]) => id === context.over?.id);
  const at = here >= 0 ? here : columns.findIndex(([, rect]) => rect.right > currentCoordinates.x);
  const next = columns[at + step]?.[1];
  return next ? { x: next.left + INSIDE.x, y: next.top + INSIDE.y } : undefined;
};

/** What a screen reader is told while a card is moved. */
export function announcements(t: Messages, columns: readonly PitchColumn[]): Announcements {
  const stage = (id: unknown) => columns.find((column) => columnId(column) === id)?.name;
  const name = (data: unknown) => {
    const { row } = (data ?? {}) as { row?: PitchRow };
    return row ? pitchName(row) : '';
  };
  return {
    onDragStart: ({ active }) => t.text('campaigns.board.taken', { name: name(active.data.current) }),
    onDragOver: ({ active, over }) => {
      const stageName = stage(over?.id);
      return stageName === undefined
        ? t.text('campaigns.board.overNothing', { name: name(active.data.current) })
        : t.text('campaigns.board.over', { name: name(active.data.current), stage: stageName });
    },
    onDragEnd: ({ active, over }) => {
      const stageName = stage(over?.id);
      return stageName === undefined
        ? t.text('campaigns.board.stays', { name: name(active.data.current) })
        : t.text('campaigns.board.dropped', { name: name(active.data.current), stage: stageName });
    },
    onDragCancel: ({ active }) => t.text('campaigns.board.stays', { name: name(active.data.current) }),
  };
}
