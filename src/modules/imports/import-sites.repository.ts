import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Sites that imports made, in the open transaction. */
@Injectable()
export class ImportSites {
  constructor(private readonly database: Database) {}

  /** Keys of these sites by id, and whether this import made them. */
  async named(
    importId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly key: string; readonly isMade: boolean }>> {
    const rows = await this.database
      .manager()
      .query<{ id: string; key: string; isMade: boolean }[]>(
        'select id, site_key as key, import_id is not distinct from $2::uuid as "isMade" from sites where id = any ($1::uuid[])',
        [ids, importId],
      );
    return new Map(rows.map(({ id, ...site }) => [id, site]));
  }

  /** The sites placements stand at, by the placements' ids. */
  async ofPlacements(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database
      .manager()
      .query<{ id: string; siteId: string }[]>(
        'select id, site_id as "siteId" from placements where id = any ($1::uuid[])',
        [ids],
      );
    return new Map(rows.map(({ id, siteId }) => [id, siteId]));
  }

  /** How many sites an import made. */
  async countMadeBy(importId: string): Promise<number> {
    const rows = await this.database
      .manager()
      .query<{ n: number }[]>('select count(*)::int as n from sites where import_id = $1', [importId]);
    return rows[0]?.n ?? 0;
  }
}
