/** Rows come and go in blocks of so many: most movements then draw nothing, and the browser scrolls by itself. */
const BLOCK = 4;
/** So many rows beyond what is in view are drawn, so that a quick hand does not see where they end. */
const BEYOND = 12;

interface InView {
  readonly startIndex: number;
  readonly endIndex: number;
  /** How many rows there are. */
  readonly count: number;
}

/** Which rows of a long table are drawn while some of them are in view: whole blocks with some rows to spare on both sides. */
export function drawnRows({ startIndex, endIndex, count }: InView): number[] {
  const from = Math.max(0, Math.floor((startIndex - BEYOND) / BLOCK) * BLOCK);
  const to = Math.min(count, Math.ceil((endIndex + 1 + BEYOND) / BLOCK) * BLOCK);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
