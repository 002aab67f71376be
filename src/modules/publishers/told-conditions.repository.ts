import { Injectable } from '@nestjs/common';
import type { ConditionsSubject, KnownTerms } from '../../core/publishers/told-conditions.js';
import { Database } from '../../platform/database/database.js';
import type { NewConditions } from './conditions.repository.js';

/** Conditions an import writes down: `replacedById` where they are history from the first. */
export interface NewToldConditions extends NewConditions {
  readonly importId: string;
  readonly replacedById: string | null;
}

/** Conditions that no longer hold, and those that hold instead. */
export interface Replacement {
  readonly id: string;
  readonly byId: string;
}

type KnownRow = Omit<KnownTerms, 'priceMinor'> & ConditionsSubject & { readonly priceMinor: string | null };

const TERMS = `id, publisher_id as "publisherId", site_id as "siteId", type, price_minor as "priceMinor", currency,
  rel_policy as "relPolicy", words_from as "wordsFrom", words_to as "wordsTo", recorded_at as "recordedAt",
  coalesce(asked_on, (recorded_at at time zone 'UTC')::date)::text as day, outdated_reason as "outdatedReason"`;

/** Conditions that files tell, many at once, in the open transaction. */
@Injectable()
export class ToldConditionsRepository {
  constructor(private readonly database: Database) {}

  /** All that is written down of sites, and of publishers for all their sites, outdated or not. */
  async known(
    siteIds: readonly string[],
    publisherIds: readonly string[],
  ): Promise<readonly (KnownTerms & ConditionsSubject)[]> {
    const rows = await this.query<KnownRow>(
      `select ${TERMS} from conditions where site_id = any ($1::uuid[])
       union all select ${TERMS} from conditions where site_id is null and publisher_id = any ($2::uuid[])
       order by "recordedAt", id`,
      [siteIds, publisherIds],
    );
    return rows.map((row) => ({
      ...row,
      priceMinor: row.priceMinor === null ? null : Number(row.priceMinor),
    }));
  }

  async insert(rows: readonly NewToldConditions[]): Promise<void> {
    if (rows.length === 0) return;
    await this.query(
      `insert into conditions (workspace_id, id, publisher_id, site_id, type, price_minor, currency, rel_policy, words_from,
         words_to, asked_on, import_id, recorded_by, recorded_at, replaced_by_id, outdated_at, outdated_reason)
       select $1, id, "publisherId", "siteId", type, "priceMinor", currency, "relPolicy", "wordsFrom", "wordsTo", "askedOn",
         "importId", "recordedBy", "recordedAt", "replacedById", case when "replacedById" is null then null else "recordedAt" end,
         case when "replacedById" is null then null else 'replaced' end
       from jsonb_to_recordset($2::jsonb) as r (id uuid, "publisherId" uuid, "siteId" uuid, type text, "priceMinor" bigint,
         currency text, "relPolicy" text, "wordsFrom" integer, "wordsTo" integer, "askedOn" date, "importId" uuid,
         "recordedBy" uuid, "recordedAt" timestamptz, "replacedById" uuid)`,
      [this.database.scope().workspaceId, JSON.stringify(rows)],
    );
  }

  async replace(replacements: readonly Replacement[], at: Date): Promise<void> {
    if (replacements.length === 0) return;
    await this.query(
      `update conditions c set outdated_at = $1, outdated_reason = 'replaced', replaced_by_id = r.by_id
       from unnest($2::uuid[], $3::uuid[]) r (id, by_id) where c.id = r.id and c.outdated_at is null`,
      [at, replacements.map(({ id }) => id), replacements.map(({ byId }) => byId)],
    );
  }

  /**
   * Takes conditions of an import away, unless somebody took them away, wrote down others in their place, or the site has a new owner since.
   * What they had replaced is as it would be without them: it holds again, or was replaced by what replaced them.
   */
  async withdraw(importId: string, ids: readonly string[]): Promise<void> {
    const rows = await this.query<{ id: string }>(
      `select c.id from conditions c left join conditions r on r.workspace_id = c.workspace_id and r.id = c.replaced_by_id
       where c.id = any ($2::uuid[]) and c.import_id = $1
         and (c.outdated_at is null or (c.outdated_reason = 'replaced' and r.import_id is not null))
       order by c.id for no key update of c`,
      [importId, ids],
    );
    const gone = rows.map(({ id }) => id);
    if (gone.length === 0) return;
    await this.query(
      `update conditions a set outdated_at = b.outdated_at, outdated_reason = b.outdated_reason, replaced_by_id = b.replaced_by_id
       from conditions b where b.id = any ($1::uuid[]) and a.replaced_by_id = b.id`,
      [gone],
    );
    await this.query('delete from conditions where id = any ($1::uuid[])', [gone]);
  }

  /** Lets one transaction after the other write conditions down, so that none is written twice. */
  async hold(): Promise<void> {
    await this.query(`select pg_advisory_xact_lock(hashtextextended('conditions ' || $1, 0))`, [
      this.database.scope().workspaceId,
    ]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
