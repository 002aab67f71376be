import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { CampaignKind, PitchColumn, PitchRow } from '../campaign-views.js';
import classes from './board.module.css';
import { BoardColumn, type ColumnWork, columnId } from './board-column.js';
import { announcements, besideColumn } from './drag-keys.js';
import { CardFace } from './pitch-card.js';

interface Props {
  readonly kind: CampaignKind;
  readonly columns: readonly PitchColumn[];
  readonly work: ColumnWork;
}

/** The pointer says the column; the keyboard has none, so there the card's own place does. */
const underHand: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args);

/** The board of one kind: cards are dragged from stage to stage by mouse, touch and keys. */
export function KindBoard({ kind, columns, work }: Props) {
  const t = useMessages();
  const [dragged, setDragged] = useState<PitchRow | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: besideColumn }),
  );
  const accessibility = useMemo(
    () => ({
      announcements: announcements(t, columns),
      screenReaderInstructions: { draggable: t.text('campaigns.board.howToMove') },
    }),
    [t, columns],
  );
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const { row } = (active.data.current ?? {}) as { row?: PitchRow };
    const to = columns.find((column) => columnId(column) === over?.id);
    if (row && to && to.stage !== row.stage) void work.moves.move(row, kind, to.stage);
  };
  const allowed = dragged && new Set([dragged.stage, ...(kind.moves[dragged.stage] ?? [])]);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underHand}
      accessibility={accessibility}
      onDragStart={({ active }) => setDragged((active.data.current as { row: PitchRow }).row)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <div className={classes['board']}>
        {columns.map((column) => (
          <BoardColumn
            key={columnId(column)}
            column={column}
            work={work}
            mayDrop={allowed ? allowed.has(column.stage) : undefined}
          />
        ))}
      </div>
      {createPortal(
        <DragOverlay dropAnimation={null}>
          {dragged && (
            <div className={classes['card']} data-overlay>
              <CardFace row={dragged} showsCampaign={work.showsCampaign} />
            </div>
          )}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}
