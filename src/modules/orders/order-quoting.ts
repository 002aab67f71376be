import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { BrandsService } from '../clients/brands.service.js';
import { OrderDeal } from './order-deal.js';
import { OrderLines } from './order-lines.js';
import { OrderMaking } from './order-making.js';
import type { NewOrder } from './order-wish.dto.js';

/** Writes a new quote down, from a pitch or alone, within the open transaction. */
@Injectable()
export class OrderQuoting {
  constructor(
    private readonly brands: BrandsService,
    private readonly deal: OrderDeal,
    private readonly lines: OrderLines,
    private readonly making: OrderMaking,
  ) {}

  /** Answers the id. Throws `order.not_of_this_client` when client, campaign, pitch and placements do not belong together. */
  async quote(wish: NewOrder): Promise<string> {
    const { id: brandId, clientId } = await this.brands.forNew(wish.brandId);
    if (wish.clientId !== undefined && wish.clientId !== clientId)
      throw new AppError('order.not_of_this_client', { field: 'brandId' });
    const pitch = wish.pitchId === undefined ? {} : await this.deal.pitch(wish.pitchId, clientId);
    const wanted = { ownerMemberId: await this.deal.maker(clientId), ...defined(wish), ...pitch };
    const columns = await this.deal.columns({ ...NOBODY, clientId, currency: wish.currency }, wanted);
    const lines = await this.lines.read(wish.lines, { clientId, lines: [], known: [] });
    const { currency, poReference = '', termMonths = null, labelAgreed = null, notes = '' } = wish;
    const terms = { brandId, clientId, currency, poReference, termMonths, labelAgreed, notes };
    return this.making.make({ ...terms, ...pitch, ...columns }, lines);
  }
}

const NOBODY = {
  campaignId: null,
  supplierPublisherId: null,
  ownerMemberId: null,
  budgetRate: null,
  budgetCurrency: null,
};

function defined<Wish extends object>(wish: Wish): Wish {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Wish;
}
