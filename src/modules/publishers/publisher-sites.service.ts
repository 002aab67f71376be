import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import type { PublisherDetail } from './publisher-views.dto.js';
import type { NewPublisherSite, SiteEnd } from './publisher-wish.dto.js';
import { PublishersService } from './publishers.service.js';
import { SiteHolding } from './site-holding.js';
import { SiteLinksRepository } from './site-links.repository.js';

/** Sites of publishers with their roles and history. */
@Injectable()
export class PublisherSitesService {
  constructor(
    private readonly database: Database,
    private readonly publishers: PublishersService,
    private readonly sites: SitesService,
    private readonly holding: SiteHolding,
    private readonly links: SiteLinksRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `publisher.not_found`, `publisher.archived`, `publisher.site_taken`, `publisher.site_owned`, `site.no_address`. */
  add(scope: WorkspaceScope, publisherId: string, wish: NewPublisherSite): Promise<PublisherDetail> {
    return this.database.inWorkspace(scope, async () => {
      const { archivedAt } = await this.publishers.existing(publisherId);
      if (archivedAt !== null) throw new AppError('publisher.archived');
      const siteId = await this.holding.siteOf(wish.address);
      await this.holding.begin({ publisherId, siteId, role: wish.role, sinceOn: wish.sinceOn ?? null });
      return this.publishers.detail(publisherId);
    });
  }

  /** Ends a role; one that has ended stays as it is. Throws `publisher.not_found`, `publisher.site_not_found`. */
  end(
    scope: WorkspaceScope,
    { publisherId, linkId }: { publisherId: string; linkId: string },
    wish: SiteEnd,
  ): Promise<PublisherDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.publishers.existing(publisherId);
      const link = await this.links.find(linkId);
      if (link?.publisherId !== publisherId) throw new AppError('publisher.site_not_found', { id: linkId });
      if (link.endedAt === null) {
        const at = this.clock.now();
        await this.links.end([linkId], wish.untilOn ?? (await this.sites.today()), at);
        await this.events.record({
          kind: 'publisher.site_ended',
          subjects: [
            { kind: 'publisher', id: publisherId },
            { kind: 'site', id: link.siteId },
          ],
          params: { linkId, role: link.role },
        });
      }
      return this.publishers.detail(publisherId);
    });
  }
}
