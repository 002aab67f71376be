import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PlacementSubjects } from './placement-events.js';

/** Placements by the import they came with, in the open transaction. */
@Injectable()
export class ImportedPlacementsRepository {
  constructor(private readonly database: Database) {}

  /** Ids of some that were never checked, nor touched by anybody: they can go without a trace. Their rows are locked. */
  async untouched(importId: string, atMost: number): Promise<readonly string[]> {
    const rows = await this.database.manager().query<{ id: string }[]>(
      `select id from placements p
       where import_id = $1 and archived_at is null and revision = 1 and checked_at is null
         and not exists (select from sightings s where s.workspace_id = p.workspace_id and s.placement_id = p.id)
         and not exists (select from checks c where c.workspace_id = p.workspace_id and c.placement_id = p.id)
         and not exists (select from placements r where r.workspace_id = p.workspace_id and r.replaced_by_id = p.id)
       order by id limit $2 for update`,
      [importId, atMost],
    );
    return rows.map((row) => row.id);
  }

  /** Deletes placements with where their terms come from. */
  async remove(ids: readonly string[]): Promise<void> {
    for (const [table, column] of [
      ['evidence', 'placement_id'],
      ['placement_term_sources', 'placement_id'],
      ['placements', 'id'],
    ] as const)
      await this.database.manager().query(`delete from ${table} where ${column} = any ($1::uuid[])`, [ids]);
  }

  /** Archives some that are as the import made them: a revision above the first was somebody's work. */
  async withdrawUnchanged(
    importId: string,
    { atMost, at }: { atMost: number; at: Date },
  ): Promise<readonly PlacementSubjects[]> {
    const [rows] = await this.database.manager().query<[PlacementSubjects[], number]>(
      `update placements set archived_at = $3, updated_at = $3, next_check_at = null, next_check_reason = null
       where id in (
         select id from placements where import_id = $1 and archived_at is null and revision = 1
         order by id limit $2 for no key update)
       returning id, client_id as "clientId", brand_id as "brandId", site_id as "siteId"`,
      [importId, atMost, at],
    );
    return rows;
  }

  /** Ids of those that are not archived. */
  async standing(importId: string): Promise<readonly string[]> {
    const rows = await this.database
      .manager()
      .query<{ id: string }[]>('select id from placements where import_id = $1 and archived_at is null', [
        importId,
      ]);
    return rows.map((row) => row.id);
  }
}
