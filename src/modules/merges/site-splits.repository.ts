import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What stands at an address, by table: the address decides under which site it is filed. */
const ADDRESSES = {
  placements: 'coalesce(t.source_url, t.source_host)',
  links: `case t.direction when 'to_us' then t.source_url else t.target_url end`,
  linking_sites: 't.named',
  contact_proposals: 't.page_url',
} as const;
type AddressedTable = keyof typeof ADDRESSES;

const BATCH = 5000;

/** Rows of a site by the address they stand at, in the open transaction. */
@Injectable()
export class SiteSplitsRepository {
  readonly tables = Object.keys(ADDRESSES) as readonly AddressedTable[];

  constructor(private readonly database: Database) {}

  /** The rows filed under a site, with their addresses, in batches. */
  async *standingOn(
    table: AddressedTable,
    siteId: string,
  ): AsyncGenerator<readonly { id: string; address: string }[]> {
    for (let after: string | null = null; ; ) {
      const rows: { id: string; address: string }[] = await this.database.manager().query(
        `select t.id, ${ADDRESSES[table]} as address from ${table} t
           where t.site_id = $1 and ($2::uuid is null or t.id > $2) order by t.id limit $3`,
        [siteId, after, BATCH],
      );
      yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  }

  /** A site and the sub-sites cut from it, by their keys. */
  async family(parentSiteId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database
      .manager()
      .query<{ id: string; key: string }[]>(
        `select id, site_key as key from sites where id = $1 or (parent_site_id = $1 and archived_at is null)`,
        [parentSiteId],
      );
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  async relationshipsOf(siteId: string): Promise<string[]> {
    const rows = await this.database
      .manager()
      .query<{ id: string }[]>('select id from relationships where site_id = $1', [siteId]);
    return rows.map((row) => row.id);
  }
}
