import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorNumber, readCursor, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import { BrandsService } from '../clients/brands.service.js';
import { CrawlPlans } from './crawl-plans.repository.js';
import { CrawlStart } from './crawl-start.js';
import type {
  CrawlPageList,
  CrawlPagesQuery,
  CrawlPlanView,
  CrawlPlanWish,
  CrawlView,
} from './crawls.dto.js';
import { CrawlsQuery } from './crawls.query.js';

const CRAWLS_SHOWN = 10;
/** What holds for a brand nobody planned anything for. */
const NO_PLAN = { isOn: false, everyDays: 30, pageLimit: 5000, nextAt: null, readCompletelyAt: null };

/** Plans for reading the brands' own sites, and the readings. */
@Injectable()
export class CrawlsService {
  constructor(
    private readonly database: Database,
    private readonly query: CrawlsQuery,
    private readonly plans: CrawlPlans,
    private readonly starting: CrawlStart,
    private readonly brands: BrandsService,
    private readonly clock: Clock,
  ) {}

  /** Throws `brand.not_found`. */
  plan(scope: WorkspaceScope, brandId: string): Promise<CrawlPlanView> {
    return this.database.inWorkspace(scope, async () => {
      await this.brands.any(brandId);
      return this.planView(brandId);
    });
  }

  /** A plan that is switched on reads the site at once when it never was, else when it is due. */
  change(scope: WorkspaceScope, brandId: string, wish: CrawlPlanWish): Promise<CrawlPlanView> {
    return this.database.inWorkspace(scope, async () => {
      const brand = await this.brands.forNew(brandId);
      await this.plans.save(brand, wish, this.clock.now());
      return this.planView(brandId);
    });
  }

  /** Throws `brand.not_found`, `brand.archived`, `client.archived`, and `crawl.running` while one is under way. */
  start(scope: WorkspaceScope, brandId: string): Promise<string> {
    return this.database.inWorkspace(scope, () => this.starting.start(brandId, scope.userId ?? null));
  }

  /** Throws `crawl.not_found`. */
  get(scope: WorkspaceScope, id: string): Promise<CrawlView> {
    return this.database.inWorkspace(scope, () => this.view(id));
  }

  /** Throws `crawl.not_found`, `crawl.not_running`. */
  stop(scope: WorkspaceScope, id: string): Promise<CrawlView> {
    return this.database.inWorkspace(scope, async () => {
      await this.view(id);
      await this.starting.stop(id);
      return this.view(id);
    });
  }

  /** Throws `crawl.not_found`. */
  pages(scope: WorkspaceScope, id: string, asked: CrawlPagesQuery): Promise<CrawlPageList> {
    const after = asked.cursor === undefined ? 0 : cursorNumber(readCursor(asked.cursor, 'pages', 1)[0]);
    return this.database.inWorkspace(scope, async () => {
      await this.view(id);
      const state = asked.state ?? null;
      const rows = await this.query.pages(id, { state, after, limit: asked.limit });
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) => writeCursor('pages', [last.pageNo]));
      const items = shown.map(({ pageNo: _, ...page }) => page);
      return { items, nextCursor, ...totalOf(await this.query.countPages(id, state)) };
    });
  }

  private async view(id: string): Promise<CrawlView> {
    const crawl = await this.query.one(id);
    if (crawl === null) throw new AppError('crawl.not_found', { id });
    return crawl;
  }

  private async planView(brandId: string): Promise<CrawlPlanView> {
    const plan = (await this.query.plan(brandId)) ?? { brandId, ...NO_PLAN };
    return { ...plan, crawls: await this.query.ofBrand(brandId, CRAWLS_SHOWN) };
  }
}
