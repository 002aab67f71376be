import type { AcceptedStep, MatchStep } from '../placements/terms.js';
import { isAtLeast } from '../verifier/url-ladder.js';

const DAY_MS = 86_400_000;

/** How an address is named on a site: by its feed, or by its sitemap with the day of the last change. */
export interface NamedPage {
  readonly url: string;
  /** Epoch milliseconds; null where the list says no day. */
  readonly at: number | null;
}

/** Where a site lists its new pages: the feeds its home page names, else the usual places; sitemaps besides. */
export function listAddresses(homeUrl: string, feeds: readonly string[]): string[] {
  const at = (path: string): string => new URL(path, homeUrl).href;
  const named = feeds.filter((feed) => !/comment|reacties/i.test(feed)).slice(0, 2);
  const usual = ['feed', 'rss.xml', 'atom.xml'].map(at);
  return [...(named.length > 0 ? named : usual), at('sitemap.xml')];
}

/**
 * Pages worth reading, the newest first: those that changed since the link was promised. A list without days says nothing, so its first ones
 * are read: feeds begin with the newest. No page is read twice unless it changed since.
 */
export function pagesToRead(
  named: readonly NamedPage[],
  { since, read, most }: { since: number; read: ReadonlyMap<string, number>; most: number },
): NamedPage[] {
  const seen = new Set<string>();
  const fresh = named.filter(({ url, at }) => {
    if (seen.has(url) || (at !== null && at < since)) return false;
    seen.add(url);
    const readAt = read.get(url);
    return readAt === undefined || (at !== null && at > readAt);
  });
  const newest = (page: NamedPage): number => page.at ?? since;
  return fresh.sort((one, other) => newest(other) - newest(one)).slice(0, most);
}

/** Whether a page holds the awaited link, something close to it that a person may accept, or nothing of the target's site. */
export function judgeCandidate(step: MatchStep, accepted: AcceptedStep): 'found' | 'candidate' | 'nothing' {
  if (isAtLeast(step, accepted)) return 'found';
  return step === 'other' ? 'nothing' : 'candidate';
}

/**
 * When a site is searched again (epoch milliseconds): daily for a month from the day the link was promised or due, then weekly for a
 * year; after that nobody looks unless asked (null).
 */
export function nextSearch(
  now: number,
  { since, dueAt }: { since: number; dueAt: number | null },
): number | null {
  const age = now - Math.max(since, dueAt ?? since);
  if (age > 365 * DAY_MS) return null;
  return now + (age > 30 * DAY_MS ? 7 : 1) * DAY_MS;
}
