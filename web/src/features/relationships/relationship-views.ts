import type { components } from '../../api/schema.generated.js';

type Views = components['schemas'];

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

export const DIRECTIONS = ['both', 'to_us', 'told', 'to_them', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const RELATIONSHIP_SORTS = ['newest', 'updated', 'to_us', 'to_them', 'site'] as const;
export type RelationshipSort = (typeof RELATIONSHIP_SORTS)[number];

export const LINK_STATES = ['live', 'lost', 'unknown'] as const;
export type LinkState = (typeof LINK_STATES)[number];
export const CRAWL_PAGE_STATES = ['read', 'failed', 'refused', 'skipped', 'waiting'] as const;
export type CrawlPageState = (typeof CRAWL_PAGE_STATES)[number];

/** What the server says of relationships, by the names of its own description. */
export type LinkDirection = Views['LinkDirection'];
export type Arrows = Views['ArrowsView'];
export type RelationshipRow = Views['RelationshipRow'];
export type RelationshipDetail = Views['RelationshipDetail'];
export type RelationshipCounts = Views['RelationshipCounts'];
export type Told = Views['ToldView'];
export type ToldSite = Views['ToldSiteView'];
export type Link = Views['LinkView'];
export type Crawl = Views['CrawlView'];
export type CrawlPlan = Views['CrawlPlanView'];
export type CrawlPage = Views['CrawlPageView'];

/** What the server takes of relationships. */
export type NewRelationship = Views['NewRelationship'];
export type RelationshipChange = Views['RelationshipChange'];
export type LitmusAnswers = Views['LitmusAnswers'];
export type LinkEntry = Views['LinkEntry'];
export type CrawlPlanWish = Views['CrawlPlanWish'];
