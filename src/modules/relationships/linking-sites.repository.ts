import { Injectable } from '@nestjs/common';
import type { SiteTelling, ToldState } from '../../core/relationships/linking-site.js';
import { Database } from '../../platform/database/database.js';
import type { Between } from './relationship-rows.repository.js';

/** A telling with the relationship it is about. */
export interface LinkingSiteRow extends SiteTelling, Between {
  readonly id: string;
}

/** The lists of one tool about one brand. */
export interface ToolLists {
  readonly brandId: string;
  readonly source: string;
}

export interface ToldRelationship {
  readonly brandId: string;
  readonly siteId: string;
  readonly toldState: ToldState | null;
}

const ROW = `t.id, t.brand_id as "brandId", t.client_id as "clientId", t.site_id as "siteId", t.source, t.named, t.import_id as "importId",
  t.state, t.link_count::float8 as "linkCount", t.follow_count::float8 as "followCount", t.first_seen_on::text as "firstSeenOn",
  ${epoch('t.last_seen_at')} as "lastSeenAt", ${epoch('t.lost_at')} as "lostAt", t.lost_reason as "lostReason",
  ${epoch('t.observed_at')} as "observedAt"`;

/** What tools say of whole sites, in the open transaction. Looked up one by one by index, as links are. */
@Injectable()
export class LinkingSitesRepository {
  constructor(private readonly database: Database) {}

  /** What all lists of a tool say of these hosts. */
  named({ brandId, source }: ToolLists, hosts: readonly string[]): Promise<LinkingSiteRow[]> {
    return this.query(
      `select ${ROW} from unnest($3::text[]) as a(named) cross join lateral (
         select * from linking_sites o where o.brand_id = $1 and o.source = $2 and o.named = a.named offset 0) t`,
      [brandId, source, hosts],
    );
  }

  /** What all tools say of these sites. */
  between(pairs: readonly { brandId: string; siteId: string }[]): Promise<LinkingSiteRow[]> {
    return this.query(
      `select ${ROW} from unnest($1::uuid[], $2::uuid[]) as a(brand_id, site_id) cross join lateral (
         select * from linking_sites o where o.brand_id = a.brand_id and o.site_id = a.site_id offset 0) t`,
      [pairs.map(({ brandId }) => brandId), pairs.map(({ siteId }) => siteId)],
    );
  }

  /** Some of what an import told. */
  ofImport(importId: string, limit: number): Promise<LinkingSiteRow[]> {
    return this.query(`select ${ROW} from linking_sites t where t.import_id = $1 order by t.id limit $2`, [
      importId,
      limit,
    ]);
  }

  /** The next hosts behind one that the lists of a tool name, in their order. */
  async hosts({ brandId, source }: ToolLists, after: string, limit: number): Promise<string[]> {
    const rows = await this.query<{ named: string }>(
      `select distinct t.named from linking_sites t where t.brand_id = $1 and t.source = $2 and t.named > $3
       order by t.named limit $4`,
      [brandId, source, after, limit],
    );
    return rows.map(({ named }) => named);
  }

  /** Writes tellings down; one of the same import about the same host is written over. */
  async save(rows: readonly LinkingSiteRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.query(
      `insert into linking_sites (workspace_id, id, client_id, brand_id, site_id, source, named, import_id, state, link_count, follow_count,
         first_seen_on, last_seen_at, lost_at, lost_reason, observed_at)
       select $2, f.id, f."clientId", f."brandId", f."siteId", f.source, f.named, f."importId", f.state, f."linkCount", f."followCount",
         f."firstSeenOn", ${at('f."lastSeenAt"')}, ${at('f."lostAt"')}, f."lostReason", ${at('f."observedAt"')}
       from jsonb_to_recordset($1::jsonb) as f(id uuid, "clientId" uuid, "brandId" uuid, "siteId" uuid, source text, named text,
         "importId" uuid, state text, "linkCount" bigint, "followCount" bigint, "firstSeenOn" date, "lastSeenAt" float8, "lostAt" float8,
         "lostReason" text, "observedAt" float8)
       on conflict (workspace_id, brand_id, source, named, import_id) do update set site_id = excluded.site_id, state = excluded.state,
         link_count = excluded.link_count, follow_count = excluded.follow_count, first_seen_on = excluded.first_seen_on,
         last_seen_at = excluded.last_seen_at, lost_at = excluded.lost_at, lost_reason = excluded.lost_reason,
         observed_at = excluded.observed_at`,
      [JSON.stringify(rows), this.database.scope().workspaceId],
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.query('delete from linking_sites where id = any ($1::uuid[])', [ids]);
  }

  /** Writes on relationships what the tools' words come to; those that say so already are left alone. */
  async tell(told: readonly ToldRelationship[]): Promise<void> {
    if (told.length === 0) return;
    await this.query(
      `update relationships r set told_state = c."toldState" from (
         select o.id, f."toldState" from jsonb_to_recordset($1::jsonb) as f("brandId" uuid, "siteId" uuid, "toldState" text)
         cross join lateral (
           select id, told_state from relationships o where o.brand_id = f."brandId" and o.site_id = f."siteId" offset 0) o
         where o.told_state is distinct from f."toldState") c
       where r.id = c.id`,
      [JSON.stringify(told)],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** A moment as epoch milliseconds. */
function epoch(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}

/** A moment from epoch milliseconds. */
function at(column: string): string {
  return `to_timestamp(${column} / 1000)`;
}
