import { Injectable } from '@nestjs/common';
import type { ProspectStatus } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';

/** A site the workspace has, with its prospect, and how many placements one may see there. */
export interface KnownSite {
  readonly siteKey: string;
  readonly siteId: string;
  readonly prospectId: string | null;
  readonly status: ProspectStatus | null;
  readonly ownerName: string | null;
  readonly archivedAt: Date | null;
  readonly placements: number;
}

/** A brand of ours that lives at a site. */
export interface OwnBrand {
  readonly siteKey: string;
  readonly id: string;
  readonly name: string;
}

/** What the workspace knows of sites by their keys, in the open transaction: one statement for any number. */
@Injectable()
export class KnownSites {
  constructor(private readonly database: Database) {}

  /** Keys nobody has are left out; a site that was merged answers as the one it became. */
  async byKeys(keys: readonly string[]): Promise<ReadonlyMap<string, KnownSite>> {
    const rows = await this.query<KnownSite>(
      `select f.site_key as "siteKey", s.id as "siteId", p.id as "prospectId", p.status, m.name as "ownerName", p.archived_at as "archivedAt",
         (select count(*)::int from placements l where l.site_id = s.id and l.archived_at is null) as placements
       from sites f
       join sites s on s.id = coalesce(f.merged_into_id, f.id)
       left join prospects p on p.site_id = s.id
       left join members m on m.id = p.owner_member_id
       where f.site_key = any ($1::text[])`,
      [keys],
    );
    return new Map(rows.map((row) => [row.siteKey, row]));
  }

  /** The brands of the clients one may see, by the keys of their sites; of several at one site the first by name. */
  async ownBrands(keys: readonly string[]): Promise<ReadonlyMap<string, OwnBrand>> {
    const rows = await this.query<OwnBrand>(
      `select distinct on (site_key) site_key as "siteKey", id, name from brands
       where site_key = any ($1::text[]) and archived_at is null order by site_key, lower(name), id`,
      [keys],
    );
    return new Map(rows.map((row) => [row.siteKey, row]));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
