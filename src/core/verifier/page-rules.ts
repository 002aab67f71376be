import type { Visit } from './facts.js';
import { isAtLeast, matchStep } from './url-ladder.js';

/** Why search engines would not index a page. */
export type NotIndexableReason = 'noindex' | 'robots_txt' | 'canonical';

/**
 * Says why Google would not index the page that was read, null when it may: noindex or none for Googlebot in meta or
 * header, robots.txt against Googlebot, or a canonical (tag or header) that is another address.
 */
export function notIndexableReason(visit: Visit): NotIndexableReason | null {
  if (visit.page?.googlebot.noindex === true) return 'noindex';
  if (visit.robotsAllowed?.googlebot === false) return 'robots_txt';
  return hasOtherCanonical(visit) ? 'canonical' : null;
}

function hasOtherCanonical({ page, finalUrl }: Visit): boolean {
  if (page === null || finalUrl === null) return false;
  return [page.canonical, page.headerCanonical].some(
    (canonical) => canonical !== null && !isAtLeast(matchStep(canonical, finalUrl), 'equivalent'),
  );
}

/** Whether the page may be indexed by Google; null when no HTML was read. */
export function isIndexable(visit: Visit): boolean | null {
  return visit.page === null ? null : notIndexableReason(visit) === null;
}

/** Whether the page lets Google follow its links (no page-level nofollow or none); null when no HTML was read. */
export function isFollowable(visit: Visit): boolean | null {
  return visit.page === null ? null : !visit.page.googlebot.nofollow;
}
