import { parseUrl } from '../sites/parse-url.js';
import { siteKey } from '../sites/site-key.js';
import type { PageFacts } from '../verifier/facts.js';
import { equivalentKey } from '../verifier/url-ladder.js';

/** Longer addresses are made by machines that made a mistake. */
const LONGEST_URL = 2000;
/** Clicks away from the home page. */
export const DEEPEST_PAGE = 100;
/** How often one part may repeat in a path before it is taken for a circle of relative links. */
const MOST_REPEATS = 4;
/** Pages with the same path and the same names of parameters, such as a search, a filter or a calendar by query. */
const QUERY_CAP = 300;
/** Pages whose paths differ in two numbers or more alone, such as a calendar by path. */
const NUMBERS_CAP = 1000;

/** Files that hold no links anybody could read. */
const NO_PAGE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|webm|ogg|wav|mov|avi|pdf|zip|gz|tgz|rar|7z|exe|dmg|apk|iso|css|m?js|json|xml|rss|atom|woff2?|ttf|eot|docx?|xlsx?|pptx?|csv|ics)$/i;

/** A page of our own site that may be read. */
export interface CrawlTarget {
  /** As it is asked for: without fragment. */
  readonly url: string;
  /** The same for all spellings of the page. */
  readonly key: string;
  /** Pages of one pattern are capped; null for those that are not. */
  readonly pattern: CrawlPattern | null;
}

export interface CrawlPattern {
  readonly key: string;
  readonly cap: number;
}

/** The own site that is read. */
export interface OwnSite {
  readonly siteKey: string;
  /** Keys of the workspace's declared sub-sites: those below this site are others' and not read. */
  readonly declaredSubSites: readonly string[];
}

/** Whether an address belongs to the own site, declared sub-sites left out. */
export function isOwnPage(url: string, own: OwnSite): boolean {
  return siteKey(url, own.declaredSubSites) === own.siteKey;
}

/** An address of the own site as a page to read; null for what is not one, is endless, or is no page by its name. */
export function crawlTarget(address: string, own: OwnSite): CrawlTarget | null {
  const url = parseUrl(address);
  if (url === null || !isOwnPage(url.href, own)) return null;
  url.hash = '';
  const key = equivalentKey(url.href);
  const isUnfit = url.href.length > LONGEST_URL || NO_PAGE.test(url.pathname) || goesInCircles(url.pathname);
  if (key === null || isUnfit || url.username !== '' || url.password !== '') return null;
  return { url: url.href, key, pattern: patternOf(url) };
}

/**
 * The pages a page leads to: links that are not marked nofollow, unless the whole page is. Each once, in source order; what belongs to
 * others is left out.
 */
export function nextPages(page: PageFacts, own: OwnSite): CrawlTarget[] {
  if (page.googlebot.nofollow) return [];
  const found = new Map<string, CrawlTarget>();
  for (const { href, rel } of page.occurrences) {
    if (rel.includes('nofollow')) continue;
    const target = crawlTarget(href, own);
    if (target !== null && !found.has(target.key)) found.set(target.key, target);
  }
  return [...found.values()];
}

function goesInCircles(path: string): boolean {
  const times = new Map<string, number>();
  for (const part of path.split('/')) {
    if (part === '') continue;
    const seen = (times.get(part) ?? 0) + 1;
    if (seen >= MOST_REPEATS) return true;
    times.set(part, seen);
  }
  return false;
}

/** Numbers are folded, values of parameters left out: what remains is made by one template. */
function patternOf(url: URL): CrawlPattern | null {
  const parts = url.pathname.split('/');
  const numbers = parts.filter((part) => /^\d+$/.test(part)).length;
  const path = parts.map((part) => (/^\d+$/.test(part) ? '#' : part)).join('/');
  if (url.search.length > 1) {
    const names = [...new Set([...url.searchParams.keys()])].sort().join('&');
    return { key: `${url.host}${path}?${names}`, cap: QUERY_CAP };
  }
  return numbers >= 2 ? { key: `${url.host}${path}`, cap: NUMBERS_CAP } : null;
}
