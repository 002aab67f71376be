import type { AuthoritySource } from './authority.js';

/** An edition of an open list. */
export interface Edition {
  readonly release: string;
  /** The day it speaks of, YYYY-MM-DD; null when its name does not tell. */
  readonly measuredOn: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CRAWL = /(?:^|[/=])(cc-main-\d{4}(?:-\d{2}(?!\d))?(?:-[a-z]{3}(?![a-z]))*)/gi;
const TRANCO = /(?:^|[/_])(?:tranco[_-]|download\/|list\/)([0-9A-Z]{4,6})(?=$|[./_-])/;

/**
 * The edition a path or address names: Common Crawl's release (`cc-main-2025-sep-oct-nov`), Tranco's list id. Where the name holds none, the
 * day of the file stands for it (`dated`, YYYY-MM-DD), so that two editions are never taken for one.
 */
export function editionOf(source: AuthoritySource, place: string, dated: string | null): Edition {
  const name = place.replace(/[?#].*$/, '').replaceAll('\\', '/');
  const read = source === 'common_crawl' ? crawlEdition(name) : trancoEdition(name, dated);
  return read ?? { release: dated ?? 'unnamed', measuredOn: dated };
}

function crawlEdition(name: string): Edition | null {
  const release = [...name.matchAll(CRAWL)].at(-1)?.[1]?.toLowerCase();
  return release === undefined ? null : { release, measuredOn: lastDayOf(release) };
}

function trancoEdition(name: string, dated: string | null): Edition | null {
  const id = TRANCO.exec(name)?.[1];
  return id === undefined ? null : { release: id, measuredOn: dated };
}

/** The last day of a release's last month; null when it names no month. `2024-25-nov-dec-jan` ends in the later year. */
function lastDayOf(release: string): string | null {
  const [, , year = '', ...rest] = release.split('-');
  const later = /^\d{2}$/.test(rest[0] ?? '') ? `${year.slice(0, 2)}${rest[0] ?? ''}` : year;
  const month = MONTHS.indexOf(rest.at(-1) ?? '') + 1;
  if (month === 0) return null;
  const isLeap = Number(later) % 4 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
  return `${later}-${String(month).padStart(2, '0')}-${days}`;
}
