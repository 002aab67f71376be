import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AccessModule } from './modules/access/access.module.js';
import { AlertsModule } from './modules/alerts/alerts.module.js';
import { ClientsModule } from './modules/clients/clients.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { ImportsModule } from './modules/imports/imports.module.js';
import { JobProgressModule } from './modules/jobs/jobs.module.js';
import { PlacementsModule } from './modules/placements/placements.module.js';
import { SitesModule } from './modules/sites/sites.module.js';
import { VerifierModule } from './modules/verifier/verifier.module.js';
import { PlatformModule, type Surroundings } from './platform/platform.module.js';

/** The program's modules, bottom to top. */
const MODULES: NonNullable<ModuleMetadata['imports']> = [
  AccessModule,
  JobProgressModule,
  ClientsModule,
  SitesModule,
  PlacementsModule,
  VerifierModule,
  ImportsModule,
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
