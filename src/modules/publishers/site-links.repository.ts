import { Injectable } from '@nestjs/common';
import type { SiteRole } from '../../core/publishers/publisher.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';

/** A publisher's role at a site. */
export interface SiteLinkRow {
  readonly id: string;
  readonly siteId: string;
  readonly publisherId: string;
  readonly role: SiteRole;
  readonly sinceOn: string | null;
  readonly untilOn: string | null;
  readonly importId: string | null;
  readonly endedAt: Date | null;
  readonly createdAt: Date;
}

export type NewSiteLink = Omit<SiteLinkRow, 'untilOn' | 'endedAt'>;

const COLUMNS = `id, site_id as "siteId", publisher_id as "publisherId", role, since_on::text as "sinceOn",
  until_on::text as "untilOn", import_id as "importId", ended_at as "endedAt", created_at as "createdAt"`;

/** Which publisher stood behind which site, when and as what: rows of `site_publishers` in the open transaction. */
@Injectable()
export class SiteLinksRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<SiteLinkRow | null> {
    const rows = await this.query<SiteLinkRow>(
      `select ${COLUMNS} from site_publishers where id = $1 for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Present roles at a site, locked. */
  present(siteId: string): Promise<SiteLinkRow[]> {
    return this.query(
      `select ${COLUMNS} from site_publishers where site_id = $1 and ended_at is null order by id for no key update`,
      [siteId],
    );
  }

  /** Present owners by site. */
  async ownersOf(siteIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ siteId: string; publisherId: string }>(
      `select site_id as "siteId", publisher_id as "publisherId" from site_publishers
       where site_id = any ($1::uuid[]) and role = 'owner' and ended_at is null`,
      [siteIds],
    );
    return new Map(rows.map(({ siteId, publisherId }) => [siteId, publisherId]));
  }

  /** Throws `publisher.site_taken` when it has that role there already, `publisher.site_owned` when the site has another owner. */
  async insert(link: NewSiteLink): Promise<void> {
    try {
      await this.write([link], '');
    } catch (error) {
      if (isUniqueViolation(error, 'site_publishers_current')) throw new AppError('publisher.site_taken');
      throw isUniqueViolation(error, 'site_publishers_owner') ? new AppError('publisher.site_owned') : error;
    }
  }

  /** Writes roles down; one that is known, and an owner where there is one, is left out. */
  async insertNew(links: readonly NewSiteLink[]): Promise<void> {
    if (links.length > 0) await this.write(links, 'on conflict do nothing');
  }

  async end(ids: readonly string[], untilOn: string, endedAt: Date): Promise<void> {
    await this.query(
      'update site_publishers set until_on = $2, ended_at = $3 where id = any ($1::uuid[]) and ended_at is null',
      [ids, untilOn, endedAt],
    );
  }

  /** Puts an ended role back; throws like `insert`. */
  async reopen(id: string, untilOn: string | null): Promise<void> {
    try {
      await this.query('update site_publishers set until_on = $2, ended_at = null where id = $1', [
        id,
        untilOn,
      ]);
    } catch (error) {
      if (isUniqueViolation(error, 'site_publishers_current')) throw new AppError('publisher.site_taken');
      throw isUniqueViolation(error, 'site_publishers_owner') ? new AppError('publisher.site_owned') : error;
    }
  }

  async remove(id: string): Promise<void> {
    await this.query('delete from site_publishers where id = $1', [id]);
  }

  /** Takes the roles away that an import wrote down. */
  async deleteImported(importId: string): Promise<void> {
    await this.query('delete from site_publishers where import_id = $1', [importId]);
  }

  private async write(links: readonly NewSiteLink[], onConflict: string): Promise<void> {
    await this.query(
      `insert into site_publishers (workspace_id, id, site_id, publisher_id, role, since_on, import_id, created_at)
       select $1, id, "siteId", "publisherId", role, "sinceOn", "importId", "createdAt"
       from jsonb_to_recordset($2::jsonb) as r (id uuid, "siteId" uuid, "publisherId" uuid, role text, "sinceOn" date,
         "importId" uuid, "createdAt" timestamptz) ${onConflict}`,
      [this.database.scope().workspaceId, JSON.stringify(links)],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
