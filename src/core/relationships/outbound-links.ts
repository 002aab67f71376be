import type { PageFacts } from '../verifier/facts.js';
import { isOwnPage, type OwnSite } from './crawl-scope.js';

/** A link of our own site to somebody else's page. */
export interface OutboundLink {
  readonly targetUrl: string;
  readonly anchor: string;
  readonly rel: string;
  readonly region: string;
}

/** All links of a page that lead to other sites, every occurrence in source order; those in `noscript` and hidden ones too. */
export function outboundLinks(page: PageFacts, own: OwnSite): OutboundLink[] {
  return page.occurrences
    .filter(({ href }) => !isOwnPage(href, own))
    .map(({ href, anchor, rel, region }) => ({ targetUrl: href, anchor, rel: rel.join(' '), region }));
}
