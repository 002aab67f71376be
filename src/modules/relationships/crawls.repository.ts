import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { hostSlot } from '../../platform/fetch/page-fetcher.js';
import type { CrawlState } from './crawls.dto.js';

/** The topic under which news of crawls travels; its id is the crawl's. */
export const CRAWL_NEWS = 'crawl';

export interface NewCrawl {
  readonly id: string;
  readonly brandId: string;
  readonly clientId: string;
  readonly pageLimit: number;
  readonly startedBy: string | null;
  readonly at: Date;
}

/** A crawl that is due, of any workspace. */
export interface DueCrawl {
  readonly workspaceId: string;
  readonly crawlId: string;
  readonly hostSlot: string;
}

/** A crawl as a worker goes on with it. */
export interface CrawlRow {
  readonly id: string;
  readonly brandId: string;
  readonly clientId: string;
  readonly state: CrawlState;
  readonly homeUrl: string;
  readonly pageLimit: number;
  readonly pagesFound: number;
  readonly isCut: boolean;
}

/** What a step adds to a crawl's counts. */
export interface CrawlStep {
  readonly found: number;
  readonly read: number;
  readonly failed: number;
  readonly skipped: number;
  readonly links: number;
  /** Some pages were left out by a limit. */
  readonly isCut: boolean;
}

interface ClosedCrawl {
  readonly brandId: string;
  readonly clientId: string;
}

const ROW = `c.id, c.brand_id as "brandId", c.client_id as "clientId", c.state, b.home_url as "homeUrl", c.page_limit as "pageLimit",
  c.pages_found as "pagesFound", c.is_cut as "isCut"`;

/** Rows of crawls. Statements run in the open transaction; what is due is asked over all workspaces. */
@Injectable()
export class CrawlsRepository {
  constructor(private readonly database: Database) {}

  /** Begins a crawl with the home page to read; false when one of the brand is running. */
  async insert({ id, brandId, clientId, pageLimit, startedBy, at }: NewCrawl): Promise<boolean> {
    const [home] = await this.query<{ homeUrl: string }>(
      'select home_url as "homeUrl" from brands where id = $1',
      [brandId],
    );
    const rows = await this.query<{ id: string }>(
      `insert into crawls (workspace_id, id, client_id, brand_id, page_limit, host_slot, due_at, started_by, started_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7)
       on conflict (workspace_id, brand_id) where state = 'running' do nothing returning id`,
      [
        this.workspace,
        id,
        clientId,
        brandId,
        pageLimit,
        hostSlot(new URL(home?.homeUrl ?? '')),
        at,
        startedBy,
      ],
    );
    return rows.length > 0;
  }

  /** Crawls that may go on, over all workspaces, the longest due first. */
  due(now: Date, atMost: number): Promise<DueCrawl[]> {
    return this.database.inInstallation(() =>
      this.query<DueCrawl>(
        'select workspace_id as "workspaceId", crawl_id as "crawlId", host_slot as "hostSlot" from due_crawls($1, $2)',
        [now, atMost],
      ),
    );
  }

  /** Plans whose day has come, over all workspaces. */
  duePlans(now: Date, atMost: number): Promise<{ workspaceId: string; brandId: string }[]> {
    return this.database.inInstallation(() =>
      this.query('select workspace_id as "workspaceId", brand_id as "brandId" from due_crawl_plans($1, $2)', [
        now,
        atMost,
      ]),
    );
  }

  async one(id: string): Promise<CrawlRow | null> {
    return (
      (
        await this.query<CrawlRow>(
          `select ${ROW} from crawls c join brands b on b.id = c.brand_id where c.id = $1`,
          [id],
        )
      )[0] ?? null
    );
  }

  /** Holds the crawl until the transaction ends: its pages are numbered by one at a time. */
  async lock(id: string): Promise<CrawlRow | null> {
    const rows = await this.query<CrawlRow>(
      `select ${ROW} from crawls c join brands b on b.id = c.brand_id where c.id = $1 for no key update of c`,
      [id],
    );
    return rows[0] ?? null;
  }

  async advance(id: string, step: CrawlStep): Promise<void> {
    await this.query(
      `update crawls set pages_found = pages_found + $2, pages_read = pages_read + $3, pages_failed = pages_failed + $4,
         pages_skipped = pages_skipped + $5, links_found = links_found + $6, is_cut = is_cut or $7 where id = $1`,
      [id, step.found, step.read, step.failed, step.skipped, step.links, step.isCut],
    );
  }

  /** Puts a crawl off that cannot go on now. */
  async postpone(id: string, until: Date): Promise<void> {
    await this.query(`update crawls set due_at = $2 where id = $1 and state = 'running'`, [id, until]);
  }

  /** Ends a running crawl, its counts made exact; null when it was not running. */
  async close(
    id: string,
    end: { state: 'done' | 'stopped' | 'failed'; at: Date; isComplete?: boolean; errorCode?: string | null },
  ): Promise<ClosedCrawl | null> {
    const [rows] = await this.database.manager().query<[ClosedCrawl[], number]>(
      `update crawls c set state = $2, finished_at = $3, is_complete = $4, error_code = $5, due_at = null,
         pages_read = p.read, pages_failed = p.failed, pages_skipped = p.skipped
       from (select count(*) filter (where state = 'read')::int as read, count(*) filter (where state = 'failed')::int as failed,
               count(*) filter (where state in ('refused', 'skipped'))::int as skipped from crawl_pages where crawl_id = $1) p
       where c.id = $1 and c.state = 'running' returning c.brand_id as "brandId", c.client_id as "clientId"`,
      [id, end.state, end.at, end.isComplete ?? false, end.errorCode ?? null],
    );
    return rows[0] ?? null;
  }

  async counts(id: string): Promise<{ pagesRead: number; linksFound: number }> {
    const rows = await this.query<{ pagesRead: number; linksFound: number }>(
      'select pages_read as "pagesRead", links_found as "linksFound" from crawls where id = $1',
      [id],
    );
    return rows[0] ?? { pagesRead: 0, linksFound: 0 };
  }

  private get workspace(): string {
    return this.database.scope().workspaceId;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
