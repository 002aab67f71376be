import { createHash } from 'node:crypto';
import type { IntakeOutcome } from '../../core/imports/intake.js';
import type { LinkDirection, LinkState, Sighting } from '../../core/relationships/link.js';
import type { LinkRefusal } from '../../core/relationships/link-ends.js';

/** One link as an import, a crawl or a person tells of it. What is not known is left out. */
export interface LinkFact {
  readonly brandId: string;
  readonly clientId: string;
  readonly direction: LinkDirection;
  /** Their site: that of the source page for `to_us`, of the target page for `to_them`. */
  readonly siteId: string;
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly anchor?: string | null;
  readonly rel?: string | null;
  readonly isImage?: boolean | null;
  readonly isSitewide?: boolean | null;
  readonly region?: string | null;
  /** `live` where absent: whoever tells of a link says that it is there. */
  readonly state?: LinkState;
  /** YYYY-MM-DD. */
  readonly firstSeenOn?: string | null;
  readonly lastSeenAt?: Date | null;
  /** For a lost one: since when. */
  readonly lostAt?: Date | null;
  /** A code of ours or of the tool, such as `removedfromhtml`. */
  readonly lostReason?: string | null;
}

/** Who tells of links. */
export interface LinkSource {
  readonly via: 'import' | 'crawl' | 'hand';
  /** The import, the brand whose site is crawled, or the entry by hand. */
  readonly originId: string;
  /** When it was looked: for an import the day its file was made. */
  readonly observedAt: Date;
}

export const LINK_BECAME = ['new', 'lost', 'restored', 'again', 'refused'] as const;
/** What a fact made of its link; `refused` was no link at all (see `reason`) and has no id. */
export type LinkBecame = (typeof LINK_BECAME)[number];

/** `changes` is always empty: the sightings of an origin are what an undo takes away (`LinkIntake.withdraw`). */
export interface LinkOutcome extends IntakeOutcome {
  readonly became: LinkBecame;
  readonly reason: LinkRefusal | null;
}

/** A link as it is found again: which brand, which way, which two pages. Hashes are MD5 in hex of the pages' keys. */
export interface LinkPlace {
  readonly brandId: string;
  readonly clientId: string;
  readonly siteId: string;
  readonly direction: LinkDirection;
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly sourceHash: string;
  readonly targetHash: string;
}

/** What one source says of one link. */
export interface Told {
  readonly place: LinkPlace;
  readonly sighting: Sighting;
}

/** The hash under which a page's key is looked up. */
export function keyHash(key: string): string {
  return createHash('md5').update(key).digest('hex');
}

/** One text for a link's identity. */
export function placeKey({ brandId, direction, sourceHash, targetHash }: LinkPlace): string {
  return `${brandId} ${direction} ${sourceHash} ${targetHash}`;
}
