import { Injectable } from '@nestjs/common';
import { displayHost, siteKey } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ConflictService } from '../prospects/conflict.service.js';
import { type KnownSite, KnownSites } from './known-sites.query.js';
import type { FoundProspect, FoundSite, FoundSiteList, FoundSitesWish } from './web-search.dto.js';

/** Tells what the team knows of sites that were found on the web. */
@Injectable()
export class FoundSites {
  constructor(
    private readonly database: Database,
    private readonly known: KnownSites,
    private readonly conflicts: ConflictService,
  ) {}

  list(who: Principal, { siteKeys, clientId }: FoundSitesWish): Promise<FoundSiteList> {
    return this.database.inWorkspace(scopeOf(who), async () => ({
      items: await this.of(who, siteKeys, clientId),
    }));
  }

  /** Of each of these keys, in their order, in the open transaction: as many statements as for one. */
  async of(who: Principal, keys: readonly string[], clientId: string | undefined): Promise<FoundSite[]> {
    // A brand lives at a whole domain, whatever sub-sites were declared of it.
    const domains = new Map(keys.map((key) => [key, siteKey(key) ?? key]));
    const known = await this.known.byKeys(keys);
    const brands = await this.known.ownBrands([...domains.values()]);
    const siteIds = [...new Set([...known.values()].map(({ siteId }) => siteId))];
    const conflicts = await this.conflicts.ofSites(who, siteIds, { clientId });
    return keys.map((key) => {
      const site = known.get(key) ?? null;
      const brand = brands.get(domains.get(key) ?? key);
      return {
        siteKey: key,
        displayHost: displayHost(key),
        siteId: site?.siteId ?? null,
        prospect: prospectOf(site),
        ownBrand: brand === undefined ? null : { id: brand.id, name: brand.name },
        placements: site?.placements ?? 0,
        conflict: site === null ? null : (conflicts.get(site.siteId) ?? null),
      };
    });
  }
}

function prospectOf(site: KnownSite | null): FoundProspect | null {
  if (site === null || site.prospectId === null || site.status === null) return null;
  const { prospectId, status, ownerName, archivedAt } = site;
  return { id: prospectId, status, ownerName, archivedAt };
}
