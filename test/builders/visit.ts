import type { Term, Terms } from '../../src/core/placements/terms.js';
import type { Occurrence, PageFacts, Visit } from '../../src/core/verifier/facts.js';

export const TARGET_URL = 'https://shop.example/guide';
const PAGE_URL = 'https://blog.example/post';

/** A term that was agreed. */
export function agreed<Value>(value: Value): Term<Value> {
  return { standing: 'agreed', value };
}

/** A term that is merely expected. */
export function expected<Value>(value: Value): Term<Value> {
  return { standing: 'expected', value };
}

const UNKNOWN = { standing: 'unknown' } as const;

/** Terms in which nothing but the target is known. */
export function someTerms(changes: Partial<Terms> = {}): Terms {
  return {
    targetUrl: TARGET_URL,
    match: 'equivalent',
    rel: UNKNOWN,
    anchor: UNKNOWN,
    region: UNKNOWN,
    indexable: UNKNOWN,
    duration: UNKNOWN,
    ...changes,
  };
}

/** A plain link to the target in the content. */
export function anOccurrence(changes: Partial<Occurrence> = {}): Occurrence {
  const rel = changes.rel ?? [];
  return {
    element: 'a',
    href: TARGET_URL,
    rel,
    googleRel: rel.flatMap((token) => token.split(',')).filter((token) => token !== ''),
    anchor: 'the guide',
    region: 'content',
    hidden: null,
    inNoscript: false,
    outboundPosition: 1,
    heading: null,
    context: '',
    start: 0,
    end: 0,
    ...changes,
  };
}

/** An ordinary article of 2,000 characters without marks and without links. */
export function aPage(changes: Partial<PageFacts> = {}): PageFacts {
  return {
    title: 'A post',
    language: 'en',
    charset: 'utf-8',
    canonical: null,
    headerCanonical: null,
    googlebot: { noindex: false, nofollow: false, unavailableAfter: null },
    marks: [],
    looksScriptBuilt: false,
    hasScript: true,
    textLength: 2500,
    mainTextLength: 2000,
    mainTextHash: 'hash-of-the-text',
    linkCounts: { internal: 10, outbound: 1 },
    metaRefresh: null,
    feeds: [],
    occurrences: [],
    ...changes,
  };
}

/** A visit that read an ordinary page with status 200. `page: null` means no HTML was read. */
export function aVisit(changes: Partial<Visit> = {}): Visit {
  const page = changes.page === undefined ? aPage() : changes.page;
  return {
    failure: null,
    robotsAllowed: { own: true, googlebot: true },
    status: 200,
    finalUrl: PAGE_URL,
    redirects: [],
    contentType: 'text/html; charset=utf-8',
    page,
    limit: null,
    rendering: 'none',
    matches: page?.occurrences.map(() => 'exact' as const) ?? [],
    ...changes,
  };
}
