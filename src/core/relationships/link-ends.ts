import { ADDRESS_LIMIT } from '../clients/address.js';
import { siteKey } from '../sites/site-key.js';
import { equivalentKey } from '../verifier/url-ladder.js';

/** Why two addresses make no link of the log. */
export type LinkRefusal = 'no_web_address' | 'too_long' | 'own_site';

export type LinkEnds =
  | { readonly ok: true; readonly sourceKey: string; readonly targetKey: string }
  | { readonly ok: false; readonly reason: LinkRefusal };

export type EndsReader = (sourceUrl: string, targetUrl: string, ownSiteKey: string) => LinkEnds;

/**
 * Reads the two ends of links into the keys under which all equivalent spellings are one page (D135-D141). Refused: what is no http(s)
 * address, more than 4,000 characters, and links within the brand's own site, which are no links to anybody (D2). Addresses and hosts
 * that come again, as targets do, are read once: make one reader for each batch.
 */
export function endsReader(declaredSubSites: readonly string[] = []): EndsReader {
  const keyOf = remembered((url) => equivalentKey(url));
  const siteOf = remembered((place) => siteKey(place, declaredSubSites));
  const hasPaths = declaredSubSites.some((key) => key.includes('/'));
  const isOwn = (url: string, ownSiteKey: string): boolean =>
    siteOf(hasPaths ? url : hostOf(url)) === ownSiteKey;
  return (sourceUrl, targetUrl, ownSiteKey) => {
    if (sourceUrl.length > ADDRESS_LIMIT || targetUrl.length > ADDRESS_LIMIT) return refused('too_long');
    const sourceKey = keyOf(sourceUrl);
    const targetKey = keyOf(targetUrl);
    if (sourceKey === null || targetKey === null) return refused('no_web_address');
    if (isOwn(sourceUrl, ownSiteKey) && isOwn(targetUrl, ownSiteKey)) return refused('own_site');
    return { ok: true, sourceKey, targetKey };
  };
}

/** The part of an address that says whose it is, where no declared sub-site is a path. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#\\]*/i.exec(url)?.[0] ?? url;
}

function remembered(read: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const answer = read(text);
    known.set(text, answer);
    return answer;
  };
}

function refused(reason: LinkRefusal): LinkEnds {
  return { ok: false, reason };
}
