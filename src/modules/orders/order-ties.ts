import { Injectable } from '@nestjs/common';
import { tieLine } from '../../core/orders/acts.js';
import { isStanding, type Order } from '../../core/orders/order.js';
import { decided } from './decided.js';
import type { LoadedOrder } from './loaded-order.js';
import { OrderActing } from './order-acting.js';
import { OrderPlacesRepository } from './order-places.repository.js';
import { OrdersRepository } from './orders.repository.js';

/** Ties lines of a pitch's orders to its placements as soon as it is won, within the open transaction. */
@Injectable()
export class OrderTies {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly places: OrderPlacesRepository,
    private readonly acting: OrderActing,
  ) {}

  /** Only what is beyond doubt: a line without a placement and one free placement on the same site. */
  async ofPitch(pitchId: string): Promise<void> {
    for (const orderId of await this.places.ordersOfPitch(pitchId)) {
      const loaded = await this.acting.locked(orderId);
      const pairs = pairsOf(loaded, await this.places.freePlacementsOf(pitchId));
      for (const pair of pairs) await this.acting.act(orderId, (now, order) => this.tied(now, order, pair));
    }
  }

  private async tied(
    loaded: LoadedOrder,
    order: Order,
    pair: { readonly lineId: string; readonly placementId: string },
  ) {
    const placement = await this.orders.placement(pair.placementId);
    const known = await this.acting.known(loaded, placement === null ? [] : [placement]);
    const params = { fields: ['placement'] };
    return {
      order: decided(tieLine(order, pair, known)),
      event: { kind: 'order.changed' as const, params, placementIds: [pair.placementId] },
    };
  }
}

function pairsOf(
  { lines }: LoadedOrder,
  free: readonly { readonly id: string; readonly siteId: string | null }[],
): { lineId: string; placementId: string }[] {
  const open = lines.filter((line) => isStanding(line) && line.placementId === null && line.siteId !== null);
  return open.flatMap(({ id, siteId }) => {
    const here = free.filter((placement) => placement.siteId === siteId);
    const isOnlyLine = open.filter((line) => line.siteId === siteId).length === 1;
    return here.length === 1 && isOnlyLine
      ? here.map((placement) => ({ lineId: id, placementId: placement.id }))
      : [];
  });
}
