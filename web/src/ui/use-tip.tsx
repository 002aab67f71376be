import { Tooltip } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';

interface Tip<Of extends HTMLElement> {
  /** What the element that is explained takes. */
  readonly on: {
    readonly ref: React.RefObject<Of | null>;
    readonly onMouseEnter: () => void;
    readonly onMouseLeave: () => void;
  };
  /** The words, to stand beside the element; nothing until one points at it. */
  readonly shown: ReactNode;
}

/** Words shown while one points at an element, made only then: a tooltip that waits on every row of a long table costs more than the row. */
export function useTip<Of extends HTMLElement>(words: () => string): Tip<Of> {
  const ref = useRef<Of>(null);
  const [isOn, setOn] = useState(false);
  return {
    on: { ref, onMouseEnter: () => setOn(true), onMouseLeave: () => setOn(false) },
    shown: isOn && <Tooltip target={ref} label={words()} opened />,
  };
}
