import { Injectable } from '@nestjs/common';
import { siteKey } from '../../../core/sites/site-key.js';
import type { MentionedBrand } from '../../../core/suggestions/mentions.js';
import { Database } from '../../../platform/database/database.js';
import { SitesService } from '../../sites/sites.service.js';

/** What a brand is called and where it lives, in the open transaction. */
@Injectable()
export class BrandNames {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesService,
  ) {}

  /** Its name and aliases; its own site, and those of its target pages. */
  async of(brandId: string): Promise<MentionedBrand> {
    const manager = this.database.manager();
    const [brand] = await manager.query<{ name: string; aliases: string[]; siteKey: string }[]>(
      'select name, aliases, site_key as "siteKey" from brands where id = $1',
      [brandId],
    );
    const pages = await manager.query<{ url: string }[]>(
      'select url from target_pages where brand_id = $1 and archived_at is null',
      [brandId],
    );
    const declared = await this.sites.declaredKeys();
    if (brand === undefined) return { names: [], siteKeys: [], declared };
    const keys = pages.flatMap(({ url }) => siteKey(url, declared) ?? []);
    return {
      names: [brand.name, ...brand.aliases],
      siteKeys: [...new Set([brand.siteKey, ...keys])],
      declared,
    };
  }
}
