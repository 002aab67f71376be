import { Injectable } from '@nestjs/common';
import { LIVE_COUNT_STATES } from '../../core/placements/placement.js';
import type { ExclusionReason, Stage } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';
import type { LiveLinks, ShownSuppression } from './conflict.dto.js';

/** Who of the team has the site. */
export interface Holder {
  readonly ownerMemberId: string | null;
  readonly ownerName: string | null;
  readonly lockUntil: Date | null;
  readonly stage: Stage;
}

/** Another site of the same domain. */
export interface Sibling {
  readonly siteId: string;
  readonly siteKey: string;
  readonly lastTouchAt: Date | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
}

/** What the conflict guard looks at, in the open transaction. Placements and links are only counted, never changed. */
@Injectable()
export class ConflictQuery {
  constructor(private readonly database: Database) {}

  async holder(siteId: string): Promise<Holder> {
    const rows = await this.query<Holder>(
      `select p.owner_member_id as "ownerMemberId", m.name as "ownerName", p.lock_until as "lockUntil", p.stage
       from prospects p left join members m on m.id = p.owner_member_id where p.site_id = $1`,
      [siteId],
    );
    return rows[0] ?? { ownerMemberId: null, ownerName: null, lockUntil: null, stage: 'unknown' };
  }

  /** Links to each client that stand now: those of the log, and placements it does not hold yet. */
  liveLinks(siteId: string): Promise<LiveLinks[]> {
    return this.query(
      `select c.id as "clientId", c.name as "clientName", sum(live.n)::int as count from (
         select client_id, count(*) as n from links where site_id = $1 and direction = 'to_us' and state = 'live' group by client_id
         union all
         select p.client_id, count(*) from placements p where p.site_id = $1 and p.archived_at is null and p.state = any ($2::text[])
           and not exists (select 1 from links l where l.placement_id = p.id) group by p.client_id
       ) live join clients c on c.id = live.client_id group by c.id, c.name order by lower(c.name), c.id`,
      [siteId, LIVE_COUNT_STATES],
    );
  }

  exclusions(siteId: string): Promise<{ clientId: string; clientName: string; reason: ExclusionReason }[]> {
    return this.query(
      `select e.client_id as "clientId", c.name as "clientName", e.reason from client_exclusions e join clients c on c.id = e.client_id
       where e.site_id = $1 order by lower(c.name), c.id`,
      [siteId],
    );
  }

  /** The entry that keeps everybody from the site, or those who write for this client. */
  async suppression(siteId: string, clientId: string | null): Promise<ShownSuppression | null> {
    const rows = await this.query<ShownSuppression>(
      `select id, reason, created_at as "createdAt" from suppressions
       where site_id = $1 and lifted_at is null and (client_id is null or client_id = $2) order by client_id nulls first limit 1`,
      [siteId, clientId],
    );
    return rows[0] ?? null;
  }

  /** The parent of a declared sub-site, its other sub-sites, and those cut from the site itself. */
  siblings(siteId: string, parentSiteId: string | null, atMost: number): Promise<Sibling[]> {
    return this.query(
      `select s.id as "siteId", s.site_key as "siteKey", t.at as "lastTouchAt", t.member_id as "memberId", m.name as "memberName"
       from sites s
       left join lateral (
         select at, member_id from touches where site_id = s.id and archived_at is null order by at desc, id desc limit 1
       ) t on true
       left join members m on m.id = t.member_id
       where s.id <> $1 and s.archived_at is null and (s.id = $2 or s.parent_site_id = $1 or s.parent_site_id = $2)
       order by s.id = $2 desc, t.at desc nulls last, s.site_key limit $3`,
      [siteId, parentSiteId, atMost],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
