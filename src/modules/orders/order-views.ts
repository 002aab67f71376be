import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { SitesService } from '../sites/sites.service.js';
import type { LoadedOrder } from './loaded-order.js';
import { OrderNamesQuery } from './order-names.query.js';
import { detailView, rowView, type Shown } from './order-row.js';
import type { OrderDetail, OrderRow } from './order-views.dto.js';
import { OrdersRepository } from './orders.repository.js';

/** Orders as people see them, within the open transaction. */
@Injectable()
export class OrderViews {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly names: OrderNamesQuery,
    private readonly sites: SitesService,
  ) {}

  /** Throws `order.not_found`. */
  async detail(id: string): Promise<OrderDetail> {
    const [view] = await this.all([id], detailView);
    if (view === undefined) throw new AppError('order.not_found', { id });
    return view;
  }

  /** Rows in the order of their ids. */
  rows(ids: readonly string[]): Promise<OrderRow[]> {
    return this.all(ids, rowView);
  }

  /** Whole orders in the order of their ids. */
  details(ids: readonly string[]): Promise<OrderDetail[]> {
    return this.all(ids, detailView);
  }

  private async all<View>(
    ids: readonly string[],
    view: (loaded: LoadedOrder, shown: Shown) => View,
  ): Promise<View[]> {
    const loaded = await this.orders.load(ids);
    const names = await this.names.ofOrders(ids);
    const hosts = await this.names.hosts(
      loaded.flatMap(({ lines }) => lines.flatMap(({ siteId }) => siteId ?? [])),
    );
    const today = await this.sites.today();
    return loaded.flatMap((one) => {
      const of = names.get(one.row.id);
      return of === undefined ? [] : [view(one, { names: of, hosts, today })];
    });
  }
}
