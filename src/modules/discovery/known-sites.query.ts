import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Sites the workspace has, in the open transaction. */
@Injectable()
export class KnownSites {
  constructor(private readonly database: Database) {}

  /** Ids of sites by their keys; keys nobody has are left out. */
  async idsByKey(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database
      .manager()
      .query<{ id: string; key: string }[]>(
        'select id, site_key as key from sites where site_key = any ($1::text[])',
        [keys],
      );
    return new Map(rows.map((row) => [row.key, row.id]));
  }
}
