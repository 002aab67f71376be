import { Injectable } from '@nestjs/common';
import { SitesService } from '../sites/sites.service.js';
import type { SiteToRead } from './site-reader.js';

/** Sites as they are read, within the open transaction. */
@Injectable()
export class ReadableSites {
  constructor(private readonly sites: SitesService) {}

  /** Throws `site.not_found`. */
  async one(id: string): Promise<SiteToRead> {
    const { host, pathPrefix, siteKey } = await this.sites.detail(id);
    const declared = await this.sites.declaredKeys();
    return { host, pathPrefix, siteKey, declared };
  }
}
