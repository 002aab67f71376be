import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.js';
import { ContactFinding } from './contact-finding.service.js';
import { DiscoveryController } from './discovery.controller.js';
import { OutsideQuestions } from './outside-questions.service.js';
import { ProposalsService } from './proposals.service.js';
import { ServiceKeysController } from './service-keys.controller.js';
import { ServiceKeys } from './service-keys.service.js';

/** Contacts proposed from pages, and services the team has keys for. */
@Module({
  imports: [ContactsModule],
  controllers: [DiscoveryController, ServiceKeysController],
  providers: [ContactFinding, OutsideQuestions, ProposalsService, ServiceKeys],
})
export class DiscoveryModule {}
