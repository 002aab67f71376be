import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Move, RowMoverRepository } from './row-mover.repository.js';

interface KnownRelationship {
  readonly keptId: string;
  readonly otherId: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** What has to be settled between two sites, or two contacts, before their rows are moved together. */
@Injectable()
export class SiteMergingRepository {
  constructor(
    private readonly database: Database,
    private readonly mover: RowMoverRepository,
  ) {}

  /** A site has one owner at a time, and one relationship with a brand: what the kept one does not say is taken over. */
  async prepare(move: Move, at: Date): Promise<void> {
    for (const { id } of await this.secondOwners(move)) {
      const columns = { ended_at: at, until_on: at.toISOString().slice(0, 10) };
      await this.mover.change('site_publishers', id, { actId: move.actId, columns });
    }
    for (const { keptId, otherId, columns } of await this.sharedRelationships(move)) {
      await this.mover.change('relationships', keptId, { actId: move.actId, columns });
      await this.mover.move(
        { table: 'notes', column: 'subject_id', key: ['id'], only: `t.subject_kind = 'relationship'` },
        { actId: move.actId, from: otherId, to: keptId },
      );
    }
  }

  /** Main addresses that would be second ones after contacts are merged. */
  async secondMainAddresses(from: string, to: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select id from contact_addresses where contact_id = $1 and is_main and archived_at is null
         and exists (select 1 from contact_addresses k where k.contact_id = $2 and k.is_main and k.archived_at is null)`,
      [from, to],
    );
    return rows.map((row) => row.id);
  }

  /** Takes away what was counted for a site that goes. */
  async clearDerived(siteId: string): Promise<void> {
    await this.query('delete from site_latest_metrics where site_id = $1', [siteId]);
  }

  async keyOf(siteId: string): Promise<string> {
    const [row] = await this.query<{ key: string }>('select site_key as key from sites where id = $1', [
      siteId,
    ]);
    return row?.key ?? '';
  }

  private secondOwners({ from, to }: Move): Promise<{ id: string }[]> {
    return this.query(
      `select o.id from site_publishers o join site_publishers k on k.workspace_id = o.workspace_id
         and k.site_id = $2 and k.role = 'owner' and k.ended_at is null and k.publisher_id <> o.publisher_id
       where o.site_id = $1 and o.role = 'owner' and o.ended_at is null`,
      [from, to],
    );
  }

  private sharedRelationships({ from, to }: Move): Promise<KnownRelationship[]> {
    return this.query(
      `select k.id as "keptId", o.id as "otherId",
         case when k.reason is null and o.reason is not null
           then jsonb_build_object('reason', o.reason, 'reason_note', o.reason_note) else '{}' end
         || case when k.litmus_at is null and o.litmus_at is not null
           then jsonb_build_object('would_link_anyway', o.would_link_anyway, 'readers_gain', o.readers_gain,
             'litmus_by', o.litmus_by, 'litmus_at', o.litmus_at, 'litmus_note', o.litmus_note) else '{}' end
         || case when k.stage = 'unknown' and o.stage <> 'unknown' then jsonb_build_object('stage', o.stage) else '{}' end as columns
       from relationships o join relationships k on k.workspace_id = o.workspace_id and k.brand_id = o.brand_id and k.site_id = $2
       where o.site_id = $1`,
      [from, to],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
