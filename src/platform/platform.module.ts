import { type DynamicModule, Module } from '@nestjs/common';
import { BlobsModule } from './blobs/blobs.module.js';
import { CampaignKindsModule } from './campaign-kinds/campaign-kinds.module.js';
import type { Clock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { CryptoModule } from './crypto/crypto.module.js';
import type { DatabaseAddresses } from './database/addresses.js';
import { DatabaseModule } from './database/database.module.js';
import { EventsModule } from './events/events.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { MaintenanceModule } from './maintenance/maintenance.module.js';
import { UploadsModule } from './uploads/uploads.module.js';

/** What the program is given when it starts. */
export interface Surroundings {
  readonly config: Config;
  readonly addresses: Pick<DatabaseAddresses, 'appUrl'>;
  /** The machine's clock where absent. */
  readonly clock?: Clock;
}

/** Everything global: settings, clock, database, background jobs, events, campaign kinds, requests, the log. */
@Module({})
export class PlatformModule {
  static with({ config, addresses, clock }: Surroundings): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.with(config, clock),
        DatabaseModule.with(addresses),
        CryptoModule,
        JobsModule,
        EventsModule,
        BlobsModule,
        UploadsModule,
        CampaignKindsModule,
        LoggingModule,
        HttpModule,
        HealthModule,
        MaintenanceModule,
      ],
    };
  }
}
