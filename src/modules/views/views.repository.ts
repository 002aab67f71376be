import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ViewList } from './views.dto.js';

export interface SavedViewRow {
  readonly id: string;
  readonly list: ViewList;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly memberId: string;
  readonly updatedAt: Date;
}

const COLUMNS = `id, list, name, query, is_shared as "isShared", member_id as "memberId", updated_at as "updatedAt"`;

/** Rows of saved views in the open transaction. */
@Injectable()
export class SavedViewsRepository {
  constructor(private readonly database: Database) {}

  /** A member's own views and what others share, by name; of one list, or of all. */
  seenBy(memberId: string, list: ViewList | null): Promise<SavedViewRow[]> {
    return this.query(
      `select ${COLUMNS} from saved_views where (member_id = $1 or is_shared) and ($2::text is null or list = $2)
       order by lower(name), id`,
      [memberId, list],
    );
  }

  async countOf(memberId: string): Promise<number> {
    const rows = await this.query<{ n: number }>(
      'select count(*)::int as n from saved_views where member_id = $1',
      [memberId],
    );
    return rows[0]?.n ?? 0;
  }

  /** The view with its row locked. */
  async lock(id: string): Promise<SavedViewRow | null> {
    const rows = await this.query<SavedViewRow>(
      `select ${COLUMNS} from saved_views where id = $1 for update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async insert(row: SavedViewRow, at: Date): Promise<void> {
    await this.query(
      `insert into saved_views (workspace_id, id, list, name, query, is_shared, member_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        this.database.scope().workspaceId,
        row.id,
        row.list,
        row.name,
        row.query,
        row.isShared,
        row.memberId,
        at,
      ],
    );
  }

  async update(row: SavedViewRow): Promise<void> {
    await this.query(
      'update saved_views set name = $2, query = $3, is_shared = $4, updated_at = $5 where id = $1',
      [row.id, row.name, row.query, row.isShared, row.updatedAt],
    );
  }

  async remove(id: string): Promise<void> {
    await this.query('delete from saved_views where id = $1', [id]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
