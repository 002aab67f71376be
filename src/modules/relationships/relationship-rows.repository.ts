import { Injectable } from '@nestjs/common';
import type { LinkDirection } from '../../core/relationships/link.js';
import type { LinkCounts } from '../../core/relationships/relationship.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

/** The two a relationship is between. */
export interface Between {
  readonly brandId: string;
  readonly clientId: string;
  readonly siteId: string;
}

/** How many links of each state came (or went, below zero) in one direction. */
export interface CountChange extends Between {
  readonly direction: LinkDirection;
  readonly live: number;
  readonly lost: number;
  readonly unknown: number;
  /** The days of first sight that came, for relationships where none changed or went. */
  readonly days: readonly string[];
  /** True when a day of first sight changed or went: the oldest and newest are then looked up. */
  readonly looksUpDays: boolean;
}

/** A relationship with its counts after a change. */
export interface CountedRelationship extends Between, LinkCounts {
  readonly id: string;
}

const COUNTS = `to_us_live as "toUsLive", to_us_lost as "toUsLost", to_us_unknown as "toUsUnknown",
  to_them_live as "toThemLive", to_them_lost as "toThemLost", to_them_unknown as "toThemUnknown"`;

/** The rows of relationships as links come and go, in the open transaction. */
@Injectable()
export class RelationshipRows {
  constructor(private readonly database: Database) {}

  /**
   * Makes relationships that are not there yet, and holds all of them until the transaction ends: whoever changes links of one of
   * them waits. `importId` is remembered with those that are made, so that an undo takes them away again.
   */
  async hold(all: readonly Between[], at: Date, importId: string | null): Promise<void> {
    const asked = distinct(all);
    for (const one of await this.lock([...asked.values()])) asked.delete(betweenKey(one));
    if (asked.size === 0) return;
    const missing = [...asked.values()];
    await this.query(
      `insert into relationships (workspace_id, id, client_id, brand_id, site_id, import_id, created_at, updated_at)
       select $2, f.id, f."clientId", f."brandId", f."siteId", $4, $3, $3
       from jsonb_to_recordset($1::jsonb) as f(id uuid, "clientId" uuid, "brandId" uuid, "siteId" uuid)
       order by f."brandId", f."siteId"
       on conflict (workspace_id, brand_id, site_id) do nothing`,
      [
        JSON.stringify(missing.map((one) => ({ id: newId(at), ...one }))),
        this.database.scope().workspaceId,
        at,
        importId,
      ],
    );
    await this.lock(missing);
  }

  private lock(asked: readonly Between[]): Promise<{ brandId: string; siteId: string }[]> {
    if (asked.length === 0) return Promise.resolve([]);
    return this.query(
      `select r.brand_id as "brandId", r.site_id as "siteId" from unnest($1::uuid[], $2::uuid[]) as f(brand_id, site_id)
       join relationships r on r.brand_id = f.brand_id and r.site_id = f.site_id order by r.id for no key update of r`,
      [asked.map(({ brandId }) => brandId), asked.map(({ siteId }) => siteId)],
    );
  }

  /** Adds to the counts; answers the relationships as they are then. */
  async count(changes: readonly CountChange[]): Promise<CountedRelationship[]> {
    if (changes.length === 0) return [];
    const [rows] = await this.database.manager().query<[CountedRelationship[], number]>(
      `update relationships r set
         to_us_live = to_us_live + f."usLive", to_us_lost = to_us_lost + f."usLost", to_us_unknown = to_us_unknown + f."usUnknown",
         to_them_live = to_them_live + f."themLive", to_them_lost = to_them_lost + f."themLost",
         to_them_unknown = to_them_unknown + f."themUnknown",
         oldest_on = case when f."looksUp" then (
             select min(l.first_seen_on) from links l where l.workspace_id = r.workspace_id and l.site_id = r.site_id and l.brand_id = r.brand_id)
           else least(r.oldest_on, f.oldest) end,
         newest_on = case when f."looksUp" then (
             select max(l.first_seen_on) from links l where l.workspace_id = r.workspace_id and l.site_id = r.site_id and l.brand_id = r.brand_id)
           else greatest(r.newest_on, f.newest) end
       from jsonb_to_recordset($1::jsonb) as f("brandId" uuid, "siteId" uuid, "usLive" int, "usLost" int, "usUnknown" int,
         "themLive" int, "themLost" int, "themUnknown" int, "looksUp" boolean, oldest date, newest date)
       where r.brand_id = f."brandId" and r.site_id = f."siteId"
       returning r.id, r.brand_id as "brandId", r.client_id as "clientId", r.site_id as "siteId", ${COUNTS}`,
      [JSON.stringify(summed(changes))],
    );
    return rows;
  }

  /** The home pages of brands. */
  async homes(brandIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ id: string; homeUrl: string }>(
      'select id, home_url as "homeUrl" from brands where id = any ($1::uuid[])',
      [brandIds],
    );
    return new Map(rows.map(({ id, homeUrl }) => [id, homeUrl]));
  }

  /** Whether a site is the brand's own one. */
  async isOwnSite(brandId: string, siteId: string): Promise<boolean> {
    const rows = await this.query<unknown>(
      'select 1 from brands b join sites s on s.workspace_id = b.workspace_id and s.site_key = b.site_key where b.id = $1 and s.id = $2',
      [brandId, siteId],
    );
    return rows.length > 0;
  }

  /** Takes relationships away that an import made and nobody needs or touched since. */
  async removeMadeBy(importId: string): Promise<void> {
    await this.query(
      `delete from relationships r where r.import_id = $1 and r.revision = 1
         and r.to_us_live + r.to_us_lost + r.to_us_unknown + r.to_them_live + r.to_them_lost + r.to_them_unknown = 0
         and not exists (select from placements p where p.site_id = r.site_id and p.brand_id = r.brand_id and p.archived_at is null)
         and not exists (select from linking_sites s where s.site_id = r.site_id and s.brand_id = r.brand_id)
         and not exists (select from touches t where t.site_id = r.site_id and t.brand_id = r.brand_id)
         and not exists (select from notes n where n.subject_kind = 'relationship' and n.subject_id = r.id)`,
      [importId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function distinct(all: readonly Between[]): Map<string, Between> {
  return new Map(
    all.map(({ brandId, clientId, siteId }) => [
      betweenKey({ brandId, siteId }),
      { brandId, clientId, siteId },
    ]),
  );
}

function betweenKey({ brandId, siteId }: { brandId: string; siteId: string }): string {
  return `${brandId} ${siteId}`;
}

interface Sums {
  readonly brandId: string;
  readonly siteId: string;
  usLive: number;
  usLost: number;
  usUnknown: number;
  themLive: number;
  themLost: number;
  themUnknown: number;
  looksUp: boolean;
  oldest: string | null;
  newest: string | null;
}

/** One row for each relationship, both directions in it. */
function summed(changes: readonly CountChange[]): Sums[] {
  const sums = new Map<string, Sums>();
  for (const change of changes) {
    const key = betweenKey(change);
    const sum = sums.get(key) ?? empty(change);
    sums.set(key, sum);
    add(sum, change);
  }
  return [...sums.values()].sort((one, other) => (betweenKey(one) < betweenKey(other) ? -1 : 1));
}

function empty({ brandId, siteId }: CountChange): Sums {
  const counts = { usLive: 0, usLost: 0, usUnknown: 0, themLive: 0, themLost: 0, themUnknown: 0 };
  return { brandId, siteId, ...counts, looksUp: false, oldest: null, newest: null };
}

function add(sum: Sums, { direction, live, lost, unknown, days, looksUpDays }: CountChange): void {
  if (direction === 'to_us') {
    sum.usLive += live;
    sum.usLost += lost;
    sum.usUnknown += unknown;
  } else {
    sum.themLive += live;
    sum.themLost += lost;
    sum.themUnknown += unknown;
  }
  sum.looksUp ||= looksUpDays;
  for (const day of days) {
    if (sum.oldest === null || day < sum.oldest) sum.oldest = day;
    if (sum.newest === null || day > sum.newest) sum.newest = day;
  }
}
