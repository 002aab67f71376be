/** One page that moved. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What stands between the two addresses of a line: an arrow, a tab, a semicolon, a comma, or blanks. */
const BETWEEN = /\s*(?:→|->|=>|\t)\s*|\s*[;,]\s*(?=https?:|\/)|\s+/u;

/**
 * Reads "old -> new", one pair a line, as copied from a sheet or a redirect list. A path alone is taken on the brand's
 * site. Lines that are not two addresses, or where nothing moves, are given back by number (from 1).
 */
export function movesFrom(
  text: string,
  homeUrl: string,
): { readonly moves: Move[]; readonly badLines: number[] } {
  const moves: Move[] = [];
  const badLines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [from, to, ...more] = line
      .trim()
      .split(BETWEEN)
      .map((part) => addressOf(part, homeUrl));
    if (from && to && more.length === 0 && from !== to) moves.push({ from, to });
    else badLines.push(index + 1);
  }
  return { moves, badLines };
}

function addressOf(text: string, homeUrl: string): string | null {
  const isAddress = /^https?:\/\//i.test(text) || text.startsWith('/');
  return isAddress && URL.canParse(text, homeUrl) ? new URL(text, homeUrl).href : null;
}
