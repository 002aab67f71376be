import type { ComponentPropsWithoutRef } from 'react';

/** So long one rests on a row before what its page shows is asked for. */
const REST_MS = 120;
let resting: ReturnType<typeof setTimeout> | undefined;

interface Props extends ComponentPropsWithoutRef<'a'> {
  readonly href: string;
  /** A plain click. */
  readonly onOpen: () => void;
  /** One rests on the link: it may be opened soon. Rows that only pass by are not asked for. */
  readonly onPrefetch: () => void;
}

/**
 * The link of a row of a long table to the row's own page. It is a plain element, because a link of the router costs more
 * than all other cells of the row together; clicks with a key held stay the browser's.
 */
export function RowLink({ href, onOpen, onPrefetch, ...own }: Props) {
  const settle = () => {
    clearTimeout(resting);
    resting = setTimeout(onPrefetch, REST_MS);
  };
  return (
    <a
      href={href}
      {...own}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onOpen();
      }}
      onMouseEnter={settle}
      onFocus={settle}
    />
  );
}
