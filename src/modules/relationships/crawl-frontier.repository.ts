import { Injectable } from '@nestjs/common';
import type { CrawlTarget } from '../../core/relationships/crawl-scope.js';
import { Database } from '../../platform/database/database.js';
import type { CrawlPageState } from './crawls.dto.js';
import { keyHash } from './link-facts.js';

/** A page that waits to be read. */
export interface WaitingPage {
  readonly pageNo: number;
  readonly url: string;
  readonly depth: number;
  readonly attempts: number;
}

/** What became of a page. */
export interface PageResult {
  readonly pageNo: number;
  readonly state: Exclude<CrawlPageState, 'waiting'>;
  readonly findingCode: string | null;
  readonly httpStatus: number | null;
  readonly linkCount: number | null;
  readonly readAt: Date;
}

export interface FrontierPage {
  readonly target: CrawlTarget;
  readonly depth: number;
}

/** The pages of a crawl: what was read, and what is still to be read, in the open transaction. */
@Injectable()
export class CrawlFrontier {
  constructor(private readonly database: Database) {}

  /** The next pages in the order in which they were found: breadth first. */
  waiting(crawlId: string, limit: number): Promise<WaitingPage[]> {
    return this.query(
      `select page_no as "pageNo", url, depth, attempts from crawl_pages
       where crawl_id = $1 and state = 'waiting' order by page_no limit $2`,
      [crawlId, limit],
    );
  }

  async save(crawlId: string, results: readonly PageResult[]): Promise<void> {
    if (results.length === 0) return;
    await this.query(
      `update crawl_pages p set state = f.state, finding_code = f."findingCode", http_status = f."httpStatus",
         link_count = f."linkCount", read_at = f."readAt", attempts = attempts + 1
       from jsonb_to_recordset($2::jsonb) as f("pageNo" int, state text, "findingCode" text, "httpStatus" int, "linkCount" int,
         "readAt" timestamptz)
       where p.crawl_id = $1 and p.page_no = f."pageNo"`,
      [crawlId, JSON.stringify(results)],
    );
  }

  /** Pages of a redirect's end that were waiting are read with it. */
  async markRead(crawlId: string, keys: readonly string[], at: Date): Promise<void> {
    if (keys.length === 0) return;
    await this.query(
      `with asked as materialized (select decode(hash, 'hex') as hash from unnest($2::text[]) as hash)
       update crawl_pages p set state = 'read', read_at = $3, attempts = attempts + 1
       from asked where p.crawl_id = $1 and p.url_hash = asked.hash and p.state = 'waiting'`,
      [crawlId, keys.map(keyHash), at],
    );
  }

  /**
   * Adds pages that are not there yet behind the last one, as far as `room` and the caps of patterns let them; answers how many, and
   * whether some were left out. The caller holds the crawl.
   */
  async add(
    crawlId: string,
    pages: readonly FrontierPage[],
    { last, room }: { last: number; room: number },
  ): Promise<{ added: number; isCut: boolean }> {
    const fresh = await this.unknown(crawlId, pages);
    const capped = await this.withinCaps(crawlId, fresh);
    const taken = capped.slice(0, Math.max(room, 0));
    if (taken.length > 0)
      await this.query(
        `insert into crawl_pages (workspace_id, crawl_id, page_no, url, url_hash, pattern_hash, depth)
         select $3, $1, f.no, f.url, decode(f.hash, 'hex'), decode(f.pattern, 'hex'), f.depth
         from jsonb_to_recordset($2::jsonb) as f(no int, url text, hash text, pattern text, depth int)`,
        [
          crawlId,
          JSON.stringify(
            taken.map(({ target, depth }, at) => ({
              no: last + 1 + at,
              url: target.url,
              hash: keyHash(target.key),
              pattern: target.pattern === null ? null : keyHash(target.pattern.key),
              depth,
            })),
          ),
          this.database.scope().workspaceId,
        ],
      );
    return { added: taken.length, isCut: taken.length < fresh.length };
  }

  /** Pages that could not be read at the first attempt are tried once more. */
  async tryFailedAgain(crawlId: string): Promise<number> {
    const [, count] = await this.database
      .manager()
      .query<[unknown[], number]>(
        `update crawl_pages set state = 'waiting' where crawl_id = $1 and state = 'failed' and attempts < 2`,
        [crawlId],
      );
    return count;
  }

  /** Pages of the own site that were known to link out and that this crawl did not meet. */
  async knownElsewhere(crawlId: string, brandId: string, limit: number): Promise<string[]> {
    const rows = await this.query<{ url: string }>(
      `select min(l.source_url) as url from links l
       where l.brand_id = $2 and l.direction = 'to_them' and l.state <> 'lost'
         and not exists (select from crawl_pages p where p.crawl_id = $1 and p.url_hash = l.source_hash)
       group by l.source_hash order by 1 limit $3`,
      [crawlId, brandId, limit],
    );
    return rows.map(({ url }) => url);
  }

  /** What became of the home page. */
  async homeResult(crawlId: string): Promise<{ home: CrawlPageState; reason: string | null }> {
    const rows = await this.query<{ home: CrawlPageState; reason: string | null }>(
      'select state as home, finding_code as reason from crawl_pages where crawl_id = $1 order by page_no limit 1',
      [crawlId],
    );
    return rows[0] ?? { home: 'failed', reason: 'no_page' };
  }

  async hasFailed(crawlId: string): Promise<boolean> {
    const rows = await this.query<unknown>(
      `select 1 from crawl_pages where crawl_id = $1 and state = 'failed' limit 1`,
      [crawlId],
    );
    return rows.length > 0;
  }

  private async unknown(crawlId: string, pages: readonly FrontierPage[]): Promise<FrontierPage[]> {
    const byHash = new Map<string, FrontierPage>();
    for (const page of pages) {
      const hash = keyHash(page.target.key);
      if (!byHash.has(hash)) byHash.set(hash, page);
    }
    const rows = await this.query<{ hash: string }>(
      `with asked as materialized (select decode(hash, 'hex') as hash from unnest($2::text[]) as hash)
       select encode(p.url_hash, 'hex') as hash from asked join crawl_pages p on p.crawl_id = $1 and p.url_hash = asked.hash`,
      [crawlId, [...byHash.keys()]],
    );
    for (const { hash } of rows) byHash.delete(hash);
    return [...byHash.values()];
  }

  private async withinCaps(crawlId: string, pages: readonly FrontierPage[]): Promise<FrontierPage[]> {
    const patterns = [...new Set(pages.flatMap(({ target }) => target.pattern?.key ?? []))];
    if (patterns.length === 0) return [...pages];
    const rows = await this.query<{ hash: string; n: number }>(
      `with asked as materialized (select decode(hash, 'hex') as hash from unnest($2::text[]) as hash)
       select encode(p.pattern_hash, 'hex') as hash, count(*)::int as n
       from asked join crawl_pages p on p.crawl_id = $1 and p.pattern_hash = asked.hash group by 1`,
      [crawlId, patterns.map(keyHash)],
    );
    const counts = new Map(rows.map(({ hash, n }) => [hash, n]));
    return pages.filter(({ target: { pattern } }) => {
      if (pattern === null) return true;
      const hash = keyHash(pattern.key);
      const count = counts.get(hash) ?? 0;
      counts.set(hash, count + 1);
      return count < pattern.cap;
    });
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
