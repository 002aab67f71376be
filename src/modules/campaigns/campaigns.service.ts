import { Injectable } from '@nestjs/common';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { BrandsService } from '../clients/brands.service.js';
import type { CampaignChange, CampaignDetail, CampaignList, NewCampaign } from './campaign.dto.js';
import { campaignEvent } from './campaign-events.js';
import type { CampaignListQuery } from './campaign-list.dto.js';
import { type AgreedCampaign, CampaignLists } from './campaign-list.query.js';
import { CampaignViews } from './campaign-views.js';
import { changedColumns, columnsOf, invalid, refuseBackwards } from './campaign-wish.js';
import { CampaignsRepository, type HeldCampaign } from './campaigns.repository.js';

/** Campaigns: lists of them, new ones, and changes of what was written down. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsRepository,
    private readonly lists: CampaignLists,
    private readonly views: CampaignViews,
    private readonly brands: BrandsService,
    private readonly kinds: Kinds,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, asked: CampaignListQuery): Promise<CampaignList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { items, ...page } = await this.lists.page(asked, who.memberId);
      return { items: items.map((record) => this.views.row(record, who.locale)), ...page };
    });
  }

  /** What the campaigns under way in a month (YYYY-MM) are to deliver in it. */
  agreedIn(scope: WorkspaceScope, month: string, clientId?: string): Promise<readonly AgreedCampaign[]> {
    return this.database.inWorkspace(scope, () => this.lists.agreedIn(month, clientId));
  }

  /** Throws `campaign.not_found`. */
  get(who: Principal, id: string): Promise<CampaignDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.views.detail(id, who.locale));
  }

  /** The campaign within the open transaction, archived or not. Throws `campaign.not_found`. */
  async one(id: string): Promise<HeldCampaign> {
    const campaign = await this.campaigns.find(id);
    if (campaign === null) throw new AppError('campaign.not_found', { id });
    return campaign;
  }

  /** Throws `brand.not_found`, `brand.archived`, `client.archived`, or `request.invalid` with the field. */
  create(who: Principal, wish: NewCampaign): Promise<CampaignDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if (this.kinds.one(wish.kind) === null)
        throw invalid('kind', 'unknown_kind', 'must be a key of a campaign kind');
      const brand = await this.brands.forNew(wish.brandId);
      const row = { id: newId(), clientId: brand.clientId, brandId: brand.id, kind: wish.kind };
      refuseBackwards(wish.startsOn ?? null, wish.endsOn ?? null);
      await this.refuseStrangers(row.clientId, { ownerMemberId: [wish.ownerMemberId ?? null] });
      await this.campaigns.insert(row, columnsOf(wish), { by: who.userId, at: this.clock.now() });
      await this.fill(row, wish);
      await this.events.record(campaignEvent('campaign.added', row, { kind: wish.kind }));
      return this.views.detail(row.id, who.locale);
    });
  }

  /** Throws `campaign.not_found`, `campaign.archived`, `campaign.changed_meanwhile`, `request.invalid`. */
  change(who: Principal, id: string, wish: CampaignChange): Promise<CampaignDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.held(id, wish.revision);
      const columns = changedColumns(held, columnsOf(wish));
      const { startsOn = held.startsOn, endsOn = held.endsOn } = wish;
      refuseBackwards(startsOn, endsOn);
      if ('owner_member_id' in columns)
        await this.refuseStrangers(held.clientId, { ownerMemberId: [wish.ownerMemberId ?? null] });
      if (Object.keys(columns).length > 0) {
        await this.campaigns.write(id, columns, this.clock.now());
        await this.events.record(campaignEvent('campaign.changed', held, { fields: Object.keys(columns) }));
      }
      return this.views.detail(id, who.locale);
    });
  }

  archive(who: Principal, id: string): Promise<CampaignDetail> {
    return this.shelve(who, id, true);
  }

  restore(who: Principal, id: string): Promise<CampaignDetail> {
    return this.shelve(who, id, false);
  }

  /** The campaign with its row locked. Throws `campaign.not_found`, `campaign.archived`, `campaign.changed_meanwhile`. */
  async held(id: string, revision?: number): Promise<HeldCampaign> {
    const row = await this.campaigns.lock(id);
    if (row === null) throw new AppError('campaign.not_found', { id });
    if (row.archivedAt !== null) throw new AppError('campaign.archived', { id });
    if (revision !== undefined && row.revision !== revision)
      throw new AppError('campaign.changed_meanwhile', { revision: row.revision });
    return row;
  }

  /** Refuses members who are not here or may not see the client, by the field that names them. */
  async refuseStrangers(
    clientId: string,
    named: Readonly<Record<string, readonly (string | null)[]>>,
  ): Promise<void> {
    for (const [field, ids] of Object.entries(named)) {
      const asked = ids.filter((id) => id !== null);
      if (asked.length === 0) continue;
      const seeing = await this.campaigns.membersSeeing(clientId, asked);
      if (asked.some((id) => !seeing.has(id)))
        throw invalid(field, 'unknown_member', 'must be a member who may see this client');
    }
  }

  private async fill(row: Pick<HeldCampaign, 'id' | 'clientId' | 'brandId'>, wish: NewCampaign) {
    if (wish.memberIds !== undefined) {
      await this.refuseStrangers(row.clientId, { memberIds: wish.memberIds });
      await this.campaigns.setMembers(row, wish.memberIds);
    }
    if (wish.targetPageIds === undefined) return;
    const known = await this.campaigns.pagesOfBrand(row.brandId, wish.targetPageIds);
    if (wish.targetPageIds.some((id) => !known.has(id)))
      throw invalid('targetPageIds', 'unknown_page', 'must be target pages of the brand');
    const pages = wish.targetPageIds.map((targetPageId) => ({
      targetPageId,
      ownerMemberId: null,
      goal: '',
      nextAction: '',
      nextActionOn: null,
    }));
    await this.campaigns.setTargetPages(row, pages);
  }

  private shelve(who: Principal, id: string, away: boolean): Promise<CampaignDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.campaigns.lock(id);
      if (row === null) throw new AppError('campaign.not_found', { id });
      if ((row.archivedAt !== null) !== away) {
        const at = this.clock.now();
        await this.campaigns.write(id, { archived_at: away ? at : null }, at);
        await this.events.record(campaignEvent(away ? 'campaign.archived' : 'campaign.restored', row));
      }
      return this.views.detail(id, who.locale);
    });
  }
}
