import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthorityController } from './authority.controller.js';
import { AuthorityRepository } from './authority.repository.js';
import { AuthorityService } from './authority.service.js';
import { AuthorityFigures } from './authority-figures.js';
import { AuthorityReadings } from './authority-reading.js';
import { AuthoritySources } from './authority-source.js';
import { AuthorityStandings } from './authority-standings.js';
import { MovedMetricsListener } from './moved-metrics-listener.js';
import { SiteEntity } from './site.entity.js';
import { SiteMetricsController } from './site-metrics.controller.js';
import { SiteMetricsRepository } from './site-metrics.repository.js';
import { SiteMetricsService } from './site-metrics.service.js';
import { SitesController } from './sites.controller.js';
import { SitesQuery } from './sites.query.js';
import { SitesRepository } from './sites.repository.js';
import { SitesService } from './sites.service.js';

/** Sites, figures about them, and the open lists those are read from. */
@Module({
  imports: [TypeOrmModule.forFeature([SiteEntity])],
  controllers: [SitesController, SiteMetricsController, AuthorityController],
  providers: [
    AuthorityFigures,
    AuthorityReadings,
    AuthorityRepository,
    AuthorityService,
    AuthoritySources,
    AuthorityStandings,
    MovedMetricsListener,
    SiteMetricsRepository,
    SiteMetricsService,
    SitesQuery,
    SitesRepository,
    SitesService,
  ],
  exports: [SiteMetricsService, SitesService],
})
export class SitesModule {}
