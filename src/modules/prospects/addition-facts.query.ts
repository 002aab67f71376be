import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A site, and the prospect it is already. */
export interface AdditionSite {
  readonly siteId: string;
  readonly siteKey: string;
  readonly prospectId: string | null;
  readonly archivedAt: Date | null;
}

/** What is looked up before many sites become prospects, in the open transaction. */
@Injectable()
export class AdditionFactsQuery {
  constructor(private readonly database: Database) {}

  /** Those of these keys at which a brand of ours lives, as far as one may see it. */
  async ownKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ key: string }>(
      'select site_key as key from brands where site_key = any ($1::text[]) and archived_at is null',
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Sites by their ids, with their prospects, archived ones too. */
  async sites(siteIds: readonly string[]): Promise<ReadonlyMap<string, AdditionSite>> {
    const rows = await this.query<AdditionSite>(
      `select s.id as "siteId", s.site_key as "siteKey", p.id as "prospectId", p.archived_at as "archivedAt"
       from sites s left join prospects p on p.site_id = s.id where s.id = any ($1::uuid[])`,
      [siteIds],
    );
    return new Map(rows.map((row) => [row.siteId, row]));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
