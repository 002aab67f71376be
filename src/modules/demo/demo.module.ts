import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { AssetsModule } from '../campaigns/assets.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { PlacementChecksModule } from '../placements/placement-checks.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { PublishersModule } from '../publishers/publishers.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { SequencesModule } from '../sequences/sequences.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { VerifierModule } from '../verifier/verifier.module.js';
import { DemoAnswers } from './demo-answers.js';
import { DemoCampaigns } from './demo-campaigns.js';
import { DemoClientPart } from './demo-client-part.js';
import { DemoClients } from './demo-clients.js';
import { DemoFiller } from './demo-filler.js';
import { DemoFoundSites } from './demo-found-sites.js';
import { DemoHistory } from './demo-history.js';
import { DemoMail } from './demo-mail.js';
import { DemoOrders } from './demo-orders.js';
import { DemoOutreach } from './demo-outreach.js';
import { DemoOutreachParts } from './demo-outreach-parts.js';
import { DemoOwner } from './demo-owner.js';
import { DemoPeople } from './demo-people.js';
import { DemoRecords } from './demo-records.js';
import { DemoRelationship } from './demo-relationship.js';
import { DemoSequences } from './demo-sequences.js';
import { DemoTasks } from './demo-tasks.js';
import { DemoTemplates } from './demo-templates.js';
import { DemoThreads } from './demo-threads.js';
import { DemoWeb } from './demo-web.js';

/** The demo to look around in: a workspace with a past, and a small web that the verifier really checks. */
@Module({
  imports: [
    AccessModule,
    ApprovalsModule,
    AssetsModule,
    CampaignsModule,
    ClientsModule,
    SitesModule,
    TasksModule,
    TemplatesModule,
    PublishersModule,
    ContactsModule,
    ProspectsModule,
    PlacementChecksModule,
    PlacementsModule,
    OrdersModule,
    VerifierModule,
    RelationshipsModule,
    ReportsModule,
    SequencesModule,
  ],
  providers: [
    DemoAnswers,
    DemoCampaigns,
    DemoClientPart,
    DemoClients,
    DemoFiller,
    DemoFoundSites,
    DemoHistory,
    DemoMail,
    DemoOrders,
    DemoOutreach,
    DemoOutreachParts,
    DemoOwner,
    DemoPeople,
    DemoRecords,
    DemoRelationship,
    DemoSequences,
    DemoTasks,
    DemoTemplates,
    DemoThreads,
    DemoWeb,
  ],
})
export class DemoModule {}
