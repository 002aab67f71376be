import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { TargetPagesService } from '../clients/target-pages.service.js';
import { ContactIntake } from '../contacts/contact-intake.service.js';
import { ImportedPlacements } from '../placements/imported-placements.service.js';
import { ProspectIntake } from '../prospects/prospect-intake.service.js';
import { TouchIntake } from '../prospects/touch-intake.service.js';
import { PublisherIntake } from '../publishers/publisher-intake.service.js';
import { LinkIntake } from '../relationships/link-intake.service.js';
import { SiteMetricsService } from '../sites/site-metrics.service.js';
import { SitesService } from '../sites/sites.service.js';

/** Records of one transaction. */
const MOST = 2000;

/** What each domain takes back of an import, in the open transaction. Answers whether more is left where it comes in portions. */
@Injectable()
export class ImportWithdrawals {
  constructor(
    private readonly linkIntake: LinkIntake,
    private readonly placementIntake: ImportedPlacements,
    private readonly contactIntake: ContactIntake,
    private readonly prospectIntake: ProspectIntake,
    private readonly publishers: PublisherIntake,
    private readonly siteService: SitesService,
    private readonly metrics: SiteMetricsService,
    private readonly touches: TouchIntake,
    private readonly targetPages: TargetPagesService,
  ) {}

  /** That somebody was in touch: first of all, because whoever was in touch with a person worked with them. */
  async inTouch(importId: string): Promise<boolean> {
    return (await this.touches.withdraw(importId, MOST)) > 0;
  }

  async links(importId: string): Promise<boolean> {
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

  /** Records that were there before become what they were. */
  async changes(importId: string, changes: readonly IntakeChange[]): Promise<void> {
    const of = (...tables: readonly string[]) => changes.filter(({ table }) => tables.includes(table));
    const ofPeople = of('contacts', 'contact_addresses', 'contact_places', 'contact_grounds');
    const ofPages = of('target_pages');
    const ofProspects = changes.filter((change) => !ofPeople.includes(change) && !ofPages.includes(change));
    await this.contactIntake.undo(importId, ofPeople, MOST);
    await this.prospectIntake.undo(importId, ofProspects);
    await this.targetPages.withdraw(ofPages.map(({ recordId }) => recordId));
  }

  async people(importId: string): Promise<boolean> {
    return !(await this.contactIntake.undo(importId, [], MOST)).isDone;
  }

  async prospects(importId: string): Promise<boolean> {
    return !(await this.prospectIntake.undo(importId, [], MOST)).isDone;
  }

  async rest(importId: string): Promise<boolean> {
    // Relationships it made go once no placement holds them any more.
    await this.linkIntake.withdraw(importId, MOST);
    await this.metrics.withdraw(importId);
    await this.publishers.withdraw(importId);
    return false;
  }
}
