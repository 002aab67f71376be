import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import type { Known } from '../../core/orders/acts.js';
import type { Order } from '../../core/orders/order.js';
import { settled } from '../../core/orders/order-state.js';
import { firstOf, takeRenewalBack } from '../../core/orders/renew.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { type LoadedOrder, orderOf, type PlacementOfLine, placementsOf } from './loaded-order.js';
import { orderEvent } from './order-events.js';
import { OrderWriting, type Written } from './order-writing.js';
import { OrdersRepository } from './orders.repository.js';

/** What an act makes of an order, and what is told of it. */
export interface Acted extends Written {
  readonly order: Order;
  readonly event?: {
    readonly kind: EventKind;
    readonly params?: EventParams;
    readonly placementIds?: readonly string[];
  };
}

/** The way of every act with an order: load and lock it, ask the rules, write, tell. Within the open transaction. */
@Injectable()
export class OrderActing {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly writing: OrderWriting,
    private readonly sites: SitesService,
    private readonly events: Events,
  ) {}

  /** Throws `order.not_found`. */
  async locked(id: string): Promise<LoadedOrder> {
    const loaded = await this.orders.lock(id);
    if (loaded === null) throw new AppError('order.not_found', { id });
    return loaded;
  }

  /** What the rules are told beside the order; with placements it is about to buy. */
  async known(
    loaded: Pick<LoadedOrder, 'placements'>,
    more: readonly PlacementOfLine[] = [],
  ): Promise<Known> {
    const placements = new Map([...loaded.placements, ...more.map((one) => [one.id, one] as const)]);
    return { placements: placementsOf({ placements }), today: await this.sites.today() };
  }

  /** Throws `order.not_found`, and whatever the act is refused with. */
  async act(id: string, decide: (loaded: LoadedOrder, order: Order) => Promise<Acted>): Promise<void> {
    const loaded = await this.locked(id);
    const acted = await decide(loaded, orderOf(loaded));
    await this.save(loaded, acted);
  }

  /** Writes what was decided. Lines that were called off free those they were to go on with. */
  async save(loaded: LoadedOrder, acted: Acted): Promise<void> {
    await this.writing.save(loaded, acted.order, acted);
    await this.freeRenewed(loaded, acted.order);
    const { event } = acted;
    if (event !== undefined)
      await this.events.record(orderEvent(event.kind, loaded.row, event.params, event.placementIds));
  }

  /** Works out anew what its lines are by what is known now; nothing is written where nothing changed. */
  async settle(id: string): Promise<void> {
    const loaded = await this.orders.lock(id);
    if (loaded === null) return;
    const { placements, today } = await this.known(loaded);
    await this.writing.save(loaded, settled(orderOf(loaded), placements, today));
  }

  private async freeRenewed(loaded: LoadedOrder, next: Order): Promise<void> {
    const were = new Map(loaded.lines.map(({ id, state }) => [id, state]));
    const gone = next.lines.filter(({ id, state }) => state === 'cancelled' && were.get(id) !== 'cancelled');
    if (gone.length === 0 || loaded.row.renewsOrderId === null) return;
    const before = await this.orders.lock(loaded.row.renewsOrderId);
    if (before === null) return;
    const ids = new Set(gone.map(({ id }) => firstOf(id, next.lines)));
    const freed = takeRenewalBack(orderOf(before), ids, next.stage === 'cancelled');
    await this.writing.save(before, freed);
  }
}
