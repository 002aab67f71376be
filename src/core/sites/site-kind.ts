import { parse } from 'tldts';

export const SITE_KINDS = ['domain', 'host', 'sub_domain', 'path'] as const;
/** A registrable domain, a host without one (an IP address, `localhost`), or a declared sub-site. */
export type SiteKind = (typeof SITE_KINDS)[number];

/** What kind of site a key made by `siteKey` or `subSiteKey` names; `isDeclared` when somebody cut it from another site. */
export function siteKind(key: string, isDeclared: boolean): SiteKind {
  if (isDeclared) return key.includes('/') ? 'path' : 'sub_domain';
  const { domain } = parse(key, { allowPrivateDomains: true, extractHostname: false });
  return domain === key ? 'domain' : 'host';
}
