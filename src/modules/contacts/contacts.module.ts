import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { DnsMailRoutes, MailRoutes } from '../../platform/services/mail-routes.js';
import { SuppressionLog } from '../../platform/suppression-log/suppression-log.js';
import { PublishersModule } from '../publishers/publishers.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AddressClaims } from './address-claims.js';
import { AddressLook } from './address-look.js';
import { AddressRowsRepository } from './address-rows.repository.js';
import { ContactActs } from './contact-acts.service.js';
import { ContactAdding } from './contact-adding.js';
import { ContactAddresses } from './contact-addresses.service.js';
import { ContactCheckJob } from './contact-check.job.js';
import { ContactChecks } from './contact-checks.service.js';
import { ContactDetails } from './contact-detail.query.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';
import { ContactErasureRepository } from './contact-erasure.repository.js';
import { ContactErasure } from './contact-erasure.service.js';
import { ContactExport } from './contact-export.js';
import { ContactGrounds } from './contact-grounds.service.js';
import { ContactIntake } from './contact-intake.service.js';
import { ContactListController } from './contact-list.controller.js';
import { ContactLists } from './contact-list.query.js';
import { ContactListeners } from './contact-listeners.js';
import { ContactMailNews } from './contact-mail-news.service.js';
import { ContactMergeListener } from './contact-merge-listener.js';
import { ContactPartsController } from './contact-parts.controller.js';
import { ContactPartsRepository } from './contact-parts.repository.js';
import { ContactPlaces } from './contact-places.service.js';
import { ContactRowsRepository } from './contact-rows.repository.js';
import { ContactUndoRepository } from './contact-undo.repository.js';
import { ContactWritingRepository } from './contact-writing.repository.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { SuppressionsRepository } from './suppressions.repository.js';
import { SuppressionsService } from './suppressions.service.js';

/** Contacts with their addresses, places and grounds for mailing. Lists stand before pages: `export` is no id. */
@Module({
  imports: [PublishersModule, SitesModule],
  controllers: [ContactListController, ContactsController, ContactPartsController],
  providers: [
    AddressClaims,
    AddressLook,
    AddressRowsRepository,
    ContactActs,
    ContactAdding,
    ContactAddresses,
    ContactCheckJob,
    ContactChecks,
    ContactDetails,
    ContactDraftsRepository,
    ContactErasure,
    ContactErasureRepository,
    ContactExport,
    ContactGrounds,
    ContactIntake,
    ContactListeners,
    ContactMailNews,
    ContactMergeListener,
    ContactLists,
    ContactPartsRepository,
    ContactPlaces,
    ContactRowsRepository,
    ContactUndoRepository,
    ContactWritingRepository,
    ContactsService,
    {
      provide: MailRoutes,
      inject: [Config],
      useFactory: ({ dnsServers }: Config) =>
        new DnsMailRoutes(dnsServers.length > 0 ? { servers: dnsServers } : {}),
    },
    SuppressionsRepository,
    SuppressionsService,
    {
      provide: SuppressionLog,
      inject: [Config],
      useFactory: (config: Config) => new SuppressionLog(config.dataDir),
    },
  ],
  exports: [
    ContactChecks,
    ContactErasure,
    ContactIntake,
    ContactMailNews,
    ContactsService,
    SuppressionLog,
    SuppressionsService,
  ],
})
export class ContactsModule {}
