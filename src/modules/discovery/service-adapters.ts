import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Ahrefs } from '../../platform/services/ahrefs.js';
import { BraveSearch } from '../../platform/services/brave-search.js';
import { Hunter } from '../../platform/services/hunter.js';
import { Moz } from '../../platform/services/moz.js';
import { ServiceClient } from '../../platform/services/service-client.js';

/** The adapter of each service, over one guarded client. */
@Injectable()
export class ServiceAdapters implements OnApplicationShutdown {
  private readonly client: ServiceClient;
  readonly hunter: Hunter;
  readonly ahrefs: Ahrefs;
  readonly moz: Moz;
  readonly search: BraveSearch;

  constructor(config: Config) {
    this.client = new ServiceClient({ allow: config.fetchAllow });
    this.hunter = new Hunter(this.client);
    this.ahrefs = new Ahrefs(this.client);
    this.moz = new Moz(this.client);
    this.search = new BraveSearch(this.client);
  }

  onApplicationShutdown(): Promise<void> {
    return this.client.close();
  }
}
