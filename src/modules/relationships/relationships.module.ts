import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacementChecksModule } from '../placements/placement-checks.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { VerifierModule } from '../verifier/verifier.module.js';
import { AnchorProfiles } from './anchor-profiles.query.js';
import { CrawlEnd } from './crawl-end.js';
import { CrawlFrontier } from './crawl-frontier.repository.js';
import { CrawlPlans } from './crawl-plans.repository.js';
import { CrawlRecording } from './crawl-recording.js';
import { CrawlStart } from './crawl-start.js';
import { CrawlTick } from './crawl-tick.js';
import { CrawlTurn } from './crawl-turn.js';
import { CrawlWorker } from './crawl-worker.js';
import { CrawlsController } from './crawls.controller.js';
import { CrawlsQuery } from './crawls.query.js';
import { CrawlsRepository } from './crawls.repository.js';
import { CrawlsService } from './crawls.service.js';
import { LinkEntriesService } from './link-entries.service.js';
import { LinkEvents } from './link-events.js';
import { LinkIntake } from './link-intake.service.js';
import { LinkLedger } from './link-ledger.js';
import { LinkingSiteIntake } from './linking-site-intake.service.js';
import { LinkingSitesRepository } from './linking-sites.repository.js';
import { LinksRepository } from './links.repository.js';
import { MovedSitesRepository } from './moved-sites.repository.js';
import { MovedSitesListener } from './moved-sites-listener.js';
import { NotesRepository } from './notes.repository.js';
import { NotesService } from './notes.service.js';
import { OwnSites } from './own-sites.js';
import { PlacementLinks } from './placement-links.js';
import { PlacementLinksRepository } from './placement-links.repository.js';
import { RelationshipExportController } from './relationship-export.controller.js';
import { RelationshipLinks } from './relationship-links.query.js';
import { RelationshipListController } from './relationship-list.controller.js';
import { RelationshipLists } from './relationship-list.query.js';
import { RelationshipListeners } from './relationship-listeners.js';
import { RelationshipRows } from './relationship-rows.repository.js';
import { RelationshipSummaries } from './relationship-summaries.query.js';
import { LinksController, RelationshipsController } from './relationships.controller.js';
import { RelationshipsRepository } from './relationships.repository.js';
import { RelationshipsService } from './relationships.service.js';
import { TimelinesController } from './timelines.controller.js';
import { TimelinesQuery } from './timelines.query.js';
import { TimelinesService } from './timelines.service.js';
import { ToldSites } from './told-sites.js';

/** Links in both directions, the relationship log, and crawls of the own sites. Lists stand before pages: `counts` is no id. */
@Module({
  imports: [ClientsModule, SitesModule, PlacementChecksModule, VerifierModule],
  controllers: [
    RelationshipListController,
    RelationshipExportController,
    RelationshipsController,
    LinksController,
    CrawlsController,
    TimelinesController,
  ],
  providers: [
    AnchorProfiles,
    CrawlEnd,
    CrawlFrontier,
    CrawlPlans,
    CrawlRecording,
    CrawlStart,
    CrawlTick,
    CrawlTurn,
    CrawlWorker,
    CrawlsQuery,
    CrawlsRepository,
    CrawlsService,
    LinkEntriesService,
    LinkEvents,
    LinkIntake,
    LinkLedger,
    LinkingSiteIntake,
    LinkingSitesRepository,
    LinksRepository,
    MovedSitesListener,
    MovedSitesRepository,
    NotesRepository,
    NotesService,
    OwnSites,
    PlacementLinks,
    PlacementLinksRepository,
    RelationshipLinks,
    RelationshipListeners,
    RelationshipLists,
    RelationshipRows,
    RelationshipSummaries,
    RelationshipsRepository,
    RelationshipsService,
    TimelinesQuery,
    TimelinesService,
    ToldSites,
  ],
  exports: [CrawlWorker, LinkIntake, LinkingSiteIntake, RelationshipsService],
})
export class RelationshipsModule {}
