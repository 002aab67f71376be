import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SitesModule } from '../sites/sites.module.js';
import { ConditionIntake } from './condition-intake.service.js';
import { ConditionsController } from './conditions.controller.js';
import { ConditionsRepository } from './conditions.repository.js';
import { ConditionsService } from './conditions.service.js';
import { OwnerChangesRepository } from './owner-changes.repository.js';
import { OwnerChangesService } from './owner-changes.service.js';
import { OwnerListeners } from './owner-listeners.js';
import { PublisherEntity } from './publisher.entity.js';
import { PublisherDetailQuery } from './publisher-detail.query.js';
import { PublisherExport } from './publisher-export.js';
import { PublisherIntake } from './publisher-intake.service.js';
import { PublisherListController } from './publisher-list.controller.js';
import { PublisherLists } from './publisher-list.query.js';
import { PublisherSitesService } from './publisher-sites.service.js';
import { PublishersController } from './publishers.controller.js';
import { PublishersRepository } from './publishers.repository.js';
import { PublishersService } from './publishers.service.js';
import { SiteHolding } from './site-holding.js';
import { SiteLinksRepository } from './site-links.repository.js';
import { SiteOwnersController } from './site-owners.controller.js';
import { SiteRolesChange } from './site-roles-change.js';
import { ToldConditionsRepository } from './told-conditions.repository.js';

/** Publishers with their sites and conditions, and owners of sites. Named paths stand before ids: `doubles-of` is no id. */
@Module({
  imports: [TypeOrmModule.forFeature([PublisherEntity]), SitesModule],
  controllers: [PublisherListController, PublishersController, ConditionsController, SiteOwnersController],
  providers: [
    ConditionIntake,
    ConditionsRepository,
    ConditionsService,
    OwnerChangesRepository,
    OwnerChangesService,
    OwnerListeners,
    PublisherDetailQuery,
    PublisherExport,
    PublisherIntake,
    PublisherLists,
    PublisherSitesService,
    PublishersRepository,
    PublishersService,
    SiteHolding,
    SiteLinksRepository,
    SiteRolesChange,
    ToldConditionsRepository,
  ],
  exports: [ConditionIntake, ConditionsService, OwnerChangesService, PublisherIntake, PublishersService],
})
export class PublishersModule {}
