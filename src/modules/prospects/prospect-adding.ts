import { Injectable } from '@nestjs/common';
import { siteKey } from '../../core/sites/site-key.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { SitesService } from '../sites/sites.service.js';
import { CustomValuesService } from './custom-values.service.js';
import type { NewProspect, ProspectDetail, ProspectWarning } from './prospect.dto.js';
import { prospectEvent } from './prospect-events.js';
import { ProspectIntake } from './prospect-intake.service.js';
import { type ProspectSite, ProspectsRepository } from './prospects.repository.js';

/** Makes one prospect, by the same way imports use. */
@Injectable()
export class ProspectAdding {
  constructor(
    private readonly prospects: ProspectsRepository,
    private readonly sites: SitesService,
    private readonly intake: ProspectIntake,
    private readonly values: CustomValuesService,
    private readonly events: Events,
  ) {}

  /** Adds a prospect in the open transaction; answers its id. */
  async add(wish: NewProspect): Promise<string> {
    const site = await this.site(wish);
    const known = await this.prospects.ofSite(site.id);
    if (known !== null) throw new AppError('prospect.exists', { id: known });
    await refuseStranger(this.prospects, wish.ownerMemberId);
    const { address: _, custom, siteId: __, ...said } = wish;
    const [outcome] = await this.intake.bring(
      [{ ...said, siteId: site.id, siteKey: site.siteKey }],
      { importId: null },
      'fill',
    );
    if (outcome?.kind !== 'created') throw new AppError('prospect.exists', { id: outcome?.id ?? null });
    if (custom !== undefined)
      await this.values.write('prospect', outcome.id, { at: 'custom', wished: custom });
    await this.events.record(prospectEvent('prospect.added', { id: outcome.id, siteId: site.id }));
    return outcome.id;
  }

  /** What stands against approaching a prospect that was just made. */
  warningsOf({ conflict, exclusions }: ProspectDetail): ProspectWarning[] {
    const isContacted = conflict.reasons.includes('contacted_lately');
    return [
      ...(conflict.suppression === null ? [] : [{ code: 'do_not_contact' as const }]),
      ...(exclusions.length === 0 ? [] : [{ code: 'excluded' as const }]),
      ...(isContacted ? [{ code: 'contacted_lately' as const }] : []),
      ...(conflict.siblings.length === 0 ? [] : [{ code: 'sub_site' as const }]),
    ];
  }

  private async site({ address, siteId }: NewProspect): Promise<ProspectSite> {
    if ((address === undefined) === (siteId === undefined))
      throw refusal('address', 'needed', 'name an address or a site, and not both');
    const id =
      siteId ?? (address === undefined ? null : (await this.sites.forAddresses([address])).get(address));
    const site = id === undefined || id === null ? null : await this.prospects.site(id);
    if (site !== null) return site;
    if (siteId !== undefined) throw new AppError('site.not_found', { id: siteId });
    throw refusal('address', 'web_address', `${siteKey(address ?? '') ?? 'this'} is no site`);
  }
}

/** Refuses an owner who is no member of the workspace now. */
export async function refuseStranger(
  prospects: ProspectsRepository,
  ownerMemberId: string | null | undefined,
): Promise<void> {
  if (ownerMemberId === undefined || ownerMemberId === null) return;
  if (!(await prospects.isMember(ownerMemberId)))
    throw refusal('ownerMemberId', 'unknown_member', 'must be a member of this workspace');
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
