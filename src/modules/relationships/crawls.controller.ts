import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import {
  CrawlPageList,
  CrawlPagesQuery,
  CrawlPlanView,
  CrawlPlanWish,
  CrawlView,
  StartedCrawl,
} from './crawls.dto.js';
import { CrawlsService } from './crawls.service.js';

@Controller()
export class CrawlsController {
  constructor(private readonly crawls: CrawlsService) {}

  /** When a brand's own site is read, and its last readings. */
  @Get('brands/:id/crawl')
  @Rights('read')
  getCrawlPlan(@Principal() who: Principal, @IdParam() id: string): Promise<CrawlPlanView> {
    return this.crawls.plan(scopeOf(who), id);
  }

  @Put('brands/:id/crawl')
  @Rights('manage')
  planCrawl(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: CrawlPlanWish,
  ): Promise<CrawlPlanView> {
    return this.crawls.change(scopeOf(who), id, body);
  }

  /** Reads the brand's own site now, page by page and politely, in the background. */
  @Post('brands/:id/crawl/start')
  @HttpCode(202)
  @Rights('write')
  async startCrawl(@Principal() who: Principal, @IdParam() id: string): Promise<StartedCrawl> {
    return { crawlId: await this.crawls.start(scopeOf(who), id) };
  }

  @Get('crawls/:id')
  @Rights('read')
  getCrawl(@Principal() who: Principal, @IdParam() id: string): Promise<CrawlView> {
    return this.crawls.get(scopeOf(who), id);
  }

  /** Stops a reading; what it found stays. */
  @Post('crawls/:id/stop')
  @HttpCode(200)
  @Rights('write')
  stopCrawl(@Principal() who: Principal, @IdParam() id: string): Promise<CrawlView> {
    return this.crawls.stop(scopeOf(who), id);
  }

  /** Pages of a reading in the order in which they were found. */
  @Get('crawls/:id/pages')
  @Rights('read')
  listCrawlPages(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: CrawlPagesQuery,
  ): Promise<CrawlPageList> {
    return this.crawls.pages(scopeOf(who), id, query);
  }
}
