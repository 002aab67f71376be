import { foldHeader } from './fold-header.js';

/** How many records at the top of a file are looked at for the header. */
export const HEADER_SEARCH = 40;

const ADDRESS_OR_MAIL = /^(?:https?:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]+\.[a-z]{2,})$/i;

/**
 * Finds the header among the first records of a file: the one that holds most of the known headers, at least two (tools write lines of their
 * own above it, D207, D208). Without known headers it is the first record of the width most records have; null when that one already holds an
 * address, and so is a row of data.
 */
export function headerRow(
  records: readonly (readonly string[])[],
  isKnown: (folded: string) => boolean,
): number | null {
  const top = records.slice(0, HEADER_SEARCH);
  const known = top.map((cells) => new Set(cells.map(foldHeader).filter((name) => isKnown(name))).size);
  const most = Math.max(0, ...known);
  if (most >= 2) return known.indexOf(most);
  const width = usualWidth(top);
  const first = top.findIndex((cells) => cells.length === width);
  if (first <= 0 && most === 0 && (top[0] ?? []).some((cell) => ADDRESS_OR_MAIL.test(cell.trim())))
    return null;
  return Math.max(first, 0);
}

/** The number of cells most records have; of two that are as frequent, the larger. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [best] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return best?.[0] ?? 0;
}
