export const AUTHORITY_SOURCES = ['common_crawl', 'tranco'] as const;
/** Open lists of domain ranks that the operator may name. */
export type AuthoritySource = (typeof AUTHORITY_SOURCES)[number];

export const AUTHORITY_STANDINGS = ['listed', 'not_listed', 'not_read'] as const;
/** Whether a list's last edition knows a site. `not_read` is not `not_listed`: nobody has looked. */
export type AuthorityStanding = (typeof AUTHORITY_STANDINGS)[number];

/**
 * Share of the listed domains that are ranked lower, in percent with two decimals: the first of 100 is above 99 %, the last above none. Null
 * for a rank beyond the list's end, as a shortened list has them: how many stand below is not known.
 */
export function percentile(rank: number, listed: number): number | null {
  if (listed <= 0 || rank > listed) return null;
  return Math.round(((listed - rank) / listed) * 10_000) / 100;
}

/** What a site is to the last edition that was read. */
export interface ListedSite {
  /** Whether the list can name it at all: registrable domains only, no hosts, sub-domains or paths. */
  readonly isDomain: boolean;
  readonly createdAt: number;
  /** The edition of its newest figure of that list, null when it has none. */
  readonly figureRelease: string | null;
}

/**
 * Whether a site is in the last edition. A part of a site is never given its parent's rank; a site that came after the reading was not looked
 * for. Times in epoch milliseconds.
 */
export function standingIn(
  reading: { readonly release: string; readonly startedAt: number } | null,
  site: ListedSite,
): AuthorityStanding {
  if (reading === null) return 'not_read';
  if (site.isDomain && site.figureRelease === reading.release) return 'listed';
  return site.isDomain && site.createdAt > reading.startedAt ? 'not_read' : 'not_listed';
}
