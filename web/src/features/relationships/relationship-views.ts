import type { PlacementState } from '../../api/placement-words.js';

export const STAGES = ['unknown', 'cold', 'contacted', 'engaged', 'partner', 'dormant', 'declined'] as const;
export type Stage = (typeof STAGES)[number];

export const REASONS = [
  'shared_event',
  'podcast_or_guest',
  'tool_and_tutorial',
  'case_studies',
  'curated_hub',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

export const DIRECTIONS = ['both', 'to_us', 'to_them', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const RELATIONSHIP_SORTS = ['newest', 'updated', 'to_us', 'to_them', 'site'] as const;
export type RelationshipSort = (typeof RELATIONSHIP_SORTS)[number];

export const LINK_STATES = ['live', 'lost', 'unknown'] as const;
export type LinkState = (typeof LINK_STATES)[number];
export type LinkDirection = 'to_us' | 'to_them';
type SightSource = 'placement' | 'import' | 'crawl' | 'hand';

export interface Arrows {
  readonly toUs: 'linked' | 'was_linked' | 'not_known';
  readonly toThem: 'linked' | 'was_linked' | 'not_found' | 'not_known';
  readonly toThemAsOf: string | null;
}

export interface Litmus {
  readonly wouldLinkAnyway: boolean | null;
  readonly readersGain: boolean | null;
  readonly note: string;
  readonly byName: string | null;
  readonly at: string | null;
}

export interface RelationshipRow {
  readonly id: string;
  readonly brandId: string;
  readonly brandName: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly siteId: string;
  readonly displayHost: string;
  readonly publisher: { readonly id: string; readonly name: string } | null;
  readonly stage: Stage;
  readonly arrows: Arrows;
  readonly toUsLive: number;
  readonly toUsLost: number;
  readonly toUsUnknown: number;
  readonly toThemLive: number;
  readonly toThemLost: number;
  readonly toThemUnknown: number;
  readonly oldestOn: string | null;
  readonly newestOn: string | null;
  readonly reason: Reason | null;
  readonly litmus: Litmus;
  readonly updatedAt: string;
  readonly revision: number;
}

export interface RelationshipDetail extends RelationshipRow {
  readonly reasonNote: string;
  readonly brandHomeUrl: string;
  readonly sentence: { readonly code: string; readonly text: string };
}

export interface RelationshipCounts {
  readonly all: number;
  readonly toUs: number;
  readonly toThem: number;
  readonly both: number;
  readonly none: number;
  readonly litmusMissing: number;
}

export interface Link {
  readonly id: string;
  readonly direction: LinkDirection;
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly anchor: string | null;
  readonly anchors: readonly string[];
  readonly rel: string | null;
  readonly isImage: boolean | null;
  readonly isSitewide: boolean | null;
  readonly state: LinkState;
  readonly firstSeenOn: string | null;
  readonly lastSeenAt: string | null;
  readonly lostAt: string | null;
  readonly lostReason: string | null;
  readonly seenBy: readonly SightSource[];
  readonly placementId: string | null;
  readonly placementState: PlacementState | null;
}

export const CRAWL_PAGE_STATES = ['read', 'failed', 'refused', 'skipped', 'waiting'] as const;
export type CrawlPageState = (typeof CRAWL_PAGE_STATES)[number];

export interface Crawl {
  readonly id: string;
  readonly brandId: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly isComplete: boolean;
  readonly pagesFound: number;
  readonly pagesRead: number;
  readonly pagesFailed: number;
  readonly pagesSkipped: number;
  readonly linksFound: number;
  readonly pageLimit: number;
  readonly errorCode: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly startedByName: string | null;
}

export interface CrawlPlan {
  readonly brandId: string;
  readonly isOn: boolean;
  readonly everyDays: number;
  readonly pageLimit: number;
  readonly nextAt: string | null;
  readonly readCompletelyAt: string | null;
  readonly crawls: readonly Crawl[];
}

export interface CrawlPage {
  readonly url: string;
  readonly depth: number;
  readonly state: CrawlPageState;
  readonly findingCode: string | null;
  readonly httpStatus: number | null;
  readonly linkCount: number | null;
  readonly readAt: string | null;
}
