import { Injectable } from '@nestjs/common';
import type { PlacementState } from '../../core/placements/placement.js';
import { Database } from '../../platform/database/database.js';
import type { Between } from './relationship-rows.repository.js';

/** A placement as the log needs it. */
export interface PlacementRow {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly siteId: string | null;
  readonly sourceUrl: string | null;
  readonly targetUrl: string;
  readonly state: PlacementState;
  readonly stateSince: Date;
  readonly isBaselineRemoved: boolean;
  readonly lastSeenAt: Date | null;
  readonly seenAnchor: string | null;
  readonly seenRel: string | null;
  readonly isArchived: boolean;
  /** The day of the first check that saw it, as far as checks are kept. */
  readonly firstSeenOn: string | null;
}

/** What the log reads of placements, in the open transaction. */
@Injectable()
export class PlacementLinksRepository {
  constructor(private readonly database: Database) {}

  rows(ids: readonly string[]): Promise<PlacementRow[]> {
    return this.query(
      `select p.id, p.client_id as "clientId", p.brand_id as "brandId", p.site_id as "siteId", p.source_url as "sourceUrl",
         p.target_url as "targetUrl", p.state, p.state_since as "stateSince", p.is_baseline_removed as "isBaselineRemoved",
         p.last_seen_at as "lastSeenAt", p.seen_anchor as "seenAnchor", p.seen_rel as "seenRel", p.archived_at is not null as "isArchived",
         coalesce((select min(c.at) from checks c where c.placement_id = p.id and c.verdict in ('live', 'differs')),
           p.last_seen_at)::date::text as "firstSeenOn"
       from placements p where p.id = any ($1::uuid[])`,
      [ids],
    );
  }

  /** Brands and sites of an import's placements. */
  betweenOfImport(importId: string): Promise<Between[]> {
    return this.query(
      `select distinct brand_id as "brandId", client_id as "clientId", site_id as "siteId" from placements
       where import_id = $1 and site_id is not null and archived_at is null`,
      [importId],
    );
  }

  /** An import's placements behind an id that something was told of. */
  toldOfImport(importId: string, limit: number): Promise<{ id: string }[]> {
    return this.query(
      `select p.id from placements p where p.import_id = $1 and p.archived_at is not null
         and exists (select from link_sightings s where s.origin_id = p.id) order by p.id limit $2`,
      [importId, limit],
    );
  }

  /**
   * Placements were seen again: what was told of them is brought up to that moment. Answers those whose link is not known as live, which
   * must be folded anew.
   */
  async seenAgain(ids: readonly string[]): Promise<string[]> {
    await this.query(
      `with seen as (
         update link_sightings s set last_seen_at = p.last_seen_at, observed_at = greatest(s.observed_at, p.last_seen_at),
           anchors = case when p.seen_anchor is null then s.anchors else array[p.seen_anchor] end, rel = coalesce(p.seen_rel, s.rel)
         from placements p
         where p.id = any ($1::uuid[]) and s.origin_id = p.id and s.via = 'placement' and s.state = 'live' and p.last_seen_at > s.last_seen_at
         returning s.link_id, s.last_seen_at, s.anchors, s.rel)
       update links l set last_seen_at = greatest(l.last_seen_at, seen.last_seen_at),
         anchors = case when cardinality(seen.anchors) = 0 then l.anchors else seen.anchors end, rel = coalesce(seen.rel, l.rel)
       from seen where l.id = seen.link_id and l.state = 'live'`,
      [ids],
    );
    const rows = await this.query<{ id: string }>(
      `select distinct placement_id as id from links where placement_id = any ($1::uuid[]) and state <> 'live'`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
