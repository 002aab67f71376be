import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The body of a page that scrolls; `fill` gives one that does not (a `VirtualTable` scrolls inside it). */
export function Page({
  children,
  fill = false,
  narrow = false,
}: {
  readonly children: ReactNode;
  readonly fill?: boolean;
  readonly narrow?: boolean;
}) {
  return (
    <div className={classes[fill ? 'fill' : 'page']}>
      <div className={classes['inner']} data-narrow={narrow || undefined}>
        {children}
      </div>
    </div>
  );
}

/** A card with a head: the panels a page is made of. */
export function Panel({
  title,
  aside,
  children,
  flush = false,
}: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
}) {
  return (
    <section className={classes['panel']}>
      {title && (
        <header className={classes['panelHead']}>
          <h2 className={classes['panelTitle']}>{title}</h2>
          {aside && <div className={classes['panelAside']}>{aside}</div>}
        </header>
      )}
      <div className={flush ? undefined : classes['panelBody']}>{children}</div>
    </section>
  );
}

/** Name and value in two columns, as a description list. */
export function Facts({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={classes['facts']}>
      {rows.map(({ name, value }) => (
        <div key={name} className={classes['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
