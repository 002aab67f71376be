import ipaddr from 'ipaddr.js';
import { parseUrl } from './parse-url.js';

/** An address as typed by somebody, read as host and path; both in the spelling of the URL Standard. */
export interface HostAndPath {
  /** ASCII, lower case, without port, userinfo and trailing dots; an IPv6 address without brackets. */
  readonly host: string;
  readonly path: string;
}

/** A bare host that the URL Standard leaves as it is; most of a list of sites. Its last label begins with a letter: it is no IPv4 address. */
const PLAIN_HOST = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/;

/**
 * Reads a URL or a bare host (with or without port and path) by the URL Standard (D135, D136); null when there is no
 * host in it.
 */
export function readHost(urlOrHost: string): HostAndPath | null {
  const typed = urlOrHost.trim();
  if (PLAIN_HOST.test(typed) && !typed.includes('xn--')) return { host: typed, path: '/' };
  const text = withScheme(typed);
  const url = parseUrl(text);
  if (url === null) return null;
  const host = canonicalHost(url.hostname);
  return host === '' ? null : { host, path: url.pathname };
}

/**
 * Web addresses need no slashes behind their scheme (`https:/example.com`, `https:\\example.com`): the URL Standard reads them all alike, and
 * what would be `https` with a port is meant by nobody.
 */
function withScheme(text: string): string {
  if (/^(?:https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) return text;
  if (text.startsWith('//')) return `https:${text}`;
  return ipaddr.IPv6.isValid(text) ? `https://[${text}]` : `https://${text}`;
}

/**
 * One spelling for a parsed host name: no trailing dots, no brackets, and an IPv4 address inside IPv6 (`::ffff:1.2.3.4`) as
 * that IPv4 address.
 */
export function canonicalHost(hostname: string): string {
  const bare = withoutTrailing(hostname.replace(/^\[|\]$/g, ''), '.');
  // The URL Standard has already given an IPv4 address its one spelling.
  return bare.includes(':') && ipaddr.IPv6.isValid(bare)
    ? ipaddr.process(bare).toString()
    : bare.toLowerCase();
}

/** Cuts a run of one character off the end, in linear time also for texts made of nothing else. */
export function withoutTrailing(text: string, char: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === char) end -= 1;
  return text.slice(0, end);
}
