import { Injectable } from '@nestjs/common';
import type { SiteKind } from '../../core/sites/site-kind.js';
import { Database } from '../../platform/database/database.js';
import { SiteEntity } from './site.entity.js';

/** What makes a site. */
export interface NewSite {
  readonly id: string;
  readonly kind: SiteKind;
  readonly siteKey: string;
  readonly parentSiteId: string | null;
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

  /** Writes the site down unless its key is known, also by a call a moment ago; false then. */
  async insertIfNew(site: NewSite): Promise<boolean> {
    const slash = site.siteKey.indexOf('/');
    const host = slash === -1 ? site.siteKey : site.siteKey.slice(0, slash);
    const rows = await this.query<{ id: string }>(
      `insert into sites (workspace_id, id, kind, site_key, host, path_prefix, parent_site_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, site_key) do nothing returning id`,
      [
        this.database.scope().workspaceId,
        site.id,
        site.kind,
        site.siteKey,
        host,
        site.siteKey.slice(host.length),
        site.parentSiteId,
        site.createdAt,
      ],
    );
    return rows.length > 0;
  }

  /** Holds a site so that no sub-site is cut from it while placements are being put on it. */
  async holdForPlacing(ids: readonly string[]): Promise<void> {
    await this.query('select id from sites where id = any ($1) order by id for key share', [ids]);
  }

  /** Holds a site so that no placement is put on it while a sub-site is being cut from it. */
  async holdForCutting(id: string): Promise<void> {
    await this.query('select id from sites where id = $1 for update', [id]);
  }

  /** Ids of sites by their keys. */
  async idsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ id: string; key: string }>(
      'select id, site_key as key from sites where site_key = any ($1)',
      [keys],
    );
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  /** Keys of the sub-sites declared below these sites, or of all of the workspace. */
  async declaredKeys(parentIds?: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ key: string }>(
      `select site_key as key from sites
       where parent_site_id is not null and ($1::uuid[] is null or parent_site_id = any ($1))`,
      [parentIds ?? null],
    );
    return rows.map((row) => row.key);
  }

  /** Addresses of placements that stand on a host or below it, with the site they are filed under; archived ones too. */
  placedBelow(host: string): Promise<{ sourceUrl: string | null; sourceHost: string }[]> {
    return this.query(
      `select distinct source_url as "sourceUrl", source_host as "sourceHost" from placements
       where source_host = $1 or source_host = 'www.' || $1 or right(source_host, length($1) + 1) = '.' || $1`,
      [host],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private table() {
    return this.database.manager().getRepository(SiteEntity);
  }
}
