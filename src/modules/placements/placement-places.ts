import { Injectable } from '@nestjs/common';
import { BrandsService } from '../clients/brands.service.js';
import { TargetPagesService } from '../clients/target-pages.service.js';
import { SitesService } from '../sites/sites.service.js';

/** A brand, as far as placements need it. */
export interface BrandOfPlacement {
  readonly id: string;
  readonly clientId: string;
  readonly siteKey: string;
}

/** Where placements belong: their brand, the target page they lead to, the site they stand on. Within the open transaction. */
@Injectable()
export class PlacementPlaces {
  constructor(
    private readonly brands: BrandsService,
    private readonly targetPages: TargetPagesService,
    private readonly sites: SitesService,
  ) {}

  /** The brand of a new placement. Throws `brand.not_found`, `brand.archived`, `client.archived`. */
  brandForNew(id: string): Promise<BrandOfPlacement> {
    return this.brands.forNew(id);
  }

  /** The brand, archived or not. Throws `brand.not_found`. */
  brand(id: string): Promise<BrandOfPlacement> {
    return this.brands.any(id);
  }

  /** The id of the target page of this address, null when it is none of the brand's own. */
  targetPage(brand: BrandOfPlacement, targetUrl: string): Promise<string | null> {
    return this.targetPages.forTarget(brand, targetUrl);
  }

  /** Ids of the sites of addresses, found or made; those an import makes carry its id. */
  siteIds(
    addresses: readonly string[],
    importId: string | null = null,
  ): Promise<ReadonlyMap<string, string>> {
    return this.sites.forAddresses([...new Set(addresses)], { importId });
  }
}
