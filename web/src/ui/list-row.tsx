import type { ReactNode } from 'react';
import classes from './list-row.module.css';

/** Rows under each other, parted by lines, in a panel. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={classes['rows']} aria-label={label}>
      {children}
    </ul>
  );
}

interface Props {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** In front of the title: a mark, a badge. */
  readonly lead?: ReactNode;
  /** At the end: buttons, figures. */
  readonly children?: ReactNode;
}

/** One row: a title, quiet text under it, buttons at the end. */
export function ListRow({ title, note, lead, children }: Props) {
  return (
    <li className={classes['row']}>
      {lead}
      <div className={classes['text']}>
        <div className={classes['title']}>{title}</div>
        {note && <div className={classes['note']}>{note}</div>}
      </div>
      {children && <div className={classes['end']}>{children}</div>}
    </li>
  );
}
