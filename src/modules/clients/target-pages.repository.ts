import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { TargetPageEntity } from './target-page.entity.js';
import type { TargetPageView } from './target-pages.dto.js';

const VIEW = `
  select t.id, t.brand_id as "brandId", t.url, t.label, t.status, t.http_status as "httpStatus", t.final_url as "finalUrl",
    t.indexable, t.failing_since as "failingSince", t.finding_code as "findingCode", t.checked_at as "checkedAt",
    t.next_check_at as "nextCheckAt", t.created_at as "createdAt", t.archived_at as "archivedAt",
    (select count(*) from placements p where p.target_page_id = t.id and p.archived_at is null)::int as "placementCount"
  from target_pages t`;

/** A page as it is written down. */
export type NewTargetPageRow = Pick<
  TargetPageEntity,
  'id' | 'clientId' | 'brandId' | 'url' | 'urlKey' | 'label' | 'hostSlot' | 'createdAt'
>;

/** Rows of target pages in the open transaction. */
@Injectable()
export class TargetPagesRepository {
  constructor(private readonly database: Database) {}

  ofBrand(brandId: string): Promise<TargetPageView[]> {
    return this.query(`${VIEW} where t.brand_id = $1 order by t.archived_at nulls first, t.url, t.id`, [
      brandId,
    ]);
  }

  async view(id: string): Promise<TargetPageView | null> {
    return (await this.query<TargetPageView>(`${VIEW} where t.id = $1`, [id]))[0] ?? null;
  }

  lock(id: string): Promise<TargetPageEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The page of a brand with this key; one that is not archived before one that is. */
  async byKey(brandId: string, urlKey: string): Promise<{ id: string; archivedAt: Date | null } | null> {
    const rows = await this.query<{ id: string; archivedAt: Date | null }>(
      `select id, archived_at as "archivedAt" from target_pages
       where brand_id = $1 and md5(url_key) = md5($2) and url_key = $2
       order by archived_at desc nulls first limit 1`,
      [brandId, urlKey],
    );
    return rows[0] ?? null;
  }

  /** Writes the page down to be checked at once; false when the brand has it already, also by a call a moment ago. */
  async insertIfNew(page: NewTargetPageRow): Promise<boolean> {
    const rows = await this.query<{ id: string }>(
      `insert into target_pages (workspace_id, id, client_id, brand_id, url, url_key, label, host_slot, next_check_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
       on conflict (workspace_id, brand_id, md5(url_key)) where archived_at is null do nothing
       returning id`,
      [
        this.database.scope().workspaceId,
        page.id,
        page.clientId,
        page.brandId,
        page.url,
        page.urlKey,
        page.label,
        page.hostSlot,
        page.createdAt,
      ],
    );
    return rows.length > 0;
  }

  async update(
    id: string,
    change: Partial<Pick<TargetPageEntity, 'label' | 'archivedAt' | 'nextCheckAt'>>,
  ): Promise<void> {
    await this.table().update({ id }, change);
  }

  async idsOf(brandIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from target_pages where brand_id = any ($1::uuid[])',
      [brandIds],
    );
    return rows.map((row) => row.id);
  }

  /** Deletes those that no placement and no link leads to and that nobody archived. */
  async deleteUnused(ids: readonly string[]): Promise<void> {
    await this.query(
      `delete from target_pages t where t.id = any ($1::uuid[]) and t.archived_at is null
         and not exists (select from placements p where p.workspace_id = t.workspace_id and p.target_page_id = t.id)`,
      [ids],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private table() {
    return this.database.manager().getRepository(TargetPageEntity);
  }
}
