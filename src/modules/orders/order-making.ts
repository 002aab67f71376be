import { Injectable } from '@nestjs/common';
import { settled } from '../../core/orders/order-state.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { placementsOf } from './loaded-order.js';
import type { OrderEntity } from './order.entity.js';
import { orderEvent } from './order-events.js';
import type { WantedLines } from './order-lines.js';
import { OrderWriting } from './order-writing.js';
import { type NewOrderRow, OrdersRepository } from './orders.repository.js';

type Optional =
  | 'campaignId'
  | 'pitchId'
  | 'supplierPublisherId'
  | 'budgetRate'
  | 'budgetCurrency'
  | 'poReference'
  | 'labelAgreed'
  | 'termMonths'
  | 'startsOn'
  | 'endsOn'
  | 'renewsOrderId'
  | 'notes'
  | 'ownerMemberId';

/** What makes an order, beside what every new one begins with. */
export type OrderTerms = Pick<OrderEntity, 'clientId' | 'brandId' | 'currency'> &
  Partial<Pick<OrderEntity, Optional>>;

const NOTHING: Pick<OrderEntity, Optional> = {
  campaignId: null,
  pitchId: null,
  supplierPublisherId: null,
  budgetRate: null,
  budgetCurrency: null,
  poReference: '',
  labelAgreed: null,
  termMonths: null,
  startsOn: null,
  endsOn: null,
  renewsOrderId: null,
  notes: '',
  ownerMemberId: null,
};

/** Makes orders, within the open transaction: every one begins as a quote. */
@Injectable()
export class OrderMaking {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly sites: SitesService,
    private readonly writing: OrderWriting,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Answers the id. Throws `order.placement_taken` when a line of another order buys one of the placements. */
  async make(terms: OrderTerms, { lines, details, placements }: WantedLines): Promise<string> {
    const today = await this.sites.today();
    const row = await this.newRow(terms, today);
    const { stage, labelAgreed, endsOn, renewal } = row;
    const order = settled(
      { stage, labelAgreed, endsOn, renewal, lines, credits: [] },
      placementsOf({ placements }),
      today,
    );
    await this.writing.insert(row, order, details);
    await this.events.record(orderEvent('order.added', row, { lines: lines.length }));
    return row.id;
  }

  private async newRow(terms: OrderTerms, today: string): Promise<NewOrderRow> {
    const at = this.clock.now();
    return {
      ...NOTHING,
      ...terms,
      id: newId(at),
      number: await this.orders.nextNumber(),
      stage: 'quoted',
      state: 'quoted',
      renewal: 'undecided',
      renewalAskedAt: null,
      invoiceReference: '',
      quotedOn: today,
      approvedOn: null,
      orderedOn: null,
      paidOn: null,
      revision: 1,
      createdBy: this.database.scope().userId ?? null,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    };
  }
}
