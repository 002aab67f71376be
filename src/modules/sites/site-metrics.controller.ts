import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { KNOWN_METRICS } from '../../core/sites/metrics.js';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { KnownMetrics, NewSiteMetric, SiteMetrics } from './site-metrics.dto.js';
import { SiteMetricsService } from './site-metrics.service.js';

/** Figures about sites. */
@Controller()
export class SiteMetricsController {
  constructor(private readonly metrics: SiteMetricsService) {}

  /** What each source measures, with unit and range. */
  @Get('site-metrics')
  @Rights('read')
  listKnownMetrics(): KnownMetrics {
    return { items: KNOWN_METRICS.map((known) => ({ ...known })) };
  }

  @Get('sites/:id/metrics')
  @Rights('read')
  listSiteMetrics(@Principal() who: Principal, @IdParam() id: string): Promise<SiteMetrics> {
    return this.metrics.ofSite(scopeOf(who), id);
  }

  /** Writes a figure down; one of the same source and day is replaced. */
  @Post('sites/:id/metrics')
  @HttpCode(200)
  @Rights('write')
  recordSiteMetric(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewSiteMetric,
  ): Promise<SiteMetrics> {
    return this.metrics.recordOne(scopeOf(who), id, body);
  }
}
