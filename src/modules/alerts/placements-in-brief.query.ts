import { Injectable } from '@nestjs/common';
import type { PlacementState } from '../../core/placements/placement.js';
import { Database } from '../../platform/database/database.js';

/** What telling needs of a placement. */
export interface PlacementInBrief {
  readonly id: string;
  readonly clientId: string;
  readonly ownerMemberId: string | null;
  readonly state: PlacementState;
  readonly sourceHost: string;
  readonly targetUrl: string;
  readonly brandName: string;
  readonly dueOn: string | null;
}

const COLUMNS = `
  select p.id, p.client_id as "clientId", p.owner_member_id as "ownerMemberId", p.state, p.source_host as "sourceHost",
    p.target_url as "targetUrl", b.name as "brandName", p.due_on::text as "dueOn"
  from placements p join brands b on b.workspace_id = p.workspace_id and b.id = p.brand_id`;

/** Placements as lines of a bell or a digest, in the open transaction. */
@Injectable()
export class PlacementsInBrief {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<PlacementInBrief[]> {
    return this.query(`${COLUMNS} where p.id = any ($1::uuid[]) and p.archived_at is null`, [ids]);
  }

  /** Awaited placements whose due day is over, oldest due day first. */
  overdue(today: string, limit: number): Promise<PlacementInBrief[]> {
    return this.query(
      `${COLUMNS} where p.state = 'awaited' and p.due_on < $1::date and p.archived_at is null
       order by p.due_on, p.id limit $2`,
      [today, limit],
    );
  }

  /** The host of a site, for its name on screen. */
  async hostOfSite(siteId: string): Promise<string | null> {
    const rows = await this.database
      .manager()
      .query<{ host: string }[]>('select host from sites where id = $1', [siteId]);
    return rows[0]?.host ?? null;
  }

  private query(sql: string, values: unknown[]): Promise<PlacementInBrief[]> {
    return this.database.manager().query<PlacementInBrief[]>(sql, values);
  }
}
