import { memo, type ReactNode } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import classes from './virtual-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** A CSS grid track: "120px", "minmax(140px, 2fr)". */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell that names the row. Its first link or button gets the focus when `j` and `k` move. */
  readonly isRowHead?: boolean;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
  readonly isAll: boolean;
}

interface Props {
  readonly row: unknown;
  readonly id: string;
  /** What the row is called in "Select …". */
  readonly name: string;
  readonly index: number;
  readonly columns: readonly Column<unknown>[];
  readonly isActive: boolean;
  readonly isOpen: boolean;
  /** Undefined where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  readonly toggle: Selection['toggle'] | undefined;
  readonly onActive: (index: number) => void;
  readonly onOpen: ((row: unknown) => void) | undefined;
}

/**
 * One row of a wide table. It is drawn again only when something of it changes, and of plain elements: while one scrolls,
 * dozens of rows come and go with every frame.
 */
export const VirtualRow = memo(function VirtualRow(props: Props) {
  const { row, index, isSelected, toggle } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-active={props.isActive || undefined}
      data-open={props.isOpen || undefined}
      className={classes['row']}
      onClick={(event) => {
        props.onActive(index);
        if (!(event.target as Element).closest('a, button, input, label')) props.onOpen?.(row);
      }}
    >
      {toggle && <SelectCell {...props} toggle={toggle} />}
      {props.columns.map((column) => (
        <div
          key={column.key}
          role={column.isRowHead ? 'rowheader' : 'cell'}
          data-row-head={column.isRowHead || undefined}
          className={classes['cell']}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
});

function SelectCell({ id, name, isSelected, toggle }: Props & { readonly toggle: Selection['toggle'] }) {
  const t = useMessages();
  return (
    <div role="cell" className={classes['cell']}>
      <input
        type="checkbox"
        className={classes['box']}
        checked={isSelected ?? false}
        onChange={(event) => toggle(id, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
        aria-label={t.text('app.table.select', { name })}
      />
    </div>
  );
}
