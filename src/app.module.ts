import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AccessModule } from './modules/access/access.module.js';
import { AlertsModule } from './modules/alerts/alerts.module.js';
import { ApprovalsModule } from './modules/approvals/approvals.module.js';
import { CampaignsModule } from './modules/campaigns/campaigns.module.js';
import { ClientsModule } from './modules/clients/clients.module.js';
import { ContactsModule } from './modules/contacts/contacts.module.js';
import { CourtesyModule } from './modules/courtesy/courtesy.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { DiscoveryModule } from './modules/discovery/discovery.module.js';
import { ImportsModule } from './modules/imports/imports.module.js';
import { InboxModule } from './modules/inbox/inbox.module.js';
import { JobProgressModule } from './modules/jobs/jobs.module.js';
import { MailboxesModule } from './modules/mailboxes/mailboxes.module.js';
import { MergesModule } from './modules/merges/merges.module.js';
import { OrdersModule } from './modules/orders/orders.module.js';
import { PlacementsModule } from './modules/placements/placements.module.js';
import { ProspectsModule } from './modules/prospects/prospects.module.js';
import { PublishersModule } from './modules/publishers/publishers.module.js';
import { ReclaimsModule } from './modules/reclaims/reclaims.module.js';
import { RelationshipsModule } from './modules/relationships/relationships.module.js';
import { ReportsModule } from './modules/reports/reports.module.js';
import { DeliverabilityModule } from './modules/sending/deliverability.module.js';
import { RestoreModule } from './modules/sending/restore.module.js';
import { SendingModule } from './modules/sending/sending.module.js';
import { SequencesModule } from './modules/sequences/sequences.module.js';
import { SitesModule } from './modules/sites/sites.module.js';
import { TasksModule } from './modules/tasks/tasks.module.js';
import { TeamModule } from './modules/team/team.module.js';
import { TemplatesModule } from './modules/templates/templates.module.js';
import { VerifierModule } from './modules/verifier/verifier.module.js';
import { SavedViewsModule } from './modules/views/views.module.js';
import { PlatformModule, type Surroundings } from './platform/platform.module.js';

/** The program's modules, bottom to top. */
const MODULES: NonNullable<ModuleMetadata['imports']> = [
  AccessModule,
  JobProgressModule,
  SavedViewsModule,
  ClientsModule,
  SitesModule,
  PublishersModule,
  ContactsModule,
  ProspectsModule,
  PlacementsModule,
  VerifierModule,
  RelationshipsModule,
  DiscoveryModule,
  TemplatesModule,
  TasksModule,
  CampaignsModule,
  OrdersModule,
  ApprovalsModule,
  MailboxesModule,
  CourtesyModule,
  SendingModule,
  RestoreModule,
  DeliverabilityModule,
  SequencesModule,
  InboxModule,
  ReclaimsModule,
  ImportsModule,
  MergesModule,
  ReportsModule,
  TeamModule,
  AlertsModule,
  DemoModule,
];

/** The whole program: the ground it stands on, and its modules. */
@Module({})
export class AppModule {
  static with(surroundings: Surroundings): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(surroundings), ...MODULES] };
  }
}
