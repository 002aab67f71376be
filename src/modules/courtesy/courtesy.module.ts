import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { DoNotContactQuery } from './do-not-contact.query.js';
import { DoNotContact } from './do-not-contact.service.js';
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
  controllers: [SuppressionsController, UnsubscribeController],
  providers: [
    DoNotContact,
    DoNotContactQuery,
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
