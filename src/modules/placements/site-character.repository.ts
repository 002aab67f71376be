import { Injectable } from '@nestjs/common';
import type { PageChange } from '../../core/verifier/site-character.js';
import { Database } from '../../platform/database/database.js';

/** Pages of a site as far as they tell a change of its character, in the open transaction. */
@Injectable()
export class SiteCharacterRepository {
  constructor(private readonly database: Database) {}

  /** Pages whose last check could read them, each once. */
  pages(siteId: string): Promise<PageChange[]> {
    return this.database.manager().query<PageChange[]>(
      `select max(checked_at) as "readAt", max(page_changed_at) as "changedAt" from placements
       where site_id = $1 and checked_at is not null and page_title is not null
         and coalesce((memory ->> 'withoutProof')::integer, 0) = 0
       group by source_url_key`,
      [siteId],
    );
  }

  /** Notes the change; false when one was noted in the last 30 days, which is the same one. */
  async mark(siteId: string, at: Date): Promise<boolean> {
    const rows = await this.database.manager().query<unknown[]>(
      `with marked as (
         update sites set character_changed_at = $2
         where id = $1 and (character_changed_at is null or character_changed_at < $2::timestamptz - interval '30 days')
         returning id
       ) select id from marked`,
      [siteId, at],
    );
    return rows.length > 0;
  }
}
