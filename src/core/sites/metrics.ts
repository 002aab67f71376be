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
/** Who measured: figures of different sources are never mixed, compared or averaged (D30, D31). */
export type MetricSource = (typeof METRIC_SOURCES)[number];

export const METRIC_UNITS = ['score', 'percent', 'count', 'visits_a_month', 'rank'] as const;
/** What a figure counts: points of the source's own scale, a share, a number, visits a month, a place in a list (1 is best). */
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** A figure of a source: its unit and the values it can have. */
export interface MetricRule {
  readonly unit: MetricUnit;
  readonly from: number;
  readonly to: number;
  /** True where only whole numbers are possible. */
  readonly isWhole: boolean;
}

/** The most anything is counted to: more is a mistake in the file. */
const MOST = 1_000_000_000_000;

const SCORE: MetricRule = { unit: 'score', from: 0, to: 100, isWhole: false };
const PERCENT: MetricRule = { unit: 'percent', from: 0, to: 100, isWhole: false };
const COUNT: MetricRule = { unit: 'count', from: 0, to: MOST, isWhole: true };
const VISITS: MetricRule = { unit: 'visits_a_month', from: 0, to: MOST, isWhole: false };
const RANK: MetricRule = { unit: 'rank', from: 1, to: MOST, isWhole: true };

/** What each source measures. A source's names are its own: `moz.domain_authority` says nothing about `ahrefs.domain_rating`. */
const METRICS = {
  ahrefs: {
    domain_rating: SCORE,
    url_rating: SCORE,
    ahrefs_rank: RANK,
    organic_traffic: VISITS,
    organic_keywords: COUNT,
    referring_domains: COUNT,
    backlinks: COUNT,
    linked_domains: COUNT,
    dofollow_referring_domains: COUNT,
    dofollow_linked_domains: COUNT,
  },
  moz: {
    domain_authority: SCORE,
    page_authority: SCORE,
    spam_score: PERCENT,
    referring_domains: COUNT,
    backlinks: COUNT,
  },
  majestic: {
    trust_flow: SCORE,
    citation_flow: SCORE,
    topical_trust_flow: SCORE,
    referring_domains: COUNT,
    backlinks: COUNT,
  },
  semrush: {
    authority_score: SCORE,
    page_authority_score: SCORE,
    toxicity_score: SCORE,
    organic_traffic: VISITS,
    organic_keywords: COUNT,
    referring_domains: COUNT,
    backlinks: COUNT,
  },
  se_ranking: {
    domain_trust: SCORE,
    page_trust: SCORE,
    domain_inlink_rank: SCORE,
    toxicity_score: SCORE,
    organic_traffic: VISITS,
    organic_keywords: COUNT,
    referring_domains: COUNT,
    backlinks: COUNT,
  },
  search_console: { linking_pages: COUNT, target_pages: COUNT },
  common_crawl: {
    harmonic_rank: RANK,
    pagerank_rank: RANK,
    harmonic_percentile: PERCENT,
    pagerank_percentile: PERCENT,
  },
  tranco: { rank: RANK },
  hand: {
    traffic: VISITS,
    referral_traffic: VISITS,
    quality: SCORE,
    toxicity_score: SCORE,
    newsletter_readers: COUNT,
    social_followers: COUNT,
  },
} as const satisfies Readonly<Record<MetricSource, Readonly<Record<string, MetricRule>>>>;

function isMetricSource(text: string): text is MetricSource {
  return Object.hasOwn(METRICS, text);
}

/** What a figure is measured in and which values it can have; null for a figure that source does not give. */
export function metricRule(source: string, metric: string): MetricRule | null {
  if (!isMetricSource(source)) return null;
  const rules: Readonly<Record<string, MetricRule>> = METRICS[source];
  return Object.hasOwn(rules, metric) ? (rules[metric] ?? null) : null;
}

/** One figure with its rule, as lists for choices show it. */
export interface KnownMetric extends MetricRule {
  readonly source: MetricSource;
  readonly metric: string;
}

/** Every figure of every source, in the order in which they are shown. */
export const KNOWN_METRICS: readonly KnownMetric[] = METRIC_SOURCES.flatMap((source) =>
  Object.entries<MetricRule>(METRICS[source]).map(([metric, rule]) => ({ source, metric, ...rule })),
);

/** Figures that are read from open lists as they are published; nobody types them in. */
export function isFromOpenList(source: MetricSource): boolean {
  return source === 'common_crawl' || source === 'tranco';
}

/** Why a figure cannot be kept. */
export type MetricRefusal = 'unknown_metric' | 'not_a_number' | 'not_whole' | 'out_of_range';

/** Says whether a source can have measured this; the refusal names what is wrong. */
export function judgeMetric(source: string, metric: string, value: number): MetricRefusal | null {
  const rule = metricRule(source, metric);
  if (rule === null) return 'unknown_metric';
  if (!Number.isFinite(value)) return 'not_a_number';
  if (value < rule.from || value > rule.to) return 'out_of_range';
  return rule.isWhole && !Number.isInteger(value) ? 'not_whole' : null;
}
