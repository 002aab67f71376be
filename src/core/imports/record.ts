import type { AddressStatus } from '../contacts/contact.js';
import type { Compensation, PlacementLabel, PlacementType } from '../placements/placement.js';
import type { AcceptedStep, RelTerm } from '../placements/terms.js';
import type { FieldKey } from './record-field.js';

/** A link as a file tells of it. What is absent, the file does not say. */
export interface LinkRecord {
  readonly sourceUrl?: string;
  readonly targetUrl?: string;
  readonly anchor?: string;
  /** Tokens parted by a space; '' means the file says that there are none. */
  readonly rel?: string;
  readonly isImage?: boolean;
  readonly isSitewide?: boolean;
  readonly isRedirect?: boolean;
  readonly isFrame?: boolean;
  readonly state?: 'live' | 'lost' | 'unknown';
  /** YYYY-MM-DD. */
  readonly firstSeenOn?: string;
  /** ISO 8601 in UTC; midnight where the file tells only the day. */
  readonly lastSeenAt?: string;
  readonly lostAt?: string;
  readonly lostReason?: string;
  /** HTTP status of our page that is linked to (broken backlinks). */
  readonly targetStatus?: number;
}

/** A number that one source measured for the site; sources are never mixed (D30). */
export interface MetricRecord {
  readonly source: string;
  readonly metric: string;
  readonly value: number;
}

/** The site on the other side, and what the file says of it. */
export interface SiteRecord {
  /** As the file writes it; good for `siteKey`. */
  readonly address: string;
  /** Its key by the rules of sites, without declared sub-sites. */
  readonly siteKey: string;
  readonly metrics: readonly MetricRecord[];
  readonly linkCount?: number;
  readonly dofollowCount?: number;
  readonly firstSeenOn?: string;
  readonly lastSeenAt?: string;
  readonly lostAt?: string;
  /** Sites compared in a link gap that this one links to. */
  readonly linksTo?: readonly string[];
}

/** A site that may be approached. */
export interface ProspectRecord {
  readonly status?: string;
  readonly stage?: string;
  readonly tags?: readonly string[];
  readonly topics?: readonly string[];
  /** Two small letters. */
  readonly language?: string;
  /** Two capitals. */
  readonly country?: string;
  /** A member's mail address or name, in small letters. */
  readonly owner?: string;
  readonly notes?: string;
  readonly doNotContact?: boolean;
  /** As the file has them; which type each has the workspace knows. */
  readonly custom?: Readonly<Record<string, string>>;
}

/** A person. */
export interface ContactRecord {
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly position?: string;
  readonly addresses: readonly { readonly address: string; readonly status?: AddressStatus }[];
  readonly language?: string;
  readonly country?: string;
  readonly notes?: string;
}

/** What a placement costs. */
export interface PriceRecord {
  /** In the smallest unit of the currency. */
  readonly priceMinor: number;
  readonly currency: string;
}

/** What a row says is asked for a placement there; what is absent, it does not say. */
export interface ConditionRecord {
  /** Null where it holds for all types. */
  readonly type: PlacementType | null;
  readonly price?: PriceRecord;
  readonly relPolicy?: RelTerm;
  readonly wordsFrom?: number;
  readonly wordsTo?: number;
}

/** An agreed link. A term that is null was not agreed by this row. */
export interface PlacementRecord {
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly brand: string | null;
  readonly type: PlacementType;
  readonly compensation: Compensation;
  readonly label: PlacementLabel | null;
  readonly rel: RelTerm | null;
  readonly anchor: string | null;
  readonly match: AcceptedStep | null;
  readonly dueOn: string | null;
  readonly agreedOn: string | null;
  readonly agreedWith: string | null;
  readonly owner: string | null;
  readonly notes: string;
}

/** A page of ours. */
export interface TargetPageRecord {
  readonly url: string;
  readonly title?: string;
  readonly linkCount?: number;
  readonly linkingSiteCount?: number;
}

/** One row of any file, in our words. Which parts are there follows from the content. */
export interface ImportRecord {
  readonly link?: LinkRecord;
  /** The brand the row names. */
  readonly brand?: string;
  readonly site?: SiteRecord;
  readonly prospect?: ProspectRecord;
  readonly contact?: ContactRecord;
  readonly publisher?: { readonly name: string };
  /** Who sells placements there, where that is not the publisher. */
  readonly broker?: { readonly name: string };
  /** What an agreed link cost. */
  readonly price?: PriceRecord;
  /** What is asked for placements there. */
  readonly conditions?: readonly ConditionRecord[];
  readonly placement?: PlacementRecord;
  /** Day of the last mail or call, YYYY-MM-DD. */
  readonly lastContactedOn?: string;
  readonly targetPage?: TargetPageRecord;
}

export const CELL_FAULTS = [
  'missing',
  'not_an_address',
  'not_a_site',
  'not_a_mail_address',
  'too_long',
  'unknown_word',
  'unreadable_day',
  'ambiguous_day',
  'unreadable_number',
  'ambiguous_number',
  'unreadable_yes_no',
  'control_character',
  'too_many_cells',
] as const;
/** What is wrong with a cell. */
export type CellFault = (typeof CELL_FAULTS)[number];

/** A cell that cannot be taken: which column, which field, and what stood there (at most 200 characters). */
export interface RecordFault {
  /** From 0; null where no column has the field. */
  readonly column: number | null;
  readonly columnName: string;
  readonly field: FieldKey | null;
  readonly code: CellFault;
  readonly text: string;
}

export const SKIP_REASONS = ['own_site', 'internal_link', 'mention', 'not_a_link', 'empty_row'] as const;
/**
 * Why a good row brings nothing: a link from the brand's own site, one that does not leave its site, a mention without a link, or a
 * relation between pages that is no link (canonical, feed, alternate), or a row without anything in it.
 */
export type SkipReason = (typeof SKIP_REASONS)[number];

export type RecordReading =
  | { readonly kind: 'record'; readonly record: ImportRecord }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'bad'; readonly faults: readonly RecordFault[] };
