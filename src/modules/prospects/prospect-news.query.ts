import { Injectable } from '@nestjs/common';
import type { Stage } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';

/** What listeners look up about the facts they hear of, in the open transaction. */
@Injectable()
export class ProspectNews {
  constructor(private readonly database: Database) {}

  /** The stages the brands have with a site. Who does not see all brands takes the stage there is for that of the others. */
  async stages(siteId: string): Promise<Stage[]> {
    const rows = await this.query<{ stage: Stage }>(
      `select stage from relationships where site_id = $1
       union select stage from prospects where site_id = $1 and not app_sees_all_clients()`,
      [siteId],
    );
    return rows.map((row) => row.stage);
  }

  /** The member behind a user, or null. */
  async memberOf(userId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>('select id from members where user_id = $1', [userId]);
    return rows[0]?.id ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
