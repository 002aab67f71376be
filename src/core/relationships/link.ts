/** Which way a link leads: from their site to our brand, or from our brand's site to theirs. */
export const LINK_DIRECTIONS = ['to_us', 'to_them'] as const;
export type LinkDirection = (typeof LINK_DIRECTIONS)[number];

/** How a link stands: there, surely gone, or nobody can say. */
export const LINK_STATES = ['live', 'lost', 'unknown'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Who can see a link: checks of a placement, an import, the crawl of our own site, a person. */
export const SIGHT_SOURCES = ['placement', 'import', 'crawl', 'hand'] as const;
export type SightSource = (typeof SIGHT_SOURCES)[number];

/** What one source knows of one link. Moments are epoch milliseconds, days YYYY-MM-DD; null is not known. */
export interface Sighting {
  readonly via: SightSource;
  /** The placement, import, entry by hand, or brand (for the crawl of its site) it comes from. */
  readonly originId: string;
  readonly state: LinkState;
  readonly firstSeenOn: string | null;
  readonly lastSeenAt: number | null;
  /** Since when the source knows it to be gone; null unless its state is `lost`. */
  readonly lostAt: number | null;
  readonly lostReason: string | null;
  /** Distinct words of the links between the two pages, first in the page first; empty when not known. */
  readonly anchors: readonly string[];
  readonly rel: string | null;
  readonly isImage: boolean | null;
  readonly isSitewide: boolean | null;
  /** Where on the page it stands, such as `content` or `footer`. */
  readonly region: string | null;
  /** When the source looked or was written. */
  readonly observedAt: number;
}

/** A link as all that is known of it comes to. */
export interface FoldedLink {
  readonly state: LinkState;
  readonly firstSeenOn: string | null;
  readonly lastSeenAt: number | null;
  readonly lostAt: number | null;
  readonly lostReason: string | null;
  readonly anchors: readonly string[];
  readonly rel: string | null;
  readonly isImage: boolean | null;
  readonly isSitewide: boolean | null;
  /** Where on the page it stands, such as `content` or `footer`. */
  readonly region: string | null;
  readonly seenBy: readonly SightSource[];
  /** The placement whose checks see it; null when none does. */
  readonly placementId: string | null;
}

/** Words kept for one pair of pages; a page that links a hundred times with other words each is no record to read. */
export const ANCHORS_KEPT = 20;
