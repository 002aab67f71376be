import { siteKey } from '../sites/site-key.js';

/** Hosts remembered: those of neighbouring rows are often alike, and more of them would be memory. */
const KEPT = 8192;

/** Finds the sites of serialised addresses, remembering those of hosts met before: large files name the same hosts over and over. */
export class SiteFinder {
  private readonly byHost = new Map<string, string | null>();

  /** The key of the site of an address or bare host, without declared sub-sites; null when there is no host in it. */
  siteOf(urlOrHost: string): string | null {
    const host = hostPart(urlOrHost);
    const known = this.byHost.get(host);
    if (known !== undefined) return known;
    if (this.byHost.size >= KEPT) this.byHost.clear();
    const key = siteKey(host);
    // A copy: a piece of a text would keep the whole text in memory.
    this.byHost.set([...host].join(''), key);
    return key;
  }
}

/** The host with its port, of an address that is serialised or has no user in it; anything else stays whole. */
function hostPart(urlOrHost: string): string {
  const from = /^https?:\/\//i.exec(urlOrHost)?.[0].length ?? 0;
  const end = urlOrHost.slice(from).search(/[/?#]/);
  const host = end === -1 ? urlOrHost.slice(from) : urlOrHost.slice(from, from + end);
  return host.includes('@') || host.includes('\\') ? urlOrHost : host;
}
