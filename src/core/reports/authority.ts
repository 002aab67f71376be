/** A figure of a site: who measured what, when. */
export interface Figure {
  readonly source: string;
  readonly metric: string;
  readonly value: number;
  readonly measuredOn: string;
}

/** Figures a client is shown for the authority of a site, the best known first. What people of the team judged themselves is none. */
const ORDER: readonly (readonly [source: string, metric: string])[] = [
  ['ahrefs', 'domain_rating'],
  ['moz', 'domain_authority'],
  ['semrush', 'authority_score'],
  ['majestic', 'trust_flow'],
  ['se_ranking', 'domain_trust'],
  ['common_crawl', 'harmonic_percentile'],
  ['tranco', 'rank'],
];

/** The one figure that stands for a site's authority, or null. Figures of different sources are never averaged (D30, D31). */
export function authorityOf(figures: readonly Figure[]): Figure | null {
  for (const [source, metric] of ORDER) {
    const found = figures.find((figure) => figure.source === source && figure.metric === metric);
    if (found !== undefined) {
      const { value, measuredOn } = found;
      return { source, metric, value, measuredOn };
    }
  }
  return null;
}
