import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';
import classes from './page-header.module.css';

/** The place in the top bar where a page's title goes; the frame fills it. */
export const PageHeaderSlot = createContext<HTMLElement | null>(null);

interface Props {
  readonly title: string;
  /** Quiet text beside the title: "1,284 followed · 1,211 live". */
  readonly note?: ReactNode;
  /** A link to the page above: `Placements / tuinblog.example`. */
  readonly parent?: ReactNode;
}

/** The title of a page, shown in the top bar and in the browser's tab. Every page has exactly one. */
export function PageHeader({ title, note, parent }: Props) {
  const slot = useContext(PageHeaderSlot);
  useEffect(() => {
    document.title = `${title} · Linkledger`;
  }, [title]);
  if (!slot) return null;
  return createPortal(
    <div className={classes['header']}>
      {parent && (
        <>
          <span className={classes['parent']}>{parent}</span>
          <span className={classes['parent']} aria-hidden>
            /
          </span>
        </>
      )}
      <h1 className={classes['title']}>{title}</h1>
      {note && <span className={classes['note']}>{note}</span>}
    </div>,
    slot,
  );
}
