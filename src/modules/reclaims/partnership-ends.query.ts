import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A live link from a site of ours to theirs. */
export interface LinkToThem {
  readonly clientId: string;
  readonly siteId: string;
  readonly sourceUrl: string;
  readonly targetUrl: string;
}

/** Whose sites they are: a publisher with all that are current, or one site. */
export interface Partner {
  readonly kind: 'publisher' | 'site';
  readonly id: string;
}

/** What hangs on a partnership, in the open transaction. */
@Injectable()
export class PartnershipQuery {
  constructor(private readonly database: Database) {}

  /** Null when there is no such publisher or site. */
  async sites({ kind, id }: Partner): Promise<string[] | null> {
    const sql =
      kind === 'site'
        ? 'select id as "siteId" from sites where id = $1'
        : `select distinct sp.site_id as "siteId" from publishers u
           left join site_publishers sp on sp.publisher_id = u.id and sp.ended_at is null where u.id = $1 order by 1`;
    const rows = await this.query<{ siteId: string | null }>(sql, [id]);
    return rows.length === 0 ? null : rows.flatMap(({ siteId }) => siteId ?? []);
  }

  async openPitches(siteIds: readonly string[], clientId: string | null): Promise<number> {
    const rows = await this.query<{ count: number }>(
      `select count(*)::int as count from pitches where site_id = any ($1::uuid[]) and archived_at is null and status <> 'closed'
         and ($2::uuid is null or client_id = $2)`,
      [siteIds, clientId],
    );
    return rows[0]?.count ?? 0;
  }

  /** Placements that are still followed. */
  async placements(siteIds: readonly string[], clientId: string | null): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select id from placements where site_id = any ($1::uuid[]) and archived_at is null
         and state not in ('ended', 'released', 'replaced') and ($2::uuid is null or client_id = $2) order by id`,
      [siteIds, clientId],
    );
    return rows.map(({ id }) => id);
  }

  linksToThem(siteIds: readonly string[], clientId: string | null): Promise<LinkToThem[]> {
    return this.query(
      `select client_id as "clientId", site_id as "siteId", source_url as "sourceUrl", target_url as "targetUrl" from links
       where site_id = any ($1::uuid[]) and direction = 'to_them' and state = 'live' and ($2::uuid is null or client_id = $2)
       order by id`,
      [siteIds, clientId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
