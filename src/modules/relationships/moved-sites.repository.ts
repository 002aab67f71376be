import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Between } from './relationship-rows.repository.js';

/** What is counted of relationships, made anew after links were moved from one site to another, in the open transaction. */
@Injectable()
export class MovedSitesRepository {
  constructor(private readonly database: Database) {}

  /** The brands that have links or placements with sites, or of which tools say that the sites link to them. */
  brandsOf(siteIds: readonly string[]): Promise<Between[]> {
    return this.database.manager().query<Between[]>(
      `select brand_id as "brandId", client_id as "clientId", site_id as "siteId" from links where site_id = any ($1::uuid[])
       union select brand_id, client_id, site_id from linking_sites where site_id = any ($1::uuid[])
       union select brand_id, client_id, site_id from placements where site_id = any ($1::uuid[]) and archived_at is null`,
      [siteIds],
    );
  }

  /** The relationships with sites. */
  relationshipsOf(siteIds: readonly string[]): Promise<{ brandId: string; siteId: string }[]> {
    return this.database
      .manager()
      .query<{ brandId: string; siteId: string }[]>(
        'select brand_id as "brandId", site_id as "siteId" from relationships where site_id = any ($1::uuid[])',
        [siteIds],
      );
  }

  /** Counts the links of the relationships with sites from the links themselves. */
  async recount(siteIds: readonly string[]): Promise<void> {
    const count = (direction: string, state: string): string =>
      `count(*) filter (where l.direction = '${direction}' and l.state = '${state}')`;
    await this.database.manager().query(
      `update relationships r set
         to_us_live = c.us_live, to_us_lost = c.us_lost, to_us_unknown = c.us_unknown,
         to_them_live = c.them_live, to_them_lost = c.them_lost, to_them_unknown = c.them_unknown,
         oldest_on = c.oldest, newest_on = c.newest
       from (
         select o.id, ${count('to_us', 'live')} as us_live, ${count('to_us', 'lost')} as us_lost, ${count('to_us', 'unknown')} as us_unknown,
           ${count('to_them', 'live')} as them_live, ${count('to_them', 'lost')} as them_lost, ${count('to_them', 'unknown')} as them_unknown,
           min(l.first_seen_on) as oldest, max(l.first_seen_on) as newest
         from relationships o left join links l on l.workspace_id = o.workspace_id and l.site_id = o.site_id and l.brand_id = o.brand_id
         where o.site_id = any ($1::uuid[]) group by o.id
       ) c where r.id = c.id`,
      [siteIds],
    );
  }
}
