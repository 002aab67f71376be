import { Injectable } from '@nestjs/common';
import { readRate } from '../../core/orders/money.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PublishersService } from '../publishers/publishers.service.js';
import type { OrderEntity } from './order.entity.js';
import { type CampaignOfOrder, OrderPlacesRepository } from './order-places.repository.js';
import type { OrderChange } from './order-wish.dto.js';

type Deal = Pick<
  OrderEntity,
  | 'clientId'
  | 'campaignId'
  | 'supplierPublisherId'
  | 'ownerMemberId'
  | 'currency'
  | 'budgetRate'
  | 'budgetCurrency'
>;
type Wish = Pick<
  OrderChange,
  'campaignId' | 'supplierPublisherId' | 'supplierName' | 'ownerMemberId' | 'budgetRate' | 'currency'
>;

/** With whom an order is made, for whom and against which budget. Within the open transaction. */
@Injectable()
export class OrderDeal {
  constructor(
    private readonly database: Database,
    private readonly places: OrderPlacesRepository,
    private readonly publishers: PublishersService,
  ) {}

  /** The pitch an order comes from. Throws `order.not_of_this_client`. */
  async pitch(
    id: string,
    clientId: string,
  ): Promise<{ readonly pitchId: string; readonly campaignId: string }> {
    const pitch = await this.places.pitch(id);
    if (pitch === null || pitch.clientId !== clientId) throw notOfClient('pitchId');
    return { pitchId: pitch.id, campaignId: pitch.campaignId };
  }

  /** The member who makes the order looks after it, as far as nobody else is named. */
  async maker(clientId: string): Promise<string | null> {
    const { userId } = this.database.scope();
    return userId === undefined || userId === null ? null : this.places.memberOf(userId, clientId);
  }

  /** The columns a wish changes. Throws `order.not_of_this_client`, `order.rate_without_budget`, `publisher.not_found`. */
  async columns(before: Deal, wish: Wish): Promise<Partial<Deal>> {
    const campaign = await this.campaign(before, wish);
    return {
      ...(wish.campaignId === undefined ? {} : { campaignId: wish.campaignId }),
      ...(await this.supplier(wish)),
      ...(await this.owner(before.clientId, wish)),
      ...rateColumns(before, wish, campaign?.currency ?? null),
    };
  }

  private async campaign(before: Deal, wish: Wish): Promise<CampaignOfOrder | null> {
    const id = wish.campaignId === undefined ? before.campaignId : wish.campaignId;
    if (id === null) return null;
    const campaign = await this.places.campaign(id);
    if (campaign?.clientId !== before.clientId) throw notOfClient('campaignId');
    return campaign;
  }

  private async supplier({ supplierPublisherId, supplierName }: Wish): Promise<Partial<Deal>> {
    if (supplierName !== undefined) return { supplierPublisherId: await this.publishers.named(supplierName) };
    if (supplierPublisherId === undefined) return {};
    if (supplierPublisherId !== null) await this.publishers.existing(supplierPublisherId);
    return { supplierPublisherId };
  }

  private async owner(clientId: string, { ownerMemberId }: Wish): Promise<Partial<Deal>> {
    if (ownerMemberId === undefined) return {};
    if (ownerMemberId !== null && !(await this.places.maySee(ownerMemberId, clientId)))
      throw notOfClient('ownerMemberId');
    return { ownerMemberId };
  }
}

/** A rate leads from the order's currency to that of the campaign's budget; where those are one there is none. */
function rateColumns(
  before: Deal,
  { budgetRate, currency = before.currency }: Wish,
  to: string | null,
): Partial<Deal> {
  const isNeedless = to === null || to === currency;
  if (budgetRate === undefined) return isNeedless || isStale(before, currency, to) ? NO_RATE : {};
  if (budgetRate === null) return NO_RATE;
  const rate = readRate(budgetRate);
  if (isNeedless || rate === null) throw new AppError('order.rate_without_budget');
  return { budgetRate: rate, budgetCurrency: to };
}

const NO_RATE = { budgetRate: null, budgetCurrency: null } as const;

/** A rate between other currencies says nothing any more. */
function isStale(before: Deal, from: string, to: string): boolean {
  return from !== before.currency || to !== before.budgetCurrency;
}

function notOfClient(field: string): AppError {
  return new AppError('order.not_of_this_client', { field });
}
