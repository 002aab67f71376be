import { Injectable } from '@nestjs/common';
import { LIVE_COUNT_STATES } from '../../core/placements/placement.js';
import type { ExclusionReason, Stage } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';
import type { LiveLinks, ShownSuppression } from './conflict.dto.js';

/** What is said of one of several sites. */
type OfSite<Fact> = Fact & { readonly siteId: string };

/** Who of the team has a site. */
export interface Holder {
  readonly siteId: string;
  readonly ownerMemberId: string | null;
  readonly ownerName: string | null;
  readonly lockUntil: Date | null;
  readonly stage: Stage;
}

/** Another site of the same domain as `of`. */
export interface Sibling {
  readonly of: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly lastTouchAt: Date | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
}

/**
 * What the conflict guard looks at, in the open transaction: one statement a matter for any number of sites. Placements and links are only
 * counted, never changed.
 */
@Injectable()
export class ConflictQuery {
  constructor(private readonly database: Database) {}

  holders(siteIds: readonly string[]): Promise<Holder[]> {
    return this.query(
      `select p.site_id as "siteId", p.owner_member_id as "ownerMemberId", m.name as "ownerName", p.lock_until as "lockUntil", p.stage
       from prospects p left join members m on m.id = p.owner_member_id where p.site_id = any ($1::uuid[])`,
      [siteIds],
    );
  }

  /** Links to each client that stand now: those of the log, and placements it does not hold yet. */
  liveLinks(siteIds: readonly string[]): Promise<OfSite<LiveLinks>[]> {
    return this.query(
      `select live.site_id as "siteId", c.id as "clientId", c.name as "clientName", sum(live.n)::int as count from (
         select site_id, client_id, count(*) as n from links
         where site_id = any ($1::uuid[]) and direction = 'to_us' and state = 'live' group by site_id, client_id
         union all
         select p.site_id, p.client_id, count(*) from placements p
         where p.site_id = any ($1::uuid[]) and p.archived_at is null and p.state = any ($2::text[])
           and not exists (select 1 from links l where l.placement_id = p.id) group by p.site_id, p.client_id
       ) live join clients c on c.id = live.client_id group by live.site_id, c.id, c.name order by lower(c.name), c.id`,
      [siteIds, LIVE_COUNT_STATES],
    );
  }

  exclusions(
    siteIds: readonly string[],
  ): Promise<OfSite<{ clientId: string; clientName: string; reason: ExclusionReason }>[]> {
    return this.query(
      `select e.site_id as "siteId", e.client_id as "clientId", c.name as "clientName", e.reason
       from client_exclusions e join clients c on c.id = e.client_id
       where e.site_id = any ($1::uuid[]) order by lower(c.name), c.id`,
      [siteIds],
    );
  }

  /** The entries that keep everybody from the sites, or those who write for this client; one of each site. */
  suppressions(siteIds: readonly string[], clientId: string | null): Promise<OfSite<ShownSuppression>[]> {
    return this.query(
      `select distinct on (site_id) site_id as "siteId", id, reason, created_at as "createdAt" from suppressions
       where site_id = any ($1::uuid[]) and lifted_at is null and (client_id is null or client_id = $2)
       order by site_id, client_id nulls first`,
      [siteIds, clientId],
    );
  }

  /** The parents of declared sub-sites, their other sub-sites, and those cut from the sites themselves; so many of each. */
  siblings(siteIds: readonly string[], atMost: number): Promise<Sibling[]> {
    return this.query(
      `select f.id as "of", k.id as "siteId", k.site_key as "siteKey", k.at as "lastTouchAt", k.member_id as "memberId", m.name as "memberName"
       from sites f cross join lateral (
         select s.id, s.site_key, t.at, t.member_id, s.id = f.parent_site_id as is_parent from (
           select id from sites where id = f.parent_site_id
           union select id from sites where parent_site_id = f.id
           union select id from sites where parent_site_id = f.parent_site_id
         ) near join sites s on s.id = near.id
         left join lateral (
           select at, member_id from touches where site_id = s.id and archived_at is null order by at desc, id desc limit 1
         ) t on true
         where s.id <> f.id and s.archived_at is null
         order by s.id = f.parent_site_id desc nulls last, t.at desc nulls last, s.site_key limit $2
       ) k left join members m on m.id = k.member_id
       where f.id = any ($1::uuid[])
       order by f.id, k.is_parent desc nulls last, k.at desc nulls last, k.site_key`,
      [siteIds, atMost],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
