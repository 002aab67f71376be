import { Injectable } from '@nestjs/common';
import type { SiteKind } from '../../core/sites/site-kind.js';
import { idArray, textArray } from '../../platform/database/array-text.js';
import { Database } from '../../platform/database/database.js';
import { SiteEntity } from './site.entity.js';

/** What makes a site. */
export interface NewSite {
  readonly id: string;
  readonly kind: SiteKind;
  readonly siteKey: string;
}

/** What sites that are made together have in common. */
interface Making {
  readonly parentSiteId: string | null;
  readonly importId: string | null;
  readonly createdAt: Date;
}

/** Rows of sites in the open transaction. */
@Injectable()
export class SitesRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<SiteEntity | null> {
    return this.table().findOneBy({ id });
  }

  byKey(siteKey: string): Promise<SiteEntity | null> {
    return this.table().findOneBy({ siteKey });
  }

  /**
   * Writes sites down unless their keys are known, also by a call a moment ago; answers the ids of those that were new. Keys come in order, so
   * that two transactions with the same ones wait for each other instead of for ever.
   */
  async insertNew(sites: readonly NewSite[], making: Making): Promise<ReadonlySet<string>> {
    if (sites.length === 0) return new Set();
    const rows = await this.query<{ id: string }>(
      `insert into sites (workspace_id, id, kind, site_key, host, path_prefix, parent_site_id, import_id, created_at)
       select $1, id, kind, site_key, split_part(site_key, '/', 1), substr(site_key, length(split_part(site_key, '/', 1)) + 1), $2, $3, $4
       from unnest($5::uuid[], $6::text[], $7::text[]) as r (id, kind, site_key)
       order by site_key collate "C"
       on conflict (workspace_id, site_key) do nothing returning id`,
      [
        this.database.scope().workspaceId,
        making.parentSiteId,
        making.importId,
        making.createdAt,
        idArray(sites.map((site) => site.id)),
        textArray(sites.map((site) => site.kind)),
        textArray(sites.map((site) => site.siteKey)),
      ],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Holds a site so that no sub-site is cut from it while placements are being put on it. */
  async holdForPlacing(ids: readonly string[]): Promise<void> {
    await this.query('select id from sites where id = any ($1) order by id for key share', [ids]);
  }

  /** Holds a site so that no placement is put on it while a sub-site is being cut from it. */
  async holdForCutting(id: string): Promise<void> {
    await this.query('select id from sites where id = $1 for update', [id]);
  }

  /**
   * Ids of sites by their keys; what was merged into another site is that one. Each key is looked up by the index, whatever the planner
   * believes of a table it has no figures of.
   */
  async idsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ id: string; key: string }>(
      `select coalesce(s.merged_into_id, s.id) as id, k.key from unnest($1::text[]) k(key)
       cross join lateral (select id, merged_into_id from sites where site_key = k.key offset 0) s`,
      [keys],
    );
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  /** Keys of the sub-sites declared below these sites, or of all of the workspace. */
  async declaredKeys(parentIds?: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ key: string }>(
      `select site_key as key from sites
       where parent_site_id is not null and archived_at is null and ($1::uuid[] is null or parent_site_id = any ($1))`,
      [parentIds ?? null],
    );
    return rows.map((row) => row.key);
  }

  /**
   * Takes sites away that an import made and nothing refers to, up to so many after an id. Answers how many went and the last id looked at,
   * null when there are no more.
   */
  async deleteImported(
    importId: string,
    { afterId, limit }: { afterId: string | null; limit: number },
  ): Promise<{ deleted: number; nextId: string | null }> {
    const asked = await this.query<{ id: string }>(
      'select id from sites where import_id = $1 and ($2::uuid is null or id > $2) order by id limit $3',
      [importId, afterId, limit],
    );
    if (asked.length === 0) return { deleted: 0, nextId: null };
    const gone = await this.query<{ id: string }>(
      `with gone as (
         delete from sites where id = any ($1::uuid[]) and id not in (select sites_in_use($1::uuid[])) returning id
       ) select id from gone`,
      [asked.map((site) => site.id)],
    );
    const nextId = asked.length < limit ? null : (asked.at(-1)?.id ?? null);
    return { deleted: gone.length, nextId };
  }

  /** Today in the workspace's own zone, as YYYY-MM-DD. */
  async today(now: Date): Promise<string> {
    const rows = await this.query<{ today: string }>(
      'select ($1::timestamptz at time zone time_zone)::date::text as today from workspaces',
      [now],
    );
    return rows[0]?.today ?? now.toISOString().slice(0, 10);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private table() {
    return this.database.manager().getRepository(SiteEntity);
  }
}
