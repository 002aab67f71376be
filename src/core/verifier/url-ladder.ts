import type { AcceptedStep, MatchStep } from '../placements/terms.js';
import { MATCH_STEPS } from '../placements/terms.js';
import { canonicalHost } from '../sites/host.js';
import { parseUrl } from '../sites/parse-url.js';
import { normalisePercentEncoding } from '../sites/percent-encoding.js';
import { siteKey } from '../sites/site-key.js';
import { TRACKING_PARAMETERS, withoutTracking } from './tracking-parameters.js';

export interface LadderSettings {
  /** Keys of the workspace's declared sub-sites (core/sites); none by default. */
  readonly declaredSubSites?: readonly string[];
  /** Tracking parameters to drop; D140 by default. */
  readonly trackingParameters?: readonly string[];
  /** Addresses read before under these settings: the ladder fills it. For holding many targets against the links of one page. */
  readonly readings?: Map<string, AddressReading>;
}

/** What was read of an address; its site only once it was asked for. */
export interface AddressReading {
  readonly url: NormalUrl | null;
  site?: string | null;
}

/** An http(s) address in the parts the ladder compares; equal `place` and `query` make two addresses equivalent. */
export interface NormalUrl {
  /** The serialisation of the URL Standard, fragment included. */
  readonly href: string;
  /** Host without leading www and trailing dot, port and path without trailing slash, percent-escapes in one spelling. */
  readonly place: string;
  /** Query without tracking parameters, order and case kept. */
  readonly query: string;
}

/**
 * Reads an address for the ladder (D135-D138); null when it is not an absolute http(s) URL. What is left out: scheme, leading www,
 * trailing slash and dot, default port, fragment, tracking parameters, spelling of percent-escapes.
 */
export function normaliseUrl(text: string, settings: LadderSettings = {}): NormalUrl | null {
  const url = parseUrl(text);
  if (url === null) return null;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = canonicalHost(url.hostname).replace(/^www\./, '');
  const user = url.username === '' && url.password === '' ? '' : `${url.username}:${url.password}@`;
  const path = normalisePercentEncoding(url.pathname).replace(/\/$/, '');
  const query = withoutTracking(url.search.slice(1), settings.trackingParameters ?? TRACKING_PARAMETERS);
  return {
    href: url.href,
    place: `${user}${host}:${url.port}${path}`,
    query: normalisePercentEncoding(query),
  };
}

/** One text for all equivalent spellings of an address (the step `equivalent`); null when it is not http(s). */
export function equivalentKey(address: string, settings: LadderSettings = {}): string | null {
  const url = normaliseUrl(address, settings);
  return url === null ? null : `${url.place}?${url.query}`;
}

/**
 * The step of the URL ladder on which `href` stands to `targetUrl` (D139), as far as the two addresses alone can tell:
 * `redirects_to_target` is found by requesting (redirect-steps.ts).
 *
 * `exact` is equal serialisation by the URL Standard, fragment included: a different fragment is `equivalent`. An address that is
 * not http(s) is `other`.
 */
export function matchStep(href: string, targetUrl: string, settings: LadderSettings = {}): MatchStep {
  return ladderFor(targetUrl, settings)(href);
}

/** `matchStep` with the target read once, for pages with many links. */
export function ladderFor(targetUrl: string, settings: LadderSettings): (href: string) => MatchStep {
  const target = normaliseUrl(targetUrl, settings);
  if (target === null) return () => 'other';
  const targetSite = siteKey(target.href, settings.declaredSubSites);
  return (href) => {
    const reading = readingOf(href, settings);
    const { url } = reading;
    if (url === null) return 'other';
    if (url.href === target.href) return 'exact';
    if (url.place === target.place)
      return url.query === target.query ? 'equivalent' : 'same_path_other_query';
    reading.site ??= siteKey(url.href, settings.declaredSubSites);
    return reading.site === targetSite ? 'same_site' : 'other';
  };
}

function readingOf(href: string, settings: LadderSettings): AddressReading {
  const kept = settings.readings?.get(href);
  if (kept !== undefined) return kept;
  const reading = { url: normaliseUrl(href, settings) };
  settings.readings?.set(href, reading);
  return reading;
}

/** Whether `step` stands as high as `accepted` or higher. */
export function isAtLeast(step: MatchStep, accepted: MatchStep): boolean {
  return MATCH_STEPS.indexOf(step) <= MATCH_STEPS.indexOf(accepted);
}

/**
 * Whether an occurrence on `step` is one the placement accepts. A redirect that never leaves the target's own site
 * is accepted under `equivalent` too.
 */
export function isAccepted(step: MatchStep, accepted: AcceptedStep, isOwnSiteRedirect: boolean): boolean {
  if (isAtLeast(step, accepted)) return true;
  return accepted === 'equivalent' && step === 'redirects_to_target' && isOwnSiteRedirect;
}
