import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PublisherEntity } from './publisher.entity.js';

/** Columns of a publisher to write. */
export type PublisherColumns = { [Column in keyof PublisherEntity]?: PublisherEntity[Column] };

/** What makes a publisher. */
export type NewPublisherRow = Omit<PublisherEntity, 'workspaceId' | 'revision' | 'archivedAt'>;

/** Rows of publishers in the open transaction. */
@Injectable()
export class PublishersRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<PublisherEntity | null> {
    return this.table().findOneBy({ id });
  }

  /** The publisher with its row locked, so that one change follows another. */
  lock(id: string): Promise<PublisherEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(rows: readonly NewPublisherRow[]): Promise<void> {
    const { workspaceId } = this.database.scope();
    if (rows.length > 0) await this.table().insert(rows.map((row) => ({ ...row, workspaceId })));
  }

  async update(id: string, change: PublisherColumns): Promise<void> {
    await this.table().update({ id }, change);
  }

  /** Publishers that are not archived by their folded names; of several with one name the oldest. */
  async byNameKeys(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ key: string; id: string }>(
      `select distinct on (name_key) name_key as key, id from publishers
       where name_key = any ($1) and archived_at is null order by name_key, id`,
      [keys],
    );
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  /** Lets one transaction after the other look names up and make what is missing, so that none is made twice. */
  async holdNames(): Promise<void> {
    await this.query(`select pg_advisory_xact_lock(hashtextextended('publishers ' || $1, 0))`, [
      this.database.scope().workspaceId,
    ]);
  }

  /**
   * Takes the publishers away that an import made, unless somebody has changed them or something of another origin hangs on them. Answers
   * how many went.
   */
  async deleteImported(importId: string): Promise<number> {
    const rows = await this.query<{ id: string }>(
      `with gone as (delete from publishers p where p.import_id = $1 and p.revision = 1 and p.archived_at is null
         and not exists (select 1 from site_publishers l where l.workspace_id = p.workspace_id and l.publisher_id = p.id)
         and not exists (select 1 from conditions c where c.workspace_id = p.workspace_id and c.publisher_id = p.id)
         and not exists (select 1 from contact_places c where c.workspace_id = p.workspace_id and c.publisher_id = p.id)
         and not exists (select 1 from owner_changes o where o.workspace_id = p.workspace_id and o.publisher_id = p.id)
         and not exists (select 1 from notes n where n.workspace_id = p.workspace_id and n.subject_kind = 'publisher' and n.subject_id = p.id)
         and not exists (select 1 from custom_values v where v.workspace_id = p.workspace_id and v.record_id = p.id)
       returning p.id) select id from gone`,
      [importId],
    );
    return rows.length;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private table() {
    return this.database.manager().getRepository(PublisherEntity);
  }
}
