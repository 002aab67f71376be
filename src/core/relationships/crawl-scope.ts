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
/** Pages whose addresses differ in a date alone: a calendar never ends. */
const DATES_CAP = 500;
/** Pages with the same path and the same two names of parameters; with more names, such as filters that combine. */
const TWO_NAMES_CAP = 2000;
const MORE_NAMES_CAP = 300;
const DATE = /^\d{4}-\d{1,2}(?:-\d{1,2})?$/;

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

/** What is made by one template and may never end. One parameter alone, such as the number of an article, is a page like any other. */
function patternOf(url: URL): CrawlPattern | null {
  const path = url.pathname.replace(/\/(?:19|20|21)\d\d\/\d{1,2}(?:\/\d{1,2})?(?=\/|$)/, '/#date');
  const names = [...url.searchParams.keys()].sort();
  const hasDate = path !== url.pathname || [...url.searchParams.values()].some((value) => DATE.test(value));
  if (!hasDate && names.length < 2) return null;
  const key = `${url.host}${path}?${[...new Set(names)].join('&')}`;
  return { key, cap: hasDate ? DATES_CAP : names.length === 2 ? TWO_NAMES_CAP : MORE_NAMES_CAP };
}
