/** A site as the search for hosts answers with it. */
export interface KnownSite {
  readonly id: string;
  readonly host: string;
  readonly pathPrefix: string;
  readonly displayHost: string;
}

interface Typed {
  readonly host: string;
  readonly path: string;
}

/** Host and path of what was typed or pasted, with or without its scheme; null while it is no web address yet. */
export function typedAddress(text: string): Typed | null {
  const bare = text.trim();
  if (bare === '' || /\s/u.test(bare)) return null;
  const address = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/\.$/, '').replace(/^www\d?\./, '');
  return host.includes('.') && !host.endsWith('.') ? { host, path: pathname } : null;
}

/** The hosts a typed one may belong to, the nearest first: itself, then what it is a part of. */
export function hostsAbove(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
}

/** The site an address lies on: of those with this host, the one with the longest path that holds it. */
export function siteOf(sites: readonly KnownSite[], host: string, path: string): KnownSite | null {
  const fitting = sites.filter(
    (site) => site.host === host && (path === site.pathPrefix || path.startsWith(withSlash(site.pathPrefix))),
  );
  return fitting.sort((a, b) => b.pathPrefix.length - a.pathPrefix.length)[0] ?? null;
}

function withSlash(prefix: string): string {
  return prefix.endsWith('/') ? prefix : `${prefix}/`;
}
