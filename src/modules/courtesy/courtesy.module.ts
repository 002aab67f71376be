import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { DoNotContactQuery } from './do-not-contact.query.js';
import { DoNotContact } from './do-not-contact.service.js';
import { PersonDataController } from './person-data.controller.js';
import { PersonDataQuery } from './person-data.query.js';
import { PersonDataService } from './person-data.service.js';
import { PersonErasure } from './person-erasure.js';
import { PersonErasureRepository } from './person-erasure.repository.js';
import { SuppressionImporting } from './suppression-importing.service.js';
import { SuppressionReplayQuery } from './suppression-replay.query.js';
import { SuppressionReplay } from './suppression-replay.service.js';
import { SuppressionsController } from './suppressions.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { UnsubscribeLinks } from './unsubscribe-links.service.js';
import { UnsubscribedMail } from './unsubscribed-mail.query.js';
import { Unsubscribing } from './unsubscribing.service.js';

/** Who must not be mailed, and how anybody gets on that list: opt-outs, one-click, imports, erasure. */
@Module({
  imports: [ClientsModule, ContactsModule, SitesModule],
  controllers: [PersonDataController, SuppressionsController, UnsubscribeController],
  providers: [
    DoNotContact,
    DoNotContactQuery,
    PersonDataQuery,
    PersonDataService,
    PersonErasure,
    PersonErasureRepository,
    SuppressionImporting,
    SuppressionReplay,
    SuppressionReplayQuery,
    UnsubscribeLinks,
    UnsubscribedMail,
    Unsubscribing,
  ],
  exports: [SuppressionReplay, UnsubscribeLinks, Unsubscribing],
})
export class CourtesyModule {}
