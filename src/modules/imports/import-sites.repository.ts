import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Sites that imports made, in the open transaction. */
@Injectable()
export class ImportSites {
  constructor(private readonly database: Database) {}

  /** Keys of those among these sites that an import made, by id. */
  async keysMadeBy(importId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database
      .manager()
      .query<{ id: string; key: string }[]>(
        'select id, site_key as key from sites where id = any ($1::uuid[]) and import_id = $2',
        [ids, importId],
      );
    return new Map(rows.map(({ id, key }) => [id, key]));
  }

  /** How many sites an import made. */
  async countMadeBy(importId: string): Promise<number> {
    const rows = await this.database
      .manager()
      .query<{ n: number }[]>('select count(*)::int as n from sites where import_id = $1', [importId]);
    return rows[0]?.n ?? 0;
  }
}
