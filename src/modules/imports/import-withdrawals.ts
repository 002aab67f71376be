import { Injectable } from '@nestjs/common';
import { ImportedPlacements } from '../placements/imported-placements.service.js';
import { PublisherIntake } from '../publishers/publisher-intake.service.js';
import { LinkIntake } from '../relationships/link-intake.service.js';
import { LinkingSiteIntake } from '../relationships/linking-site-intake.service.js';
import { SiteMetricsService } from '../sites/site-metrics.service.js';
import { SitesService } from '../sites/sites.service.js';

/** Records of one transaction. */
const MOST = 2000;

/** What each domain takes back of an import, in the open transaction. Answers whether more is left where it comes in portions. */
@Injectable()
export class ImportWithdrawals {
  constructor(
    private readonly linkIntake: LinkIntake,
    private readonly linkingSites: LinkingSiteIntake,
    private readonly placementIntake: ImportedPlacements,
    private readonly publishers: PublisherIntake,
    private readonly siteService: SitesService,
    private readonly metrics: SiteMetricsService,
  ) {}

  async links(importId: string): Promise<boolean> {
    if ((await this.linkingSites.withdraw(importId, MOST)) > 0) return true;
    return (await this.linkIntake.withdraw(importId, MOST)) > 0;
  }

  /** Placements nobody looked at go, with what they told of links; those that were checked meanwhile are archived. */
  async placements(importId: string): Promise<boolean> {
    const ids = await this.placementIntake.untouched(importId, MOST);
    if (ids.length === 0) return (await this.placementIntake.withdraw(importId, MOST)).length > 0;
    await this.linkIntake.forgetPlacements(ids);
    await this.placementIntake.remove(ids);
    return true;
  }

  /** Sites the import made and nothing stands on any more; answers where to go on, null at the end. */
  async sites(importId: string, after: string | null): Promise<string | null> {
    return (await this.siteService.withdraw(importId, after)).nextId;
  }

  async rest(importId: string): Promise<boolean> {
    // Relationships it made go once no placement holds them any more.
    await this.linkIntake.withdraw(importId, MOST);
    await this.metrics.withdraw(importId);
    await this.publishers.withdraw(importId);
    return false;
  }
}
