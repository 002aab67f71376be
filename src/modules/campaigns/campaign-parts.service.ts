import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { CampaignDetail, CampaignTargetPageWish } from './campaign.dto.js';
import { campaignEvent } from './campaign-events.js';
import { CampaignViews } from './campaign-views.js';
import { invalid } from './campaign-wish.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';

/** Who works on a campaign, and for which pages of the brand. */
@Injectable()
export class CampaignParts {
  constructor(
    private readonly database: Database,
    private readonly service: CampaignsService,
    private readonly campaigns: CampaignsRepository,
    private readonly views: CampaignViews,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `campaign.not_found`, `campaign.archived`, `request.invalid` with the field. */
  setMembers(who: Principal, id: string, memberIds: readonly string[]): Promise<CampaignDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.service.held(id);
      await this.service.refuseStrangers(held.clientId, { memberIds });
      await this.campaigns.setMembers(held, memberIds);
      return this.changed(who, held, 'members');
    });
  }

  /** Throws `campaign.not_found`, `campaign.archived`, `request.invalid` with the place of the item. */
  setTargetPages(
    who: Principal,
    id: string,
    items: readonly CampaignTargetPageWish[],
  ): Promise<CampaignDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.service.held(id);
      const ids = items.map(({ targetPageId }) => targetPageId);
      const known = await this.campaigns.pagesOfBrand(held.brandId, ids);
      for (const [no, targetPageId] of ids.entries()) {
        const field = `items.${no}.targetPageId`;
        if (!known.has(targetPageId))
          throw invalid(field, 'unknown_page', 'must be a target page of the brand');
        if (ids.indexOf(targetPageId) !== no) throw invalid(field, 'array_unique', 'is named twice');
      }
      const owners = items.map(({ ownerMemberId }) => ownerMemberId ?? null);
      await this.service.refuseStrangers(
        held.clientId,
        Object.fromEntries(owners.map((owner, no) => [`items.${no}.ownerMemberId`, [owner]])),
      );
      await this.campaigns.setTargetPages(held, items.map(pageRow));
      return this.changed(who, held, 'target_pages');
    });
  }

  private async changed(
    who: Principal,
    held: { id: string; clientId: string; brandId: string },
    field: string,
  ): Promise<CampaignDetail> {
    await this.campaigns.write(held.id, {}, this.clock.now());
    await this.events.record(campaignEvent('campaign.changed', held, { fields: [field] }));
    return this.views.detail(held.id, who.locale);
  }
}

function pageRow(wish: CampaignTargetPageWish) {
  return {
    targetPageId: wish.targetPageId,
    ownerMemberId: wish.ownerMemberId ?? null,
    goal: wish.goal?.trim() ?? '',
    nextAction: wish.nextAction?.trim() ?? '',
    nextActionOn: wish.nextActionOn ?? null,
  };
}
