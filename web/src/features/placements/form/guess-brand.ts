/** What the guess needs of a brand. */
export interface GuessableBrand {
  readonly id: string;
  readonly homeUrl: string;
  readonly siteKey?: string | null;
}

/**
 * The brand a target address belongs to: the one whose site holds the host; of several, the one whose home is the
 * longest prefix of the address. Null when none fits, so the form asks instead of guessing wrong.
 */
export function guessBrand<Brand extends GuessableBrand>(
  target: string,
  brands: readonly Brand[],
): Brand | null {
  const url = addressOf(target);
  if (!url) return null;
  const fitting = brands.filter((brand) => isOnSite(url.hostname, brand));
  return fitting.reduce<Brand | null>(
    (best, brand) => (best && depth(best, url) >= depth(brand, url) ? best : brand),
    null,
  );
}

/** Reads what a person pastes: with or without scheme. Null when it is no web address at all. */
export function addressOf(typed: string): URL | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const isWeb = url.username === '' && (url.hostname.includes('.') || url.hostname === 'localhost');
  return isWeb ? url : null;
}

/** True when the address names only a site (no page of it): then the page is still to be found. */
export function isOnlyASite(typed: string): boolean {
  const url = addressOf(typed);
  return url !== null && !/^https?:\/\//i.test(typed.trim()) && url.pathname === '/' && url.search === '';
}

const bare = (host: string): string => host.toLowerCase().replace(/^www\./, '');

function isOnSite(host: string, brand: GuessableBrand): boolean {
  const home = addressOf(brand.homeUrl);
  const keys = [home?.hostname, brand.siteKey?.split('/')[0]]
    .filter((key): key is string => Boolean(key))
    .map(bare);
  return keys.some((key) => bare(host) === key || bare(host).endsWith(`.${key}`));
}

function depth(brand: GuessableBrand, url: URL): number {
  const home = addressOf(brand.homeUrl);
  if (!home) return 0;
  const sameHost = bare(home.hostname) === bare(url.hostname) ? 1000 : 0;
  return sameHost + (url.pathname.startsWith(home.pathname) ? home.pathname.length : 0);
}
