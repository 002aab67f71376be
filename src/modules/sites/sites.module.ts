import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SiteEntity } from './site.entity.js';
import { SitesController } from './sites.controller.js';
import { SitesQuery } from './sites.query.js';
import { SitesRepository } from './sites.repository.js';
import { SitesService } from './sites.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SiteEntity])],
  controllers: [SitesController],
  providers: [SitesService, SitesQuery, SitesRepository],
  exports: [SitesService],
})
export class SitesModule {}
