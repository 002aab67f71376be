import { Injectable } from '@nestjs/common';
import { endsReader, type LinkEnds } from '../../core/relationships/link-ends.js';
import { siteKey } from '../../core/sites/site-key.js';
import { SitesService } from '../sites/sites.service.js';
import { RelationshipRows } from './relationship-rows.repository.js';

export type BrandEnds = (brandId: string, sourceUrl: string, targetUrl: string) => LinkEnds;

/** Tells links between sites from links within a brand's own one, declared sub-sites taken into account. In the open transaction. */
@Injectable()
export class OwnSites {
  constructor(
    private readonly relationships: RelationshipRows,
    private readonly sites: SitesService,
  ) {}

  /** A reader of links of these brands, for one batch. */
  async reader(brandIds: readonly string[]): Promise<BrandEnds> {
    const declared = await this.sites.declaredKeys();
    const homes = await this.relationships.homes([...new Set(brandIds)]);
    const own = new Map([...homes].map(([id, home]) => [id, siteKey(home, declared) ?? '']));
    const read = endsReader(declared);
    return (brandId, sourceUrl, targetUrl) => read(sourceUrl, targetUrl, own.get(brandId) ?? '');
  }
}
