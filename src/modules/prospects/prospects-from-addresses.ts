import { Injectable } from '@nestjs/common';
import type { IntakeOutcome } from '../../core/imports/intake.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ClientsService } from '../clients/clients.service.js';
import type { AdditionSite } from './addition-facts.query.js';
import { AdditionLooking, type JudgedAddress } from './addition-looking.js';
import { refuseStranger } from './prospect-adding.js';
import { prospectEvent } from './prospect-events.js';
import { ProspectIntake } from './prospect-intake.service.js';
import { ProspectsRepository } from './prospects.repository.js';
import type { NewProspects, ProspectAddition, ProspectAdditions } from './prospects-from-addresses.dto.js';

/** Makes prospects of many sites in one act. One that cannot be added is told apart; the others are added. */
@Injectable()
export class ProspectsFromAddresses {
  constructor(
    private readonly database: Database,
    private readonly prospects: ProspectsRepository,
    private readonly looking: AdditionLooking,
    private readonly clients: ClientsService,
    private readonly intake: ProspectIntake,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `client.not_found`, and `request.invalid` for an owner who is no member. */
  async add(who: Principal, wish: NewProspects): Promise<ProspectAdditions> {
    const { addresses, clientId = null } = wish;
    if (clientId !== null) await this.clients.get(scopeOf(who), clientId);
    return this.database.inWorkspace(scopeOf(who), async () => {
      await refuseStranger(this.prospects, wish.ownerMemberId);
      const judged = await this.looking.judge(addresses, clientId);
      const made = await this.make(sitesThat(judged, 'added'), wish);
      await this.restore(sitesThat(judged, 'restored'));
      return { items: told(judged, made) };
    });
  }

  /** What became of each site, by its id: somebody else may have been faster a moment ago. */
  private async make(
    sites: readonly AdditionSite[],
    { ownerMemberId = null, tags = [] }: NewProspects,
  ): Promise<ReadonlyMap<string, IntakeOutcome>> {
    const facts = sites.map(({ siteId, siteKey }) => ({ siteId, siteKey, ownerMemberId, tags }));
    const outcomes = await this.intake.bring(facts, { importId: null }, 'fill');
    const made = new Map(outcomes.map((outcome, place) => [facts[place]?.siteId ?? '', outcome]));
    const created = [...made].filter(([, { kind }]) => kind === 'created');
    await this.events.recordMany(
      created.map(([siteId, { id }]) => prospectEvent('prospect.added', { id, siteId })),
    );
    return made;
  }

  /** Brings archived ones back as they were. */
  private async restore(sites: readonly AdditionSite[]): Promise<void> {
    const ids = sites.flatMap(({ prospectId }) => prospectId ?? []);
    if (ids.length === 0) return;
    const rows = await this.prospects.lockAll(ids);
    await this.prospects.write(ids, { archived_at: null }, this.clock.now());
    await this.events.recordMany(rows.map((row) => prospectEvent('prospect.restored', row)));
  }
}

function sitesThat(judged: readonly JudgedAddress[], outcome: 'added' | 'restored'): AdditionSite[] {
  const sites = judged.flatMap((one) => (one.outcome === outcome && one.site !== null ? [one.site] : []));
  return [...new Map(sites.map((site) => [site.siteId, site])).values()];
}

/** What became of each address. Of several on one site only the first was added. */
function told(
  judged: readonly JudgedAddress[],
  made: ReadonlyMap<string, IntakeOutcome>,
): ProspectAddition[] {
  const before = new Set<string>();
  return judged.map((one) => {
    const siteId = one.site?.siteId ?? '';
    const fresh = made.get(siteId) ?? null;
    const isAgain = before.has(siteId);
    before.add(siteId);
    return viewOf(one, fresh, isAgain);
  });
}

function viewOf(one: JudgedAddress, fresh: IntakeOutcome | null, isAgain: boolean): ProspectAddition {
  const { address, site, outcome, refusal } = one;
  const isThere = isAgain || (fresh !== null && fresh.kind !== 'created');
  return {
    address,
    displayHost: hostOf(one),
    outcome: outcome !== 'refused' && isThere ? 'already_there' : outcome,
    refusal,
    prospectId: site?.prospectId ?? fresh?.id ?? null,
  };
}

function hostOf({ site, key }: JudgedAddress): string | null {
  const shown = site?.siteKey ?? key;
  return shown === null ? null : displayHost(shown);
}
