import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { Database } from '../../platform/database/database.js';

/** A change of a site's owner, with every row it touched. */
export interface OwnerChangeRow {
  readonly id: string;
  readonly siteId: string;
  readonly publisherId: string;
  readonly note: string;
  readonly changes: readonly IntakeChange[];
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

const COLUMNS = `id, site_id as "siteId", publisher_id as "publisherId", note, changes, changed_by as "changedBy",
  changed_at as "changedAt"`;

/** Changes of owners in the open transaction. */
@Injectable()
export class OwnerChangesRepository {
  constructor(private readonly database: Database) {}

  async insert(change: Omit<OwnerChangeRow, 'changes'>): Promise<void> {
    await this.query(
      `insert into owner_changes (workspace_id, id, site_id, publisher_id, note, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.database.scope().workspaceId,
        change.id,
        change.siteId,
        change.publisherId,
        change.note,
        change.changedBy,
        change.changedAt,
      ],
    );
  }

  /** Adds rows to what a change touched. */
  async append(id: string, changes: readonly IntakeChange[]): Promise<void> {
    await this.query('update owner_changes set changes = changes || $2::jsonb where id = $1', [
      id,
      JSON.stringify(changes),
    ]);
  }

  async find(id: string): Promise<OwnerChangeRow | null> {
    const rows = await this.query<OwnerChangeRow>(`select ${COLUMNS} from owner_changes where id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The last change of a site's owner that was not taken back, locked. */
  async last(siteId: string): Promise<OwnerChangeRow | null> {
    const rows = await this.query<OwnerChangeRow>(
      `select ${COLUMNS} from owner_changes where site_id = $1 and undone_at is null
       order by changed_at desc, id desc limit 1 for no key update`,
      [siteId],
    );
    return rows[0] ?? null;
  }

  async setUndone(id: string, at: Date): Promise<void> {
    await this.query('update owner_changes set undone_at = $2 where id = $1', [id, at]);
  }

  /** When the site changed hands last; answers what stood there before. */
  async markSite(siteId: string, at: Date | null): Promise<Date | null> {
    const rows = await this.query<{ before: Date | null }>(
      `with old as (select id, owner_changed_at from sites where id = $1 for no key update),
         marked as (update sites s set owner_changed_at = $2 from old where s.workspace_id = $3 and s.id = old.id returning s.id)
       select old.owner_changed_at as before from old join marked on marked.id = old.id`,
      [siteId, at, this.database.scope().workspaceId],
    );
    return rows[0]?.before ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
