/** A domain of an open list with its places: harmonic centrality and PageRank of Common Crawl, or Tranco's one rank. */
export interface RankedLine {
  /** As the list writes it: reversed (`com.example`) by Common Crawl, plain by Tranco. */
  readonly name: string;
  readonly first: number;
  readonly second: number | null;
}

/** Where a ranks file keeps what we read, as numbers of its columns. */
export interface RankColumns {
  readonly name: number;
  readonly harmonic: number;
  readonly pagerank: number;
}

/** The columns of files without a header (D224). */
export const USUAL_COLUMNS: RankColumns = { name: 4, harmonic: 0, pagerank: 2 };

/** The longest line that is read: names have at most 253 characters, and numbers stand beside them. */
export const LONGEST_LINE = 2048;

const RANK = /^[1-9]\d{0,11}$/;
const NAME = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i;

/** Reads the header of a ranks file (`#harmonicc_pos #harmonicc_val #pr_pos #pr_val #host_rev #n_hosts`); null when the line is none. */
export function readRankColumns(line: string): RankColumns | null {
  if (!line.startsWith('#')) return null;
  const words = line
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^#/, ''));
  const [name, harmonic, pagerank] = ['host_rev', 'harmonicc_pos', 'pr_pos'].map((word) =>
    words.indexOf(word),
  );
  const missing = [name, harmonic, pagerank].some((column) => column === undefined || column < 0);
  return missing ? null : ({ name, harmonic, pagerank } as RankColumns);
}

/** Reads one row of Common Crawl's domain ranks; null when it is none. */
export function readRanksLine(line: string, columns: RankColumns): RankedLine | null {
  const cells = line.split('\t');
  const name = cells[columns.name]?.trim() ?? '';
  const first = cells[columns.harmonic] ?? '';
  const second = cells[columns.pagerank] ?? '';
  if (!RANK.test(first) || !RANK.test(second) || !NAME.test(name)) return null;
  return { name: name.toLowerCase(), first: Number(first), second: Number(second) };
}

/** Reads one row of a Tranco list, `rank,domain` without header (D230); null when it is none. */
export function readTrancoLine(line: string): RankedLine | null {
  const comma = line.indexOf(',');
  const rank = line.slice(0, Math.max(0, comma));
  const name = line.slice(comma + 1).trim();
  if (!RANK.test(rank) || !NAME.test(name)) return null;
  return { name: name.toLowerCase(), first: Number(rank), second: null };
}

/** A name with its labels the other way round: `com.example` and `example.com`. */
export function reversedName(name: string): string {
  return name.split('.').reverse().join('.');
}
