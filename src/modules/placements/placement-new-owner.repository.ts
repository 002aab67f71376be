import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** When a placement is looked at next. */
export interface PlannedCheck {
  readonly id: string;
  readonly nextCheckAt: Date | null;
}

/** Plans of checks of a site's placements, in the open transaction. */
@Injectable()
export class PlacementNewOwnerRepository {
  constructor(private readonly database: Database) {}

  /** Placements of a site that are followed and have a page, locked, in the order of their ids. */
  followed(siteId: string): Promise<PlannedCheck[]> {
    return this.query(
      `select id, next_check_at as "nextCheckAt" from placements
       where site_id = $1 and archived_at is null and host_slot is not null and state not in ('ended', 'released', 'replaced')
       order by id for no key update`,
      [siteId],
    );
  }

  /** Plans checks; the reason of one that somebody asked for, or that follows a suspicion, stays what it is. */
  async plan(plans: readonly PlannedCheck[]): Promise<void> {
    await this.query(
      `update placements p set next_check_at = r."nextCheckAt", next_check_reason = coalesce(p.next_check_reason, 'regular')
       from jsonb_to_recordset($2::jsonb) as r (id uuid, "nextCheckAt" timestamptz) where p.workspace_id = $1 and p.id = r.id`,
      [this.database.scope().workspaceId, JSON.stringify(plans)],
    );
  }

  /** Puts plans back where the planned time still stands; a placement that was checked or changed meanwhile keeps its own. */
  async replan(plans: readonly { id: string; before: string | null; after: string }[]): Promise<void> {
    await this.query(
      `update placements p set next_check_at = r.before
       from jsonb_to_recordset($2::jsonb) as r (id uuid, before timestamptz, after timestamptz)
       where p.workspace_id = $1 and p.id = r.id and p.next_check_at = r.after`,
      [this.database.scope().workspaceId, JSON.stringify(plans)],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
