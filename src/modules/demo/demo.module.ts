import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacementChecksModule } from '../placements/placement-checks.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { VerifierModule } from '../verifier/verifier.module.js';
import { DemoClients } from './demo-clients.js';
import { DemoFiller } from './demo-filler.js';
import { DemoHistory } from './demo-history.js';
import { DemoWeb } from './demo-web.js';

/** The demo to look around in: a workspace with a past, and a small web that the verifier really checks. */
@Module({
  imports: [AccessModule, ClientsModule, PlacementChecksModule, PlacementsModule, VerifierModule],
  providers: [DemoClients, DemoFiller, DemoHistory, DemoWeb],
})
export class DemoModule {}
