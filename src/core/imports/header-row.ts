import { foldHeader } from './fold-header.js';

/** A longer cell is no header. */
const LONGEST = 200;

/** How many records at the top of a file are looked at for the header. */
const HEADER_SEARCH = 40;

const ADDRESS_OR_MAIL = /^(?:https?:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]+\.[a-z]{2,})$/i;

/**
 * Finds the header among the first records of a file: the one that holds most of the known headers, at least two (tools write lines of their
 * own above it, D207, D208). Without known headers it is the first record of the width that most records have, or the very first where there is
 * no such width; null when the first one already holds an address, and so is a row of data.
 */
export function headerRow(
  records: readonly (readonly string[])[],
  isKnown: (folded: string) => boolean,
): number | null {
  const top = records.slice(0, HEADER_SEARCH);
  const known = knownHeaders(top, isKnown);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most);
  const width = usualWidth(top);
  const first = top.findIndex((cells) => cells.length === width);
  if (first <= 0 && most === 0 && (top[0] ?? []).some((cell) => ADDRESS_OR_MAIL.test(cell.trim())))
    return null;
  return Math.max(first, 0);
}

/** How many different known headers each of the first records holds. */
export function knownHeaders(
  records: readonly (readonly string[])[],
  isKnown: (folded: string) => boolean,
): number[] {
  return records.slice(0, HEADER_SEARCH).map(
    (cells) =>
      new Set(
        cells
          .filter((cell) => cell.length <= LONGEST)
          .map(foldHeader)
          .filter(isKnown),
      ).size,
  );
}

/** The number of cells that more than half of the records have; without such a number that of the first one. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const widths = records.map((cells) => cells.length).sort((one, other) => one - other);
  const middle = widths[Math.floor(widths.length / 2)];
  const share = widths.filter((width) => width === middle).length / Math.max(widths.length, 1);
  return share > 0.5 && middle !== undefined ? middle : (records[0]?.length ?? 0);
}
