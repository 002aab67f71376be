import { Injectable } from '@nestjs/common';
import type { Kind } from '../../core/campaigns/kind.js';
import { ProspectChoosing } from '../prospects/prospect-choosing.service.js';
import { SitesService } from '../sites/sites.service.js';
import { invalid } from './campaign-wish.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import type { NewPitch, PitchChange } from './pitch.dto.js';
import { refuseWrongFields } from './pitch-facts.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';

/** What a new pitch or a change names must be there, and fit the campaign. In the open transaction. */
@Injectable()
export class PitchWishes {
  constructor(
    private readonly service: CampaignsService,
    private readonly campaigns: CampaignsRepository,
    private readonly parts: PitchPartsRepository,
    private readonly prospects: ProspectChoosing,
    private readonly sites: SitesService,
  ) {}

  /** Throws `request.invalid` with the field that names what is not there. */
  async check(
    { clientId, brandId }: { clientId: string; brandId: string },
    kind: Kind,
    wish: NewPitch | PitchChange,
  ): Promise<void> {
    const { assigneeMemberId = null, targetPageId = null, assetId = null, fields = {} } = wish;
    refuseWrongFields(kind, fields);
    await this.service.refuseStrangers(clientId, {
      assigneeMemberId: [assigneeMemberId],
      ...membersIn(kind, fields),
    });
    if (
      targetPageId !== null &&
      !(await this.campaigns.pagesOfBrand(brandId, [targetPageId])).has(targetPageId)
    )
      throw invalid('targetPageId', 'unknown_page', 'must be a target page of the brand');
    if (assetId !== null && !(await this.parts.isAssetOf(brandId, assetId)))
      throw invalid('assetId', 'unknown_asset', 'must be an asset of the brand');
  }

  /** The site a wish names, or null where it names none. Throws `prospect.not_found`, `site.not_found`, `request.invalid`. */
  async site(wish: NewPitch | PitchChange): Promise<string | null> {
    const prospectId = 'prospectId' in wish ? wish.prospectId : undefined;
    const { siteId, siteAddress } = wish;
    const ways = [prospectId, siteId, siteAddress].filter((way) => way !== undefined);
    if (ways.length > 1) throw invalid('siteId', 'needed', 'name the site in one way only');
    if (prospectId !== undefined) return this.prospects.siteOf(prospectId);
    if (siteId !== undefined) {
      await this.sites.existing(siteId);
      return siteId;
    }
    if (siteAddress === undefined) return null;
    const found = (await this.sites.forAddresses([siteAddress])).get(siteAddress);
    if (found === undefined) throw invalid('siteAddress', 'web_address', 'is no site');
    return found;
  }

  /** Throws `request.invalid` with the place of the first contact that is not here. */
  async refuseUnknownContacts(ids: readonly string[]): Promise<void> {
    const here = await this.parts.contactsHere(ids);
    const no = ids.findIndex((id) => !here.has(id));
    if (no >= 0) throw invalid(`contactIds.${no}`, 'unknown_contact', 'must be a contact that is here');
  }
}

/** Members that own fields name, by the place of the field. */
function membersIn(
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly string[]>> {
  const own = kind.fields.filter(({ type, key }) => type === 'member' && typeof fields[key] === 'string');
  return Object.fromEntries(own.map(({ key }) => [`fields.${key}`, [String(fields[key])]]));
}
