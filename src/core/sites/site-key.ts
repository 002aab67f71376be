import { parse } from 'tldts';
import { canonicalHost, readHost, withoutTrailing } from './host.js';
import { normalisePercentEncoding } from './percent-encoding.js';
import { decodePunycode } from './punycode.js';

const SUFFIX_OPTIONS = { allowPrivateDomains: true, extractHostname: false };

/**
 * The key of the site an address belongs to: the longest declared sub-site that holds it, else the registrable domain
 * (public suffix list with private suffixes), else the host; ASCII, without port. null when the text holds no host.
 *
 * `declaredSubSites` are keys as `subSiteKey` makes them: `host` (holds its own sub-domains too) or `host/path` (whole
 * segments of that one host, `www` apart).
 */
export function siteKey(
  urlOrHost: string,
  declaredSubSites: ReadonlySet<string> | readonly string[] = [],
): string | null {
  const read = readHost(urlOrHost);
  if (read === null) return null;
  const declared = declaredSubSites instanceof Set ? declaredSubSites : new Set(declaredSubSites);
  return declaredKey(withoutWww(read.host), read.path, declared) ?? registrableDomain(read.host);
}

/** The registrable domain of a parsed host, or the host itself where none exists (IP, `localhost`, a bare suffix). */
export function registrableDomain(hostname: string): string {
  const host = withoutWww(canonicalHost(hostname));
  return demoSite(host) ?? parse(host, SUFFIX_OPTIONS).domain ?? host;
}

/**
 * The demo web's names stand for sites of different people, so `demo.test` counts as a public suffix. No real name is
 * under it: `test` is reserved (RFC 6761).
 */
function demoSite(host: string): string | null {
  return /(?:^|\.)([^.]+\.demo\.test)$/.exec(host)?.[1] ?? null;
}

/**
 * `www.` never makes a site of its own, so it is dropped; only directly before a public suffix such as `com` it stays, for there
 * it is the registered name. Before a private suffix (`www.github.io`) it goes.
 */
function withoutWww(host: string): string {
  if (!host.startsWith('www.')) return host;
  const rest = host.slice('www.'.length);
  const { domain, isPrivate, publicSuffix } = parse(rest, SUFFIX_OPTIONS);
  const isBareSuffix = domain === null && publicSuffix === rest && !isPrivate;
  return isBareSuffix ? host : rest;
}

/** Why a text cannot be declared a sub-site. */
export type SubSiteRefusal = 'no_host' | 'not_below_its_site';

/**
 * Reads what somebody declares as a sub-site, a sub-domain or a path prefix, into its key and the key of the site it is cut
 * from. Refused: text without a host, and the site itself (no sub-domain and no path).
 */
export function subSiteKey(
  urlOrHost: string,
): { ok: true; key: string; parent: string } | { ok: false; reason: SubSiteRefusal } {
  const read = readHost(urlOrHost);
  if (read === null) return { ok: false, reason: 'no_host' };
  const host = withoutWww(read.host);
  const key = host + folded(read.path);
  const parent = registrableDomain(host);
  return key === parent ? { ok: false, reason: 'not_below_its_site' } : { ok: true, key, parent };
}

/**
 * The nearest declared sub-site: the longest path of the very host, then that host, then the hosts it lies within. A few look-ups per
 * address, however many sub-sites are declared.
 */
function declaredKey(host: string, path: string, declared: ReadonlySet<string>): string | null {
  if (declared.size === 0) return null;
  for (let prefix = folded(path); prefix !== ''; prefix = withoutTrailing(withoutLastSegment(prefix), '/')) {
    if (declared.has(host + prefix)) return host + prefix;
  }
  for (let name = host; name !== ''; name = withoutFirstLabel(name)) {
    if (declared.has(name)) return name;
  }
  return null;
}

function withoutLastSegment(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function withoutFirstLabel(host: string): string {
  const dot = host.indexOf('.');
  return dot === -1 ? '' : host.slice(dot + 1);
}

function hostOf(key: string): string {
  return key.replace(/\/.*$/, '');
}

function folded(path: string): string {
  return withoutTrailing(normalisePercentEncoding(path), '/');
}

/**
 * A site key as people read it: punycode labels in Unicode, percent-escapes of a path decoded. A label that Unicode would
 * not lead back to the same host stays ASCII.
 */
export function displayHost(key: string): string {
  const host = hostOf(key);
  const shown = host.split('.').map(unicodeLabel).join('.');
  const safe = shown === host || readHost(shown)?.host === host ? shown : host;
  return safe + readablePath(key.slice(host.length));
}

function unicodeLabel(label: string): string {
  return label.startsWith('xn--') ? (decodePunycode(label.slice('xn--'.length)) ?? label) : label;
}

/** Decodes whole runs of escapes that are UTF-8; `decodeURIComponent` would throw on others, so those stay. */
function readablePath(path: string): string {
  return path.replace(/(?:%[0-9A-F]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    const text = new TextDecoder().decode(bytes);
    return /[\uFFFD\p{C}\s/?#%]/u.test(text) ? run : text;
  });
}
