import { Injectable } from '@nestjs/common';
import { replaceLine } from '../../core/orders/acts.js';
import { isStanding, type Order } from '../../core/orders/order.js';
import { mayAct } from '../../core/placements/acts.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PlacementActsService } from '../placements/placement-acts.service.js';
import { PlacementsService } from '../placements/placements.service.js';
import { decided } from './decided.js';
import type { LoadedOrder } from './loaded-order.js';
import { type Acted, OrderActing } from './order-acting.js';
import type { LineReplacement } from './order-acts.dto.js';
import { OrderLines } from './order-lines.js';
import type { OrderDetail } from './order-views.dto.js';
import { OrderViews } from './order-views.js';
import { OrdersRepository } from './orders.repository.js';

/** Puts a line's deal on another placement: by a person, and when the placement itself was replaced. */
@Injectable()
export class OrderReplacements {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly acting: OrderActing,
    private readonly lines: OrderLines,
    private readonly placements: PlacementsService,
    private readonly placementActs: PlacementActsService,
    private readonly views: OrderViews,
  ) {}

  /** Throws `order.replacement_needed`, `order.line_without_placement`, `order.line_closed`, `order.placement_taken`. */
  replace(scope: WorkspaceScope, id: string, lineId: string, wish: LineReplacement): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.acting.act(id, async (loaded, order) => {
        const placementId = wish.placementId ?? (await this.newPlacement(scope, { loaded, lineId }, wish));
        return this.replaced(loaded, order, { lineId, placementId });
      });
      return this.views.detail(id);
    });
  }

  /** Lines that stand for a placement follow it to the one that replaced it, within the open transaction. */
  async follow(fromId: string, toId: string): Promise<void> {
    for (const orderId of await this.orders.idsOf('placement_id', fromId)) {
      const loaded = await this.acting.locked(orderId);
      const line = loaded.lines.find((one) => one.placementId === fromId && isStanding(one));
      if (line === undefined || line.state === 'credited' || (await this.isTaken(loaded, line, toId)))
        continue;
      await this.acting.act(orderId, (now, order) =>
        this.replaced(now, order, { lineId: line.id, placementId: toId }),
      );
    }
  }

  private async isTaken(
    { row }: LoadedOrder,
    { renewedByLineId }: { renewedByLineId: string | null },
    placementId: string,
  ): Promise<boolean> {
    const placement = await this.orders.placement(placementId);
    if (placement === null || placement.clientId !== row.clientId) return true;
    return renewedByLineId === null && (await this.orders.isBought(placementId));
  }

  private async replaced(
    loaded: LoadedOrder,
    order: Order,
    { lineId, placementId }: { lineId: string; placementId: string },
  ): Promise<Acted> {
    const placement = await this.lines.placement(placementId, loaded.row.clientId);
    const known = await this.acting.known(loaded, [placement]);
    const newLineId = newId();
    const next = decided(replaceLine(order, { lineId, newLineId, placementId }, known));
    const details = placement.siteId === null ? {} : { siteId: placement.siteId };
    const before = loaded.lines.find(({ id }) => id === lineId)?.placementId ?? null;
    return {
      order: next,
      details: new Map([[newLineId, details]]),
      event: {
        kind: 'order.replaced',
        placementIds: before === null ? [placementId] : [before, placementId],
      },
    };
  }

  /** The placement of the new page: it takes the old one's place where that one still can be replaced. */
  private async newPlacement(
    scope: WorkspaceScope,
    { loaded, lineId }: { loaded: LoadedOrder; lineId: string },
    wish: LineReplacement,
  ): Promise<string> {
    const { sourceUrl, targetUrl, dueOn } = wish;
    if (sourceUrl === undefined) throw new AppError('order.replacement_needed');
    const line = loaded.lines.find(({ id }) => id === lineId);
    if (line === undefined) throw new AppError('order.line_not_found', { id: lineId });
    if (line.placementId === null) throw new AppError('order.line_without_placement');
    const page = {
      sourceUrl,
      ...(targetUrl === undefined ? {} : { targetUrl }),
      ...(dueOn === undefined ? {} : { dueOn }),
    };
    const old = await this.placements.row(line.placementId);
    if (mayAct(old.state, 'replace')) return (await this.placementActs.replace(scope, old.id, page)).id;
    const { brandId, type, compensation, label } = old;
    const added = { targetUrl: old.targetUrl, ...page, brandId, type, compensation, label };
    return (await this.placements.add(scope, added)).id;
  }
}
