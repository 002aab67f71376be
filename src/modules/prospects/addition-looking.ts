import { Injectable } from '@nestjs/common';
import { type Addition, judgeAddition } from '../../core/prospects/addition.js';
import { siteKey } from '../../core/sites/site-key.js';
import { SitesService } from '../sites/sites.service.js';
import { AdditionFactsQuery, type AdditionSite } from './addition-facts.query.js';
import { ConflictQuery } from './prospects-conflict.query.js';

/** One address, with what becomes of its site. */
export interface JudgedAddress extends Addition {
  readonly address: string;
  /** The key of its domain, where it has one. */
  readonly key: string | null;
  /** Null where the address names none, or one of ours. */
  readonly site: AdditionSite | null;
}

/** Says of many addresses what becomes of them as prospects, in the open transaction. Sites nobody knew are made. */
@Injectable()
export class AdditionLooking {
  constructor(
    private readonly facts: AdditionFactsQuery,
    private readonly conflicts: ConflictQuery,
    private readonly sites: SitesService,
  ) {}

  /** In the order of the addresses; a few statements for all of them. */
  async judge(addresses: readonly string[], clientId: string | null): Promise<JudgedAddress[]> {
    const keys = new Map(addresses.map((address) => [address, siteKey(address)]));
    const own = await this.facts.ownKeys([...keys.values()].flatMap((key) => key ?? []));
    const isOwn = (address: string): boolean => own.has(keys.get(address) ?? '');
    const siteIds = await this.sites.forAddresses([...keys.keys()].filter((address) => !isOwn(address)));
    const ids = [...new Set(siteIds.values())];
    const sites = await this.facts.sites(ids);
    const stopped = siteIdsOf(await this.conflicts.suppressions(ids, clientId));
    const excluded = siteIdsOf(
      (await this.conflicts.exclusions(ids)).filter((exclusion) => exclusion.clientId === clientId),
    );
    return addresses.map((address) => {
      const site = sites.get(siteIds.get(address) ?? '') ?? null;
      const key = keys.get(address) ?? null;
      return {
        address,
        key,
        site,
        ...judgeAddition({
          isSite: key !== null,
          isOwn: isOwn(address),
          isSuppressed: site !== null && stopped.has(site.siteId),
          isExcluded: site !== null && excluded.has(site.siteId),
          prospect: standing(site),
        }),
      };
    });
  }
}

function standing(site: AdditionSite | null): 'none' | 'here' | 'archived' {
  if (site === null || site.prospectId === null) return 'none';
  return site.archivedAt === null ? 'here' : 'archived';
}

function siteIdsOf(rows: readonly { readonly siteId: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ siteId }) => siteId));
}
