import type { AuthoritySource } from '../../core/sites/authority.js';
import {
  LONGEST_LINE,
  type RankedLine,
  readRankColumns,
  readRanksLine,
  readTrancoLine,
  reversedName,
  USUAL_COLUMNS,
} from '../../core/sites/authority-lines.js';
import type { NameFilter } from '../../core/sites/name-filter.js';
import { linesOf } from '../../platform/lists/lines.js';
import type { RankedDomain } from './authority.repository.js';

/** What went through the sieve so far. */
export interface Sifted {
  readonly domains: readonly RankedDomain[];
  /** Rows read well, of all lines so far. */
  readonly listed: number;
  readonly unreadable: number;
}

/** Domains handed on at once, and rows after which the sieve tells how far it is also without any. */
const BATCH = 1000;
const TELL_EVERY = 500_000;

/** How our domains are written in a list: Common Crawl turns the labels round. */
export function listedName(source: AuthoritySource, siteKey: string): string {
  return source === 'common_crawl' ? reversedName(siteKey) : siteKey;
}

/**
 * Sifts a list by our own names: reads every line once, counts them, and hands on those that may be ours, some at a time. Keeps nothing else.
 */
export async function* sift(
  source: AuthoritySource,
  bytes: AsyncIterable<Buffer>,
  ours: NameFilter,
): AsyncGenerator<Sifted> {
  const read = lineReader(source);
  let [listed, unreadable, told] = [0, 0, 0];
  let domains: RankedDomain[] = [];
  for await (const lines of linesOf(bytes, LONGEST_LINE)) {
    for (const line of lines) {
      const row = read(line);
      if (row === 'header') continue;
      if (row === null) {
        unreadable += 1;
        continue;
      }
      listed += 1;
      if (ours.mayHold(row.name)) domains.push(domainOf(source, row));
    }
    if (domains.length >= BATCH || listed - told >= TELL_EVERY) {
      yield { domains, listed, unreadable };
      told = listed;
      domains = [];
    }
  }
  yield { domains, listed, unreadable };
}

/** Reads a list's lines in order; the first may be a header that says where the columns stand. */
function lineReader(source: AuthoritySource): (line: string) => RankedLine | 'header' | null {
  if (source === 'tranco') return readTrancoLine;
  let columns = USUAL_COLUMNS;
  return (line) => {
    if (!line.startsWith('#')) return readRanksLine(line, columns);
    columns = readRankColumns(line) ?? columns;
    return 'header';
  };
}

function domainOf(source: AuthoritySource, { name, first, second }: RankedLine): RankedDomain {
  return { siteKey: listedName(source, name), first, second };
}
