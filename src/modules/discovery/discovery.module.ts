import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { VerifierModule } from '../verifier/verifier.module.js';
import { AwaitedSearchJob } from './awaited-search.job.js';
import { AwaitedSearchesController } from './awaited-searches.controller.js';
import { AwaitedSearchesRepository } from './awaited-searches.repository.js';
import { AwaitedSearches } from './awaited-searches.service.js';
import { ContactFindingJob } from './contact-finding.job.js';
import { ContactFinding } from './contact-finding.service.js';
import { ContactReader } from './contact-reader.js';
import { DiscoveryController } from './discovery.controller.js';
import { FindingMeans } from './finding-means.js';
import { FoundSites } from './found-sites.js';
import { KnownSites } from './known-sites.query.js';
import { NewPagesReader } from './new-pages-reader.js';
import { OutsideQuestions } from './outside-questions.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsService } from './proposals.service.js';
import { ReadableSites } from './readable-sites.js';
import { ServiceAdapters } from './service-adapters.js';
import { ServiceKeysController } from './service-keys.controller.js';
import { ServiceKeysRepository } from './service-keys.repository.js';
import { ServiceKeys } from './service-keys.service.js';
import { SiteReader } from './site-reader.js';

/** Contacts proposed from pages, awaited links looked for among new pages, and services the team has keys for. */
@Module({
  imports: [AccessModule, ContactsModule, PlacementsModule, ProspectsModule, SitesModule, VerifierModule],
  controllers: [AwaitedSearchesController, DiscoveryController, ServiceKeysController],
  providers: [
    AwaitedSearchJob,
    AwaitedSearches,
    AwaitedSearchesRepository,
    ContactFinding,
    ContactFindingJob,
    ContactReader,
    FindingMeans,
    FoundSites,
    KnownSites,
    NewPagesReader,
    OutsideQuestions,
    ProposalsRepository,
    ProposalsService,
    ReadableSites,
    ServiceAdapters,
    ServiceKeys,
    ServiceKeysRepository,
    SiteReader,
  ],
})
export class DiscoveryModule {}
