import { Module } from '@nestjs/common';
import { SitesModule } from '../sites/sites.module.js';
import { ContactAddresses } from './contact-addresses.service.js';
import { ContactChecks } from './contact-checks.service.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';
import { ContactErasure } from './contact-erasure.service.js';
import { ContactGrounds } from './contact-grounds.service.js';
import { ContactIntake } from './contact-intake.service.js';
import { ContactListController } from './contact-list.controller.js';
import { ContactPartsController } from './contact-parts.controller.js';
import { ContactPlaces } from './contact-places.service.js';
import { ContactUndoRepository } from './contact-undo.repository.js';
import { ContactWritingRepository } from './contact-writing.repository.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';

/** Contacts with their addresses, places and grounds for mailing. Lists stand before pages: `export` is no id. */
@Module({
  imports: [SitesModule],
  controllers: [ContactListController, ContactsController, ContactPartsController],
  providers: [
    ContactAddresses,
    ContactChecks,
    ContactDraftsRepository,
    ContactErasure,
    ContactGrounds,
    ContactIntake,
    ContactPlaces,
    ContactUndoRepository,
    ContactWritingRepository,
    ContactsService,
  ],
  exports: [ContactIntake, ContactsService],
})
export class ContactsModule {}
