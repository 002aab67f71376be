/** The closed words of prospects and what belongs to them, as the API speaks them; screen words stand in the catalogues. */

export const PROSPECT_STATUSES = ['new', 'researching', 'qualified', 'paused', 'unfit'] as const;
export type ProspectStatus = (typeof PROSPECT_STATUSES)[number];

export const RELATIONSHIP_STAGES = [
  'unknown',
  'cold',
  'contacted',
  'engaged',
  'partner',
  'dormant',
  'declined',
] as const;
export type RelationshipStage = (typeof RELATIONSHIP_STAGES)[number];

/** The five questions before a site is approached (D27), in the order they are asked. They alone are counted. */
export const FIT_QUESTIONS = [
  'fits_niche',
  'trustworthy_site',
  'relevant_context',
  'natural_anchor',
  'serves_long_term_goal',
] as const;

/** Marks of much (D19-D24, D26) and of little (D25) value: shown beside the questions, never added up. */
export const GOOD_MARKS = [
  'authoritative_domain',
  'main_content',
  'topically_related',
  'editorially_chosen',
  'sends_visitors',
] as const;
export const BAD_MARKS = [
  'low_traffic',
  'footer_or_sidebar',
  'generic_anchors',
  'unrelated_niche',
  'unlabelled_paid_links',
] as const;
export type FitName =
  | (typeof FIT_QUESTIONS)[number]
  | (typeof GOOD_MARKS)[number]
  | (typeof BAD_MARKS)[number];

export const FIT_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type FitAnswer = (typeof FIT_ANSWERS)[number];

/** What a person can write down; a touch of the kind `placement` is written by the program. */
export const TOUCH_KINDS = ['mail', 'call', 'meeting', 'form', 'social', 'other'] as const;
export const TOUCH_DIRECTIONS = ['out', 'in'] as const;
export const TOUCH_RESULTS = ['unknown', 'no_answer', 'answered', 'declined', 'agreed', 'placed'] as const;

export const EXCLUSION_REASONS = ['competitor', 'blocked', 'client_wish', 'other'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Why somebody must not be contacted, as a person may say it; the others are written by the program. */
export const SUPPRESSION_REASONS = ['asked', 'objected', 'client_wish', 'own_choice'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

export const FIELD_TYPES = ['text', 'number', 'date', 'yes_no', 'choice', 'url'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export const RECORD_KINDS = ['prospect', 'contact', 'publisher'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Who measured; figures of different sources are never mixed. */
export const METRIC_SOURCES = [
  'ahrefs',
  'moz',
  'majestic',
  'semrush',
  'se_ranking',
  'search_console',
  'common_crawl',
  'tranco',
  'hand',
] as const;
export type MetricSource = (typeof METRIC_SOURCES)[number];

/** What each source measures, in the order it is offered; figures of other tools are typed in under `hand`. */
export const METRICS_OF: Readonly<Record<MetricSource, readonly string[]>> = {
  ahrefs: [
    'domain_rating',
    'url_rating',
    'ahrefs_rank',
    'organic_traffic',
    'organic_keywords',
    'referring_domains',
    'backlinks',
    'linked_domains',
  ],
  moz: ['domain_authority', 'page_authority', 'spam_score', 'referring_domains', 'backlinks'],
  majestic: ['trust_flow', 'citation_flow', 'referring_domains', 'backlinks'],
  semrush: [
    'authority_score',
    'page_authority_score',
    'toxicity_score',
    'organic_traffic',
    'organic_keywords',
    'referring_domains',
    'backlinks',
  ],
  se_ranking: [
    'domain_trust',
    'page_trust',
    'toxicity_score',
    'organic_traffic',
    'organic_keywords',
    'referring_domains',
    'backlinks',
  ],
  search_console: ['linking_pages', 'target_pages'],
  common_crawl: ['harmonic_percentile', 'pagerank_percentile', 'harmonic_rank', 'pagerank_rank'],
  tranco: ['rank'],
  hand: [
    'traffic',
    'referral_traffic',
    'quality',
    'toxicity_score',
    'newsletter_readers',
    'social_followers',
  ],
};

export const PROSPECT_SORTS = [
  'newest',
  'updated',
  'site',
  'status',
  'fit',
  'last_touch',
  'owner',
  'metric',
] as const;
