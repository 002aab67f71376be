import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { ContactIntake } from '../contacts/contact-intake.service.js';
import { ProspectIntake } from '../prospects/prospect-intake.service.js';
import { TouchIntake } from '../prospects/touch-intake.service.js';
import { ConditionsService } from '../publishers/conditions.service.js';
import { PublisherIntake } from '../publishers/publisher-intake.service.js';
import { SiteMetricsService } from '../sites/site-metrics.service.js';
import { SitesService } from '../sites/sites.service.js';
import { ahrefsFigures } from './ahrefs-figures.js';
import type { DemoPast } from './demo-history.js';
import { DEMO_PUBLISHERS, DEMO_SITES, type DemoSite, hostOf } from './people.js';

const DAY = 86_400_000;
const BY_HAND = { importId: null } as const;

/** Ids of the demo's sites and publishers by their names. */
interface Known {
  readonly sites: ReadonlyMap<string, string>;
  readonly publishers: ReadonlyMap<string, string>;
}

/** The demo's publishers, contacts and prospects, with what the team did with them. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly sites: SitesService,
    private readonly metrics: SiteMetricsService,
    private readonly publishers: PublisherIntake,
    private readonly conditions: ConditionsService,
    private readonly contacts: ContactIntake,
    private readonly prospects: ProspectIntake,
    private readonly touches: TouchIntake,
    private readonly clock: Clock,
  ) {}

  /** Writes them down in the open transaction, as of a day some weeks ago. */
  async write({ scope, now, ownerMemberId }: DemoPast): Promise<void> {
    const began = new Date(now.getTime() - 66 * DAY);
    await this.clock.replay(began, async () => {
      const known = await this.places(scope);
      await this.contacts.bring(
        DEMO_SITES.flatMap((site) => peopleOf(site, known, began)),
        BY_HAND,
        'fill',
      );
      await this.prospects.bring(
        DEMO_SITES.map(({ site, prospect }) => ({
          ...prospect,
          siteId: idOf(known.sites, site),
          siteKey: hostOf(site),
          ownerMemberId: prospect.status === 'new' ? null : ownerMemberId,
        })),
        BY_HAND,
        'fill',
      );
      await this.metrics.record(
        DEMO_SITES.flatMap(({ site, figures }) => ahrefsFigures(idOf(known.sites, site), figures, began)),
      );
      await this.touches.bring(
        DEMO_SITES.flatMap(({ site, touched }) =>
          touched === undefined
            ? []
            : [
                {
                  siteId: idOf(known.sites, site),
                  at: new Date(now.getTime() - touched[0] * DAY),
                  kind: 'mail' as const,
                  result: touched[1],
                  memberId: ownerMemberId,
                },
              ],
        ),
        BY_HAND,
      );
    });
  }

  private async places(scope: WorkspaceScope): Promise<Known> {
    const hosts = DEMO_SITES.map(({ site }) => hostOf(site));
    const ids = await this.sites.forAddresses(hosts);
    const sites = new Map(DEMO_SITES.map(({ site }) => [site, ids.get(hostOf(site)) ?? '']));
    const brought = await this.publishers.bring(
      DEMO_PUBLISHERS.map(({ name, kind }) => ({
        name,
        kind,
        siteIds: DEMO_SITES.filter(({ publisher }) => publisher === name).map(({ site }) =>
          idOf(sites, site),
        ),
        role: kind === 'broker' ? 'broker' : 'owner',
      })),
      BY_HAND,
    );
    const publishers = new Map(DEMO_PUBLISHERS.map(({ name }, place) => [name, brought[place]?.id ?? '']));
    for (const { name, price } of DEMO_PUBLISHERS) {
      if (price === undefined) continue;
      await this.conditions.recordOfPublisher(scope, idOf(publishers, name), {
        type: 'guest_post',
        priceMinor: price,
        currency: 'EUR',
        relPolicy: 'sponsored',
        turnaroundDays: 14,
      });
    }
    return { sites, publishers };
  }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  return ids.get(name) ?? '';
}

function peopleOf({ site, publisher, people = [], prospect }: DemoSite, known: Known, at: Date) {
  return people.map(({ name, mailbox, position, formOfAddress, ground }) => ({
    name,
    position,
    addresses: [{ address: `${mailbox}@${hostOf(site)}` }],
    siteIds: [idOf(known.sites, site)],
    publisherId: publisher === undefined ? null : idOf(known.publishers, publisher),
    language: prospect.language ?? null,
    country: prospect.country ?? null,
    formOfAddress,
    ground:
      ground === undefined
        ? undefined
        : { ground, evidenceUrl: `http://${hostOf(site)}/`, evidenceOn: at.toISOString().slice(0, 10) },
  }));
}
