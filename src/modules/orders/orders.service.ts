import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { OrderActing } from './order-acting.js';
import { OrderChanging } from './order-changing.js';
import type { OrderListQuery } from './order-list.dto.js';
import { OrderListQueries } from './order-list.query.js';
import { OrderQuoting } from './order-quoting.js';
import type { OrderDetail, OrderList } from './order-views.dto.js';
import { OrderViews } from './order-views.js';
import type { NewOrder, OrderChange } from './order-wish.dto.js';

/** Orders: the commercial side of placements. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly quoting: OrderQuoting,
    private readonly changing: OrderChanging,
    private readonly acting: OrderActing,
    private readonly lists: OrderListQueries,
    private readonly views: OrderViews,
  ) {}

  list(scope: WorkspaceScope, asked: OrderListQuery): Promise<OrderList> {
    return this.database.inWorkspace(scope, async () => {
      const { ids, ...page } = await this.lists.page(asked);
      return { items: await this.views.rows(ids), ...page };
    });
  }

  /** Throws `order.not_found`. */
  get(scope: WorkspaceScope, id: string): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, () => this.views.detail(id));
  }

  /** Throws `brand.not_found`, `order.not_of_this_client`, `order.placement_taken`, `order.rate_without_budget`. */
  create(scope: WorkspaceScope, wish: NewOrder): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, async () => this.views.detail(await this.quoting.quote(wish)));
  }

  /** Throws `order.changed_meanwhile`; `order.money_fixed` when lines or currency change after it was ordered. */
  change(scope: WorkspaceScope, id: string, wish: OrderChange): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.changing.change(await this.acting.locked(id), wish);
      return this.views.detail(id);
    });
  }
}
