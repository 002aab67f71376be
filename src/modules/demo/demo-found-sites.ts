import { Injectable } from '@nestjs/common';
import { ProspectHolding } from '../prospects/prospect-holding.service.js';
import { ProspectIntake } from '../prospects/prospect-intake.service.js';
import { SiteMetricsService } from '../sites/site-metrics.service.js';
import { SitesService } from '../sites/sites.service.js';
import { ahrefsFigures } from './ahrefs-figures.js';
import type { DemoPast } from './demo-history.js';
import { DemoOwner } from './demo-owner.js';
import { DEMO_FOUND } from './found-sites.js';

const BY_HAND = { importId: null } as const;
const SPEAKS = { language: 'en', country: 'GB' } as const;

/** What the demo's team knows of the sites its sequence writes to. */
@Injectable()
export class DemoFoundSites {
  constructor(
    private readonly owner: DemoOwner,
    private readonly sites: SitesService,
    private readonly prospects: ProspectIntake,
    private readonly holding: ProspectHolding,
    private readonly metrics: SiteMetricsService,
  ) {}

  /** Writes it down in the open transaction. */
  async write(past: DemoPast): Promise<void> {
    const who = await this.owner.principal(past);
    const ids = await this.sites.forAddresses(DEMO_FOUND.map(({ host }) => host));
    const made = await this.prospects.bring(
      DEMO_FOUND.map(({ host, said }) => ({
        ...said,
        ...SPEAKS,
        siteId: ids.get(host) ?? '',
        siteKey: host,
        ownerMemberId: said.stage === 'cold' ? null : past.ownerMemberId,
      })),
      BY_HAND,
      'replace',
    );
    await this.metrics.record(
      DEMO_FOUND.flatMap(({ host, figures }) => ahrefsFigures(ids.get(host) ?? '', figures, past.now)),
    );
    for (const [at, { fit }] of DEMO_FOUND.entries()) await this.holding.answer(who, made[at]?.id ?? '', fit);
  }
}
