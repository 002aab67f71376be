import { Injectable } from '@nestjs/common';
import { dayPlus, RENEWAL_NOTICE_DAYS } from '../../core/orders/term.js';
import { Clock } from '../../platform/clock/clock.js';
import { OrderActsService } from '../orders/order-acts.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { type PlacementRow, PlacementsService } from '../placements/placements.service.js';
import type { DemoPast } from './demo-history.js';

const DAY = 86_400_000;
const ORDERED_DAYS_AGO = 34;

/** What the suppliers ask, in turn: net, in cents. */
const PRICES = [18_000, 24_500, 15_050, 32_000] as const;
const SUPPLIERS = ['Rietveld Media', 'Northbank Press', 'Kiezelpad Uitgevers'] as const;

/** Orders of the demo: for every placement that was paid for one, and a quote that nobody approved yet. */
@Injectable()
export class DemoOrders {
  constructor(
    private readonly orders: OrdersService,
    private readonly acts: OrderActsService,
    private readonly placements: PlacementsService,
    private readonly clock: Clock,
  ) {}

  /** Writes them down in the open transaction. */
  async write({ scope, now, ownerMemberId }: DemoPast): Promise<void> {
    const { items } = await this.placements.list(scope, { compensation: ['money'], limit: 100 });
    const at = new Date(now.getTime() - ORDERED_DAYS_AGO * DAY);
    const ordered: { readonly id: string; readonly placement: PlacementRow }[] = [];
    await this.clock.replay(at, async () => {
      for (const [no, placement] of items.entries()) {
        const { id } = await this.orders.create(scope, wishFor(placement, no, ownerMemberId));
        await this.acts.approve(scope, id);
        await this.acts.order(scope, id);
        ordered.push({ id, placement });
      }
    });
    const first = ordered.find(({ placement }) => placement.state === 'live');
    if (first !== undefined) await this.payAndLetRenew(first.id, { scope, now });
    const [one] = items;
    if (one === undefined) return;
    const { placementId: _, ...line } = lineFor(one, items.length);
    await this.orders.create(scope, { ...wishFor(one, items.length, ownerMemberId), lines: [line] });
  }

  /** One was paid and its term ends soon, so that its renewal can be looked at. */
  private async payAndLetRenew(id: string, { scope, now }: Pick<DemoPast, 'scope' | 'now'>): Promise<void> {
    const paid = await this.acts.pay(scope, id, { invoiceReference: '2026-0417' });
    const endsOn = dayPlus(now.toISOString().slice(0, 10), RENEWAL_NOTICE_DAYS - 9);
    await this.orders.change(scope, id, { revision: paid.revision, startsOn: dayPlus(endsOn, -364), endsOn });
  }
}

function wishFor(placement: PlacementRow, no: number, ownerMemberId: string) {
  const { brandId } = placement;
  const supplierName = SUPPLIERS[no % SUPPLIERS.length] ?? SUPPLIERS[0];
  const terms = { currency: 'EUR', termMonths: 12, poReference: `PO-${String(1041 + no)}`, ownerMemberId };
  return { brandId, supplierName, ...terms, lines: [lineFor(placement, no)] };
}

function lineFor({ id, siteId, type }: PlacementRow, no: number) {
  const buyingMinor = PRICES[no % PRICES.length] ?? PRICES[0];
  const money = { buyingMinor, buyingVatRate: 2100, sellingMinor: buyingMinor + 9000, sellingVatRate: 2100 };
  return { placementId: id, siteId, type, ...money };
}
