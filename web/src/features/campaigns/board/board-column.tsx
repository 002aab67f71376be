import { useDroppable } from '@dnd-kit/core';
import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import type { PitchColumn, PitchRow } from '../campaign-views.js';
import classes from './board.module.css';
import { PitchCard } from './pitch-card.js';
import type { Moves } from './use-moves.js';

const CARD_HEIGHT = 94;
const NEAR_END = 10;

/** What every column of a board is given. */
export interface ColumnWork {
  readonly moves: Moves;
  readonly onMove: ((row: PitchRow) => void) | undefined;
  readonly onMore: (column: PitchColumn) => void;
  readonly showsCampaign: boolean;
  /** Cards that are selected; undefined for who may not act on them. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly onSelect: (id: string, isRange: boolean) => void;
}

interface Props {
  readonly column: PitchColumn;
  readonly work: ColumnWork;
  /** While a card is dragged: whether it may come here; undefined when none is. */
  readonly mayDrop?: boolean | undefined;
  /** One column on a small screen: nothing is dragged, and the picker above says its name. */
  readonly isAlone?: boolean;
}

/** The name under which a column takes what is dropped on it. */
export function columnId({ kind, stage }: Pick<PitchColumn, 'kind' | 'stage'>): string {
  return `${kind} ${stage}`;
}

/** A stage that takes what is dropped on it. */
export function BoardColumn({ column, work, mayDrop, isAlone = false }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: columnId(column), disabled: isAlone });
  return (
    <div
      ref={setNodeRef}
      className={classes['column']}
      data-over={isOver || undefined}
      data-may={mayDrop}
      data-alone={isAlone || undefined}
    >
      <ColumnCards column={column} work={work} isAlone={isAlone} />
    </div>
  );
}

/**
 * The cards of a stage; of a long one only those on screen are drawn, and more are fetched as one scrolls. While a card is dragged
 * over columns none of this is drawn again.
 */
const ColumnCards = memo(function ColumnCards({
  column,
  work,
  isAlone,
}: Required<Pick<Props, 'column' | 'work' | 'isAlone'>>) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, nextCursor } = column;
  const { onMore } = work;
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 2,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (nextCursor !== null && last >= items.length - NEAR_END) onMore(column);
  }, [nextCursor, last, items.length, column, onMore]);
  const label = t.text('campaigns.board.column', { name: column.name, count: column.count });
  return (
    <>
      {!isAlone && (
        <h2 className={classes['columnHead']}>
          {column.name} <span className={classes['count']}>{countInWords(column.count, true, t)}</span>
        </h2>
      )}
      {/* A region that scrolls must be reachable by keyboard even when it holds nothing to focus. */}
      <Box
        component="section"
        ref={scroller}
        className={classes['cards'] ?? ''}
        aria-label={label}
        tabIndex={0}
      >
        <ul className={classes['cardList']} style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const row = items[item.index];
            return row === undefined ? null : (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-setsize={column.count}
                aria-posinset={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <PitchCard
                  row={row}
                  refusal={work.moves.refusals.get(row.id)}
                  onForget={work.moves.forget}
                  onMove={work.onMove}
                  isDragged={!isAlone}
                  showsCampaign={work.showsCampaign}
                  isSelected={work.selected?.has(row.id)}
                  onSelect={work.onSelect}
                />
              </li>
            );
          })}
        </ul>
      </Box>
    </>
  );
});
