import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { CrawlPageState, CrawlPageView, CrawlPlanView, CrawlView } from './crawls.dto.js';

const VIEW = `c.id, c.brand_id as "brandId", c.state, c.is_complete as "isComplete", c.pages_found as "pagesFound",
  c.pages_read as "pagesRead", c.pages_failed as "pagesFailed", c.pages_skipped as "pagesSkipped", c.links_found as "linksFound",
  c.page_limit as "pageLimit", c.error_code as "errorCode", c.started_at as "startedAt", c.finished_at as "finishedAt",
  (select u.name from users u where u.id = c.started_by) as "startedByName"`;

type PageInOrder = CrawlPageView & { readonly pageNo: number };

/** What people read of plans and crawls, in the open transaction. */
@Injectable()
export class CrawlsQuery {
  constructor(private readonly database: Database) {}

  async plan(brandId: string): Promise<Omit<CrawlPlanView, 'crawls'> | null> {
    const rows = await this.query<Omit<CrawlPlanView, 'crawls'>>(
      `select brand_id as "brandId", is_on as "isOn", every_days as "everyDays", page_limit as "pageLimit", next_at as "nextAt",
         read_completely_at as "readCompletelyAt" from crawl_plans where brand_id = $1`,
      [brandId],
    );
    return rows[0] ?? null;
  }

  /** The newest crawls of a brand. */
  ofBrand(brandId: string, limit: number): Promise<CrawlView[]> {
    return this.query(
      `select ${VIEW} from crawls c where c.brand_id = $1 order by c.started_at desc, c.id desc limit $2`,
      [brandId, limit],
    );
  }

  async one(id: string): Promise<CrawlView | null> {
    return (await this.query<CrawlView>(`select ${VIEW} from crawls c where c.id = $1`, [id]))[0] ?? null;
  }

  /** Pages behind a number, one more than `limit`. */
  pages(
    id: string,
    { state, after, limit }: { state: CrawlPageState | null; after: number; limit: number },
  ): Promise<PageInOrder[]> {
    return this.query(
      `select page_no as "pageNo", url, depth, state, finding_code as "findingCode", http_status as "httpStatus",
         link_count as "linkCount", read_at as "readAt"
       from crawl_pages where crawl_id = $1 and page_no > $2 and ($3::text is null or state = $3) order by page_no limit $4`,
      [id, after, state, limit + 1],
    );
  }

  async countPages(id: string, state: CrawlPageState | null): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (
         select 1 from crawl_pages where crawl_id = $1 and ($2::text is null or state = $2) limit ${COUNTED_UP_TO + 1}) counted`,
      [id, state],
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
