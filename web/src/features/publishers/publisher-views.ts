import type { PlacementType, RelTerm } from '../../api/placement-words.js';

export const PUBLISHER_KINDS = ['unknown', 'editor', 'media_group', 'broker', 'supplier'] as const;
export type PublisherKind = (typeof PUBLISHER_KINDS)[number];

export const SITE_ROLES = ['owner', 'editor', 'broker', 'supplier'] as const;
export type SiteRole = (typeof SITE_ROLES)[number];

export const PUBLISHER_SORTS = ['name', 'newest'] as const;
export type PublisherSort = (typeof PUBLISHER_SORTS)[number];

/** A publisher as the list shows it. */
export interface PublisherRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PublisherKind;
  readonly homeUrl: string | null;
  readonly country: string | null;
  readonly siteCount: number;
  readonly contactCount: number;
  readonly livePlacementCount: number;
  readonly newestConditionOn: string | null;
  readonly createdAt: string;
  readonly archivedAt: string | null;
  readonly revision: number;
}

/** A site of a publisher, now or in the past. */
export interface PublisherSite {
  readonly linkId: string;
  readonly siteId: string;
  readonly displayHost: string;
  readonly role: SiteRole;
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
  readonly isFormer: boolean;
}

export interface PublisherDetail extends PublisherRow {
  readonly notes: string;
  readonly sites: readonly PublisherSite[];
  readonly conditions: readonly Condition[];
}

/** What a publisher asks and allows, as it was asked on a day. */
export interface Condition {
  readonly id: string;
  readonly publisherId: string | null;
  readonly siteId: string | null;
  readonly displayHost: string | null;
  readonly type: PlacementType | null;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly relPolicy: RelTerm | null;
  readonly wordsFrom: number | null;
  readonly wordsTo: number | null;
  readonly turnaroundDays: number | null;
  readonly refusedTopics: readonly string[];
  readonly notes: string;
  readonly askedOn: string | null;
  readonly recordedAt: string;
  readonly outdatedAt: string | null;
  readonly outdatedReason: 'new_owner' | 'replaced' | 'removed' | null;
}

export interface PublisherDouble {
  readonly id: string;
  readonly name: string;
}
