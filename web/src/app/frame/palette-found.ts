import type { ReactNode } from 'react';

/** Something the palette offers: a place to go to, or an act of the page on screen. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: ReactNode;
  /** The keys that do the same, parted by blanks. */
  readonly keys?: string;
  readonly to?: string;
  readonly run?: () => void;
}

/** What was found of one sort, under its name. */
export interface FoundGroup {
  readonly name: string;
  readonly found: readonly Found[];
}

/** Records of each sort that are shown. */
export const FOUND_OF_EACH = 6;
/** Shorter words find no records. */
export const MIN_LETTERS = 2;
