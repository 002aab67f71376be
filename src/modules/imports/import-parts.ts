import { Injectable } from '@nestjs/common';
import type { ImportContent } from '../../core/imports/content.js';
import type { BatchYield, ImportPart, ImportRun, RowWork } from './import-run.js';
import { BrandsPart } from './parts/brands-part.js';
import { ConditionsPart } from './parts/conditions-part.js';
import { ContactsPart } from './parts/contacts-part.js';
import { LinkingSitesPart } from './parts/linking-sites-part.js';
import { LinksPart } from './parts/links-part.js';
import { MetricsPart } from './parts/metrics-part.js';
import { OwnersPart } from './parts/owners-part.js';
import { PlacementsPart } from './parts/placements-part.js';
import { ProspectsPart } from './parts/prospects-part.js';
import { PublishersPart } from './parts/publishers-part.js';
import { SitesPart } from './parts/sites-part.js';
import { TargetPagesPart } from './parts/target-pages-part.js';
import { TouchesPart } from './parts/touches-part.js';
import { repeatKey } from './repeat-key.js';

const BY_BRAND: readonly ImportContent[] = [
  'placements',
  'links_to_us',
  'links_to_them',
  'linking_sites',
  'target_pages',
];

/** What stands at a site: who runs it, what is asked there, whether it may be approached, who works there, what was measured. */
@Injectable()
export class SiteParts {
  readonly inOrder: readonly ImportPart[];
  /** Of a site that was made otherwise. */
  readonly whoAsksWhat: readonly ImportPart[];

  constructor(
    sites: SitesPart,
    publishers: PublishersPart,
    conditions: ConditionsPart,
    prospects: ProspectsPart,
    contacts: ContactsPart,
    metrics: MetricsPart,
    touches: TouchesPart,
  ) {
    this.whoAsksWhat = [publishers, conditions];
    this.inOrder = [sites, ...this.whoAsksWhat, prospects, contacts, metrics, touches];
  }
}

/** The steps of the engine for each content, in the order in which records refer to each other. */
@Injectable()
export class ImportParts {
  constructor(
    private readonly brands: BrandsPart,
    private readonly owners: OwnersPart,
    private readonly atSites: SiteParts,
    private readonly links: LinksPart,
    private readonly linkingSites: LinkingSitesPart,
    private readonly placements: PlacementsPart,
    private readonly targetPages: TargetPagesPart,
  ) {}

  /** Says whose each row is, and which row stands for a record that an earlier one stands for. */
  async identify(works: readonly RowWork[], run: ImportRun): Promise<void> {
    if (BY_BRAND.includes(run.row.content)) await this.brands.take(works, run);
    await this.owners.take(works, run);
    for (const work of works) {
      const key = work.isOpen ? repeatKey(work, run) : null;
      if (key !== null) work.isRepeated = !run.seen.add(key);
    }
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    for (const part of this.partsOf(run.row.content)) await part.take(works, run, batch);
  }

  private partsOf(content: ImportContent): readonly ImportPart[] {
    if (content === 'placements') return [this.placements, ...this.atSites.whoAsksWhat];
    if (content === 'target_pages') return [this.targetPages];
    if (content === 'linking_sites') return [...this.atSites.inOrder, this.linkingSites];
    const isOfLinks = content === 'links_to_us' || content === 'links_to_them';
    return isOfLinks ? [...this.atSites.inOrder, this.links] : this.atSites.inOrder;
  }
}
