import type { MatchStep, Region } from '../placements/terms.js';
import type { PageMark, UnreachableCode } from './verdict.js';

/** One `a` or `area` with an http(s) address, as parse5 (scripting off) sees it. */
export interface Occurrence {
  readonly element: 'a' | 'area';
  /** Resolved against the first `base` and serialised by the URL Standard. */
  readonly href: string;
  /** HTML tokens: split on ASCII white space, ASCII lower case, source order, no repeats (D79-D82). */
  readonly rel: readonly string[];
  /** Google's reading of the same attribute: commas split too (D81). */
  readonly googleRel: readonly string[];
  /** Folded text; else the `alt`s inside; else `title`; else "". At most 1,000 characters. */
  readonly anchor: string;
  readonly region: Region;
  /** Why the link is suspected to be hidden (D125), null when nothing suggests it. */
  readonly hidden: string | null;
  readonly inNoscript: boolean;
  /** 1-based among all links of the page that lead to another site; null for a link within the site. */
  readonly outboundPosition: number | null;
  readonly heading: string | null;
  /** 200 characters of text around the link. */
  readonly context: string;
  /** Offsets of the link's element in the decoded text, for cutting evidence. */
  readonly start: number;
  readonly end: number;
}

/** Page-level robots rules for one reader (`*` merged in where Google merges it), from meta tags and headers. */
export interface RobotsRules {
  readonly noindex: boolean;
  readonly nofollow: boolean;
  /** ISO instant of the earliest `unavailable_after`, null when there is none. */
  readonly unavailableAfter: string | null;
}

/** What was read from one HTML document. */
export interface PageFacts {
  readonly title: string | null;
  readonly language: string | null;
  readonly charset: string;
  /** The address the page names as canonical: the tag in head, else the Link header; resolved and serialised. */
  readonly canonical: string | null;
  /** The canonical of the Link header alone: a page is indexable only when tag and header both agree with it. */
  readonly headerCanonical: string | null;
  /** Rules that hold for Googlebot: meta `robots` and `googlebot`, X-Robots-Tag general and `googlebot:`. */
  readonly googlebot: RobotsRules;
  readonly marks: readonly PageMark[];
  /** True when the page looks built by scripts: little text, an empty mount point, a "turn on JavaScript" note. */
  readonly looksScriptBuilt: boolean;
  readonly hasScript: boolean;
  /** Characters of folded text on the whole page (scripts and styles hold none). */
  readonly textLength: number;
  /** Characters of text outside nav, header and footer. */
  readonly mainTextLength: number;
  /** SHA-256 (hex) of the folded main text, null when there is none. */
  readonly mainTextHash: string | null;
  readonly linkCounts: { readonly internal: number; readonly outbound: number };
  /** Target of an instant `<meta http-equiv=refresh>`, null when there is none (D128). */
  readonly metaRefresh: string | null;
  /** Addresses of feeds (RSS, Atom) the page names in its head, at most 10. */
  readonly feeds: readonly string[];
  readonly occurrences: readonly Occurrence[];
}

export interface RedirectHop {
  readonly url: string;
  readonly status: number;
}

/** Whether robots.txt lets each reader in; null when robots.txt was not answered. */
export interface RobotsAllowed {
  readonly own: boolean;
  readonly googlebot: boolean;
}

/** Everything one visit to a page brought back. The judge needs nothing else but the terms. */
export interface Visit {
  /** Why there is no usable answer; null when a status line was read and no limit of the connection was hit. */
  readonly failure: { readonly code: UnreachableCode; readonly detail: string | null } | null;
  readonly robotsAllowed: RobotsAllowed | null;
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly redirects: readonly RedirectHop[];
  readonly contentType: string | null;
  /** null when no HTML was read. */
  readonly page: PageFacts | null;
  /** A limit that cut the reading short: the body was too large, or parsing hit its limits. */
  readonly limit: 'too_large' | 'parse_limit' | null;
  /** `none` = not rendered; `done` = the facts come from rendering; `failed` = rendering was needed and did not work. */
  readonly rendering: 'none' | 'done' | 'failed';
  /** Step on the URL ladder for each entry of `page.occurrences`, redirects already followed where allowed. */
  readonly matches: readonly MatchStep[];
  /**
   * Indexes of occurrences at `redirects_to_target` whose chain never left the target's own site: these are accepted
   * under `equivalent` too (finding `target_redirects`). Absent = none.
   */
  readonly ownSiteRedirects?: readonly number[];
}
