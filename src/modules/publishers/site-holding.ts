import { Injectable } from '@nestjs/common';
import type { SiteRole } from '../../core/publishers/publisher.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { SiteLinksRepository } from './site-links.repository.js';

/** A role of a publisher at a site that begins. */
export interface SiteRoleWish {
  readonly publisherId: string;
  readonly siteId: string;
  readonly role: SiteRole;
  readonly sinceOn: string | null;
}

/** Who stands behind which site: the one way roles begin, within the open transaction. */
@Injectable()
export class SiteHolding {
  constructor(
    private readonly sites: SitesService,
    private readonly links: SiteLinksRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The site of an address, found or made. Throws `site.no_address`. */
  async siteOf(address: string): Promise<string> {
    const id = (await this.sites.forAddresses([address])).get(address);
    if (id === undefined) throw new AppError('site.no_address', { address });
    return id;
  }

  /** Throws `publisher.site_owned` and `publisher.site_taken`. Answers the id of the role. */
  async begin(wish: SiteRoleWish): Promise<string> {
    const at = this.clock.now();
    const id = newId(at);
    await this.links.insert({ id, ...wish, importId: null, createdAt: at });
    await this.events.record({
      kind: 'publisher.site_added',
      subjects: [
        { kind: 'publisher', id: wish.publisherId },
        { kind: 'site', id: wish.siteId },
      ],
      params: { linkId: id, role: wish.role },
    });
    return id;
  }

  /** Sites a new publisher owns; several spellings of one site count once. */
  async addOwned(publisherId: string, addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) return;
    const sites = new Set((await this.sites.forAddresses(addresses)).values());
    for (const siteId of sites) await this.begin({ publisherId, siteId, role: 'owner', sinceOn: null });
  }
}
