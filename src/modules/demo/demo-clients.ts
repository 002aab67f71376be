import { Injectable } from '@nestjs/common';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { BrandsService } from '../clients/brands.service.js';
import { ClientsService } from '../clients/clients.service.js';
import { TargetPagesService } from '../clients/target-pages.service.js';
import { DEMO_BRANDS, type DemoBrand } from './story.js';

/** The demo's clients, each with its brand and target pages. */
@Injectable()
export class DemoClients {
  constructor(
    private readonly clients: ClientsService,
    private readonly brands: BrandsService,
    private readonly targetPages: TargetPagesService,
  ) {}

  /** Makes them in the open transaction; answers the brands' ids. */
  async make(scope: WorkspaceScope): Promise<ReadonlyMap<DemoBrand, string>> {
    const ids = new Map<DemoBrand, string>();
    for (const [key, brand] of Object.entries(DEMO_BRANDS)) {
      const home = `http://${brand.host}`;
      const client = await this.clients.create(scope, { name: brand.client });
      const wish = { name: brand.name, homeUrl: `${home}/`, aliases: [...brand.aliases] };
      const { id } = await this.brands.create(scope, client.id, wish);
      for (const path of brand.paths) await this.targetPages.create(scope, id, { url: home + path });
      ids.set(key as DemoBrand, id);
    }
    return ids;
  }
}
