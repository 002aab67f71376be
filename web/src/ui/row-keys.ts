import { type RefObject, useEffect, useRef, useState } from 'react';
import { useKeys } from '../app/keys/keys-provider.js';
import { useMessages } from '../i18n/messages-provider.js';

/** A key that does something to the row one stands on. */
export interface RowAct {
  readonly keys: string;
  readonly label: string;
  readonly run: (index: number) => void;
}

interface RowKeys {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Brings a row into view. */
  readonly onMove?: ((index: number) => void) | undefined;
  readonly onOpen?: ((index: number) => void) | undefined;
  readonly onSelect?: ((index: number) => void) | undefined;
  readonly onEscape?: (() => void) | undefined;
  readonly acts?: readonly RowAct[] | undefined;
}

/**
 * Moves through rows by `j` and `k`. A row is an element with `data-index`; inside it the first link or button of
 * `data-row-head` takes the focus, so that screen readers follow and `Enter` opens it by itself.
 */
export function useRowKeys({ count, scroller, onMove, onOpen, onSelect, onEscape, acts }: RowKeys) {
  const t = useMessages();
  const [active, setActive] = useState(-1);
  const wanted = useRef<number | null>(null);

  const move = (by: 1 | -1) => {
    const next = Math.min(Math.max(active + by, 0), count - 1);
    if (next < 0) return;
    wanted.current = next;
    setActive(next);
    onMove?.(next);
  };
  // A row far away is drawn only after the list has scrolled to it, so every drawing looks for it.
  useEffect(() => {
    if (wanted.current === null) return;
    const head = scroller.current?.querySelector<HTMLElement>(
      `[data-index="${wanted.current}"] [data-row-head]`,
    );
    const link = head?.querySelector<HTMLElement>('a, button');
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'nearest' });
  });

  const at = (act: (index: number) => void) => () => {
    if (active >= 0 && active < count) act(active);
  };
  useKeys([
    { keys: 'j', label: t.text('app.keys.next'), run: () => move(1) },
    { keys: 'k', label: t.text('app.keys.previous'), run: () => move(-1) },
    ...(onSelect ? [{ keys: 'x', label: t.text('app.keys.select'), run: at(onSelect) }] : []),
    ...(onOpen ? [{ keys: 'Enter', label: t.text('app.keys.open'), run: at(onOpen) }] : []),
    ...(acts ?? []).map(({ keys, label, run }) => ({ keys, label, run: at(run) })),
    ...(onEscape ? [{ keys: 'Escape', label: t.text('app.keys.clear'), run: onEscape }] : []),
  ]);
  return { active, setActive };
}
