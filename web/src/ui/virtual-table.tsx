import { Checkbox, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useElementScrollRestoration } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { drawnRows } from './drawn-rows.js';
import { type RowAct, useRowKeys } from './row-keys.js';
import { type Column, type Selection, VirtualRow } from './virtual-row.js';
import classes from './virtual-table.module.css';

export type { Column, Selection };

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** What a row is called in "Select …". */
  readonly nameOf: (row: Row) => string;
  /** The row as a card, for small screens. */
  readonly card: (row: Row) => ReactNode;
  readonly onOpen?: (row: Row) => void;
  readonly openId?: string | undefined;
  readonly selection?: Selection | undefined;
  /** The count of all rows, also of those not fetched yet; -1 when only the server knows. */
  readonly total: number;
  readonly isLoading?: boolean;
  /** Asks for the next page; called when the end comes near. */
  readonly onNearEnd?: () => void;
  /** Told which rows are drawn, so that news about the others can wait. */
  readonly onVisible?: (ids: ReadonlySet<string>) => void;
  /** Further keys that act on the row one stands on. */
  readonly acts?: readonly RowAct[] | undefined;
  /** How many rows before the end the next page is asked for. */
  readonly nearEnd?: number;
  /** Names the place kept on going back. */
  readonly placeId: string;
}

const ROW_HEIGHT = 36;
const CARD_HEIGHT = 126;
const NEAR_END = 20;
const SKELETON_ROWS = 12;

/**
 * A table of any length: only the rows on screen are drawn, the head stays, rows become cards on small screens.
 * Keys: `j` `k` move, `x` selects, `Enter` opens, `Esc` clears.
 */
export function VirtualTable<Row>(props: Props<Row>) {
  const { columns, rows, idOf, selection, onOpen, onNearEnd, onVisible, total, placeId } = props;
  const { nearEnd = NEAR_END } = props;
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const place = useElementScrollRestoration({ id: placeId });
  // The same function from drawing to drawing, else the place of every row would be reckoned anew with each of them.
  const keyOf = useCallback((index: number) => idOf(rows[index] as Row), [rows, idOf]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isSmall ? CARD_HEIGHT : ROW_HEIGHT),
    getItemKey: keyOf,
    rangeExtractor: drawnRows,
    ...(place?.scrollY ? { initialOffset: place.scrollY } : {}),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - nearEnd) onNearEnd?.();
  }, [last, rows.length, nearEnd, onNearEnd]);
  const first = items[0]?.index ?? 0;
  useEffect(() => {
    onVisible?.(new Set(rows.slice(first, last + 1).map(idOf)));
  }, [first, last, rows, idOf, onVisible]);
  const { active, setActive } = useRowKeys({
    count: rows.length,
    scroller,
    onMove: (index) => virtual.scrollToIndex(index),
    onOpen: onOpen && ((index) => onOpen(rows[index] as Row)),
    onSelect: selection && ((index) => selection.toggle(idOf(rows[index] as Row), false)),
    acts: props.acts,
    onEscape: selection && selection.ids.size > 0 ? selection.clear : undefined,
  });

  const tracks = [...(selection ? ['36px'] : []), ...columns.map(({ width }) => width)].join(' ');
  return (
    <div className={classes['frame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        data-scroll-restoration-id={placeId}
        // A region that scrolls must be reachable by keyboard even when no row is focused.
        tabIndex={0}
        role="region"
        aria-label={props.label}
      >
        <div
          role="table"
          aria-label={props.label}
          aria-rowcount={total < 0 ? -1 : total + 1}
          aria-busy={props.isLoading}
          className={classes['table']}
          style={{ '--tracks': tracks } as CSSProperties}
        >
          <TableHead columns={columns} selection={selection} isSmall={isSmall} />
          {props.isLoading ? (
            <SkeletonRows isSmall={isSmall} />
          ) : (
            <div
              role="rowgroup"
              className={classes['body']}
              // Rows follow one another below what is not drawn: rows placed one by one cost the browser three times as much.
              style={{ height: virtual.getTotalSize(), paddingTop: isSmall ? 0 : items[0]?.start }}
            >
              {items.map((item) => {
                const row = rows[item.index] as Row;
                const id = idOf(row);
                return isSmall ? (
                  <div
                    key={item.key}
                    ref={virtual.measureElement}
                    role="row"
                    aria-rowindex={item.index + 2}
                    aria-selected={selection?.ids.has(id)}
                    data-index={item.index}
                    data-active={active === item.index || undefined}
                    className={classes['card']}
                    style={{ transform: `translateY(${item.start}px)` }}
                    onClick={(event) => {
                      setActive(item.index);
                      if (!(event.target as Element).closest('a, button, input, label')) onOpen?.(row);
                    }}
                  >
                    <div role="cell" data-row-head className={classes['cardCell']}>
                      {props.card(row)}
                    </div>
                  </div>
                ) : (
                  <VirtualRow
                    key={item.key}
                    row={row}
                    id={id}
                    name={props.nameOf(row)}
                    index={item.index}
                    columns={columns as readonly Column<unknown>[]}
                    isActive={active === item.index}
                    isOpen={props.openId === id}
                    isSelected={selection?.ids.has(id)}
                    toggle={selection?.toggle}
                    onActive={setActive}
                    onOpen={onOpen as ((row: unknown) => void) | undefined}
                  />
                );
              })}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function TableHead<Row>({
  columns,
  selection,
  isSmall,
}: {
  readonly columns: readonly Column<Row>[];
  readonly selection: Selection | undefined;
  readonly isSmall: boolean;
}) {
  const t = useMessages();
  if (isSmall) return null;
  const some = selection !== undefined && selection.ids.size > 0;
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['headRow']}>
        {selection && (
          <div role="columnheader" className={classes['cell']}>
            <Checkbox
              checked={some && selection.isAll}
              indeterminate={some && !selection.isAll}
              onChange={selection.toggleAll}
              aria-label={t.text('app.table.selectAll')}
            />
          </div>
        )}
        {columns.map((column) => (
          <div key={column.key} role="columnheader" aria-sort={column.sorted} className={classes['cell']}>
            {column.head}
          </div>
        ))}
      </div>
    </div>
  );
}

function SkeletonRows({ isSmall }: { readonly isSmall: boolean }) {
  return (
    <div aria-hidden>
      {Array.from({ length: SKELETON_ROWS }, (_, index) => index).map((index) => (
        <div key={index} className={classes[isSmall ? 'skeletonCard' : 'skeletonRow']}>
          <Skeleton height={12} width={`${60 + ((index * 17) % 35)}%`} />
        </div>
      ))}
    </div>
  );
}
