import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SuppressionEntry } from '../contacts/suppressions.service.js';

type Entry = Omit<SuppressionEntry, 'siteId' | 'address'>;

/** What the log outside of the database is held against. */
@Injectable()
export class SuppressionReplayQuery {
  constructor(private readonly database: Database) {}

  async workspaceIds(): Promise<string[]> {
    return (await this.query<{ id: string }>('select workspace_ids() as id', [])).map(({ id }) => id);
  }

  /** The entries among these that are here, and whether they hold. */
  async known(ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const rows = await this.query<{ id: string; holds: boolean }>(
      'select id, lifted_at is null as holds from suppressions where id = any ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, holds }) => [id, holds]));
  }

  async clients(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ id: string }>('select id from clients where id = any ($1::uuid[])', [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Entries that hold and are not among these. */
  async notAmong(ids: ReadonlySet<string>): Promise<Entry[]> {
    const rows = await this.query<Entry>(
      `select s.id, w.site_key as "siteKey", encode(s.address_hash, 'hex') as "addressHash", s.client_id as "clientId", s.reason, s.source,
         s.source_id as "sourceId", s.created_at as "createdAt"
       from suppressions s left join sites w on w.id = s.site_id where s.lifted_at is null`,
      [],
    );
    return rows.filter(({ id }) => !ids.has(id));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
