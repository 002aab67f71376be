import { Injectable } from '@nestjs/common';
import type { RelationshipReason, RelationshipStage } from '../../core/relationships/relationship.js';
import { Database } from '../../platform/database/database.js';
import { COLUMNS, JOINS, type RelationshipRecord } from './relationship-record.js';

/** A relationship with all that its page shows of the row itself. */
export interface DetailRecord extends RelationshipRecord {
  readonly reasonNote: string;
  readonly brandHomeUrl: string;
  readonly timeZone: string;
}

/** What people may change. */
export interface RelationshipColumns {
  readonly stage: RelationshipStage;
  readonly reason: RelationshipReason | null;
  readonly reasonNote: string;
}

export interface LitmusColumns {
  readonly wouldLinkAnyway: boolean | null;
  readonly readersGain: boolean | null;
  readonly note: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Rows of relationships as people read and change them, in the open transaction. */
@Injectable()
export class RelationshipsRepository {
  constructor(private readonly database: Database) {}

  async detail(id: string): Promise<DetailRecord | null> {
    const rows = await this.query<DetailRecord>(
      `select ${COLUMNS}, r.reason_note as "reasonNote", b.home_url as "brandHomeUrl",
         (select w.time_zone from workspaces w where w.id = r.workspace_id) as "timeZone" from relationships r ${JOINS} where r.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async between(brandId: string, siteId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      'select id from relationships where brand_id = $1 and site_id = $2',
      [brandId, siteId],
    );
    return rows[0]?.id ?? null;
  }

  /** Holds the row until the transaction ends; null when it is not there. */
  async lock(id: string): Promise<(RelationshipColumns & { readonly revision: number }) | null> {
    const rows = await this.query<RelationshipColumns & { revision: number }>(
      `select stage, reason, reason_note as "reasonNote", revision from relationships where id = $1 for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async save(id: string, columns: RelationshipColumns, at: Date): Promise<void> {
    await this.query(
      `update relationships set stage = $2, reason = $3, reason_note = $4, updated_at = $5, revision = revision + 1 where id = $1`,
      [id, columns.stage, columns.reason, columns.reasonNote, at],
    );
  }

  /** Sets the stage of every relationship with these sites to `dormant`, of one client or of all; answers those that changed. */
  async restOnSites(siteIds: readonly string[], clientId: string | null, at: Date): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `with resting as (
         update relationships set stage = 'dormant', updated_at = $3, revision = revision + 1
         where site_id = any ($1::uuid[]) and ($2::uuid is null or client_id = $2) and stage not in ('dormant', 'declined')
         returning id)
       select id from resting order by id`,
      [siteIds, clientId, at],
    );
    return rows.map(({ id }) => id);
  }

  async answer(id: string, answers: LitmusColumns): Promise<void> {
    await this.query(
      `update relationships set would_link_anyway = $2, readers_gain = $3, litmus_note = $4, litmus_by = $5, litmus_at = $6,
         updated_at = $6, revision = revision + 1 where id = $1`,
      [id, answers.wouldLinkAnyway, answers.readersGain, answers.note, answers.by, answers.at],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
