import { ADDRESS_LIMIT } from '../clients/address.js';
import { siteKey } from '../sites/site-key.js';
import { equivalentKey } from '../verifier/url-ladder.js';

/** Why two addresses make no link of the log. */
export type LinkRefusal = 'no_web_address' | 'too_long' | 'own_site';

export type LinkEnds =
  | { readonly ok: true; readonly sourceKey: string; readonly targetKey: string }
  | { readonly ok: false; readonly reason: LinkRefusal };

/**
 * Reads the two ends of a link into the keys under which all equivalent spellings are one page (D135-D141). Refused: what is no http(s)
 * address, more than 4,000 characters, and links within the brand's own site, which are no links to anybody (D2).
 */
export function linkEnds(sourceUrl: string, targetUrl: string, ownSiteKey: string): LinkEnds {
  if (sourceUrl.length > ADDRESS_LIMIT || targetUrl.length > ADDRESS_LIMIT) return refused('too_long');
  const sourceKey = equivalentKey(sourceUrl);
  const targetKey = equivalentKey(targetUrl);
  if (sourceKey === null || targetKey === null) return refused('no_web_address');
  if (siteKey(sourceUrl) === ownSiteKey && siteKey(targetUrl) === ownSiteKey) return refused('own_site');
  return { ok: true, sourceKey, targetKey };
}

function refused(reason: LinkRefusal): LinkEnds {
  return { ok: false, reason };
}
