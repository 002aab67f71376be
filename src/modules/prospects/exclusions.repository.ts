import { Injectable } from '@nestjs/common';
import type { ExclusionReason } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { ExclusionView } from './exclusions.dto.js';

/** Why a client excludes sites. */
export interface ExclusionGround {
  readonly clientId: string;
  readonly reason: ExclusionReason;
  readonly note: string;
}

export type ExclusionRow = Omit<ExclusionView, 'displayHost'> & { readonly sortKey: string };

/** Sites that clients want no link from, in the open transaction. */
@Injectable()
export class ExclusionsRepository {
  constructor(private readonly database: Database) {}

  /** Excludes sites for a client; answers the ids of the sites that were not excluded before. */
  async insert(siteIds: readonly string[], ground: ExclusionGround, at: Date): Promise<string[]> {
    const { workspaceId, userId = null } = this.database.scope();
    const rows = await this.query<{ siteId: string }>(
      `insert into client_exclusions (workspace_id, id, client_id, site_id, reason, note, created_by, created_at)
       select $1, f.id, $2, f.site_id, $3, $4, $5, $6 from unnest($7::uuid[], $8::uuid[]) as f (id, site_id)
       on conflict (workspace_id, site_id, client_id) do nothing returning site_id as "siteId"`,
      [
        workspaceId,
        ground.clientId,
        ground.reason,
        ground.note,
        userId,
        at,
        siteIds.map(() => newId()),
        [...siteIds].sort(),
      ],
    );
    return rows.map((row) => row.siteId);
  }

  /** The exclusions of a client, newest first, one more than the limit. */
  page(clientId: string, after: readonly [string, string] | null, limit: number): Promise<ExclusionRow[]> {
    const [at, id] = after ?? [null, null];
    return this.query(
      `select e.id, e.client_id as "clientId", e.site_id as "siteId", s.site_key as "siteKey", e.reason, e.note, e.created_at as "createdAt",
         to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey",
         (select m.name from members m where m.user_id = e.created_by limit 1) as "createdByName"
       from client_exclusions e join sites s on s.id = e.site_id
       where e.client_id = $1 and ($2::timestamptz is null or (e.created_at, e.id) < ($2::timestamptz, $3::uuid))
       order by e.created_at desc, e.id desc limit $4`,
      [clientId, at, id, limit + 1],
    );
  }

  async count(clientId: string): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from client_exclusions where client_id = $1 limit ${COUNTED_UP_TO + 1}) counted`,
      [clientId],
    );
    return rows[0]?.total ?? 0;
  }

  /** Takes an exclusion of a client back; answers its site, or null when there is none. */
  async remove(clientId: string, id: string): Promise<string | null> {
    const rows = await this.rows<{ siteId: string }>(
      'delete from client_exclusions where client_id = $1 and id = $2 returning site_id as "siteId"',
      [clientId, id],
    );
    return rows[0]?.siteId ?? null;
  }

  /** Takes the exclusions of sites for a client back; answers the sites. */
  async removeSites(clientId: string, siteIds: readonly string[]): Promise<string[]> {
    const rows = await this.rows<{ siteId: string }>(
      'delete from client_exclusions where client_id = $1 and site_id = any ($2::uuid[]) returning site_id as "siteId"',
      [clientId, siteIds],
    );
    return rows.map((row) => row.siteId);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  /** The driver answers rows of a DELETE together with their number. */
  private async rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const [rows] = await this.database.manager().query<[Row[], number]>(sql, values);
    return rows;
  }
}
