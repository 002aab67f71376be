import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CrawlPlanWish } from './crawls.dto.js';

const DAYS = `interval '1 day'`;

/** Plans for reading the brands' own sites, in the open transaction. */
@Injectable()
export class CrawlPlans {
  constructor(private readonly database: Database) {}

  /** Writes a plan down; the next reading counts from the last one, and is now where there was none. */
  async save(brand: { id: string; clientId: string }, wish: CrawlPlanWish, now: Date): Promise<void> {
    await this.query(
      `insert into crawl_plans (workspace_id, brand_id, client_id, is_on, every_days, page_limit, next_at)
       values ($1, $2, $3, $4::boolean, $5::integer, $6, case when $4::boolean then coalesce(
         (select max(c.started_at) + $5::integer * ${DAYS} from crawls c where c.brand_id = $2), $7::timestamptz) end)
       on conflict (workspace_id, brand_id) do update
         set is_on = excluded.is_on, every_days = excluded.every_days, page_limit = excluded.page_limit, next_at = excluded.next_at`,
      [this.workspace, brand.id, brand.clientId, wish.isOn, wish.everyDays, wish.pageLimit, now],
    );
  }

  /** A reading begins: the next one is due a full round later. Answers how many pages it may take. */
  async begun(brand: { id: string; clientId: string }, now: Date): Promise<number> {
    const rows = await this.query<{ pageLimit: number }>(
      `insert into crawl_plans as p (workspace_id, brand_id, client_id, is_on) values ($1, $2, $3, false)
       on conflict (workspace_id, brand_id) do update
         set next_at = case when p.is_on then $4::timestamptz + p.every_days * ${DAYS} end
       returning page_limit as "pageLimit"`,
      [this.workspace, brand.id, brand.clientId, now],
    );
    return rows[0]?.pageLimit ?? 0;
  }

  /** The brand's site was read completely. */
  async readCompletely(brandId: string, at: Date): Promise<void> {
    await this.query('update crawl_plans set read_completely_at = $2 where brand_id = $1', [brandId, at]);
  }

  /** Puts a plan off that could not be begun now. */
  async postpone(brandId: string, until: Date): Promise<void> {
    await this.query('update crawl_plans set next_at = $2 where brand_id = $1', [brandId, until]);
  }

  private get workspace(): string {
    return this.database.scope().workspaceId;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
