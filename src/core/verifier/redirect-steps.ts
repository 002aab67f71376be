import type { MatchStep } from '../placements/terms.js';
import { parseUrl } from '../sites/parse-url.js';
import { registrableDomain, siteKey } from '../sites/site-key.js';
import type { Occurrence } from './facts.js';
import { looksLikeRedirector, wrapperOf } from './link-wrappers.js';
import { isAtLeast, type LadderSettings, ladderFor } from './url-ladder.js';

/** How many addresses one check may request to see whether they lead to the target. */
const FOLLOW_LIMIT = 3;

/** What the choice of candidates needs of an occurrence. */
export type Followable = Pick<Occurrence, 'href' | 'region'>;

/** Where a link of the page stands and whose page it is on. */
export interface FollowContext extends LadderSettings {
  /** The address of the page the links were read from. */
  readonly pageUrl: string;
}

/**
 * The addresses (at most 3, distinct, without fragment) worth requesting to see whether they redirect to the target: links to the
 * target's own site, and wrappers (known ones, and the page's own redirect addresses). None when a link already matches
 * `exact` or `equivalent`, and never the page itself, which has answered. Those most likely to lead there come first.
 */
export function followCandidates(
  occurrences: readonly Followable[],
  targetUrl: string,
  context: FollowContext,
): readonly string[] {
  const step = ladderFor(targetUrl, context);
  const rank = rankFor(targetUrl, context);
  const page = withoutFragment(context.pageUrl);
  const ranked = new Map<string, number>();
  for (const occurrence of occurrences) {
    const own = step(occurrence.href);
    if (isAtLeast(own, 'equivalent')) return [];
    const score = rank(occurrence, own);
    if (score === null) continue;
    const address = withoutFragment(occurrence.href);
    if (address === page) continue;
    ranked.set(address, Math.min(score, ranked.get(address) ?? score));
  }
  const best = [...ranked].sort(([, one], [, other]) => one - other);
  return best.slice(0, FOLLOW_LIMIT).map(([address]) => address);
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** Lower is likelier; null is never requested. Half a step is lost outside the content. */
function rankFor(
  targetUrl: string,
  { pageUrl, declaredSubSites }: FollowContext,
): (occurrence: Followable, step: MatchStep) => number | null {
  const target = parseUrl(targetUrl);
  const targetHost = target === null ? null : registrableDomain(target.hostname);
  const targetSite = siteKey(targetUrl, declaredSubSites);
  const pageSite = siteKey(pageUrl, declaredSubSites);
  return (occurrence, step) => {
    const kind = kindOf(occurrence.href, step);
    if (kind === null) return null;
    return kind + (occurrence.region === 'content' ? 0 : 0.5);
  };

  function kindOf(href: string, step: MatchStep): number | null {
    const isWrapper = wrapperOf(href) !== null;
    const isOwnRedirector = siteKey(href, declaredSubSites) === pageSite && looksLikeRedirector(href);
    if (isWrapper || isOwnRedirector) return namesHost(href, targetHost) ? 0 : 2;
    if (step === 'same_path_other_query') return 1;
    if (step !== 'same_site') return null;
    // On a page of the target's own site every menu entry is "same site": they come last.
    return pageSite === targetSite ? 4 : 1;
  }
}

function namesHost(href: string, host: string | null): boolean {
  return host !== null && href.toLowerCase().includes(host);
}

/** What following one link has shown: it leads to the target, and whether it never left the target's own site. */
export interface RedirectStep {
  readonly step: 'redirects_to_target';
  readonly ownSite: boolean;
  /** The shortener or affiliate host the link went through, null when none. */
  readonly wrapper: string | null;
}

/**
 * Reads an observed chain: every address requested, from the link's own to the one that answered without redirecting. null
 * when it does not end at the target (`exact` or `equivalent`) or never redirected.
 */
export function redirectStep(
  chain: readonly string[],
  targetUrl: string,
  settings: LadderSettings = {},
): RedirectStep | null {
  const last = chain.at(-1);
  if (last === undefined || chain.length < 2) return null;
  const step = ladderFor(targetUrl, settings);
  if (!isAtLeast(step(last), 'equivalent')) return null;
  const ownSite = chain.every((address) => isAtLeast(step(address), 'same_site'));
  return { step: 'redirects_to_target', ownSite, wrapper: firstWrapper(chain) };
}

function firstWrapper(chain: readonly string[]): string | null {
  for (const address of chain) {
    const wrapper = wrapperOf(address);
    if (wrapper !== null) return wrapper;
  }
  return null;
}

/** The chains seen, by the address that was requested (as `followCandidates` gave it). */
export type ObservedChains = ReadonlyMap<string, readonly string[]>;

/**
 * The step of every occurrence with redirects read in, as `Visit.matches` and `Visit.ownSiteRedirects` want them. A link whose
 * own address says less than its chain is lifted to `redirects_to_target`; none is ever lowered.
 */
export function matchOccurrences(
  occurrences: readonly Pick<Occurrence, 'href'>[],
  targetUrl: string,
  chains: ObservedChains,
  settings: LadderSettings = {},
): { matches: MatchStep[]; ownSiteRedirects: number[] } {
  const step = ladderFor(targetUrl, settings);
  const ownSiteRedirects: number[] = [];
  const matches = occurrences.map(({ href }, index) => {
    const own = step(href);
    if (isAtLeast(own, 'equivalent')) return own;
    const seen = redirectStep(chains.get(withoutFragment(href)) ?? [], targetUrl, settings);
    if (seen?.ownSite === true) ownSiteRedirects.push(index);
    return seen?.step ?? own;
  });
  return { matches, ownSiteRedirects };
}
