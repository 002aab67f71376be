import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { advance, cancel, credit, dropLine, pay, tieLine } from '../../core/orders/acts.js';
import type { Order } from '../../core/orders/order.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { SitesService } from '../sites/sites.service.js';
import { decided } from './decided.js';
import type { LoadedOrder } from './loaded-order.js';
import { OrderActing } from './order-acting.js';
import type { CreditWish, PaymentWish } from './order-acts.dto.js';
import { OrderLines } from './order-lines.js';
import type { OrderDetail } from './order-views.dto.js';
import { OrderViews } from './order-views.js';
import type { LineDetails } from './order-writing.js';
import { OrdersRepository } from './orders.repository.js';

/** What people do with orders and with what became of them. */
@Injectable()
export class OrderActsService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly acting: OrderActing,
    private readonly lines: OrderLines,
    private readonly views: OrderViews,
    private readonly sites: SitesService,
    private readonly clock: Clock,
  ) {}

  approve(scope: WorkspaceScope, id: string): Promise<OrderDetail> {
    return this.advance(scope, id, 'approve');
  }

  order(scope: WorkspaceScope, id: string): Promise<OrderDetail> {
    return this.advance(scope, id, 'order');
  }

  /** Throws `order.paid_already` once money has gone out. */
  cancel(scope: WorkspaceScope, id: string): Promise<OrderDetail> {
    return this.within(scope, id, async (loaded, order) => ({
      order: decided(cancel(order, await this.acting.known(loaded))),
      event: { kind: 'order.cancelled' },
    }));
  }

  /** Throws `order.nothing_payable`, `order.line_not_payable`: only what was verified is paid. */
  pay(scope: WorkspaceScope, id: string, wish: PaymentWish): Promise<OrderDetail> {
    return this.within(scope, id, async (loaded, order) => {
      const paidOn = wish.paidOn ?? (await this.sites.today());
      const known = await this.acting.known(loaded);
      const next = decided(pay(order, { lineIds: wish.lineIds ?? null, paidOn }, known));
      const paid = newlyPaid(order, next);
      const invoiceReference = wish.invoiceReference.trim();
      return {
        order: next,
        columns: { paidOn, invoiceReference },
        details: new Map(paid.map((line): [string, LineDetails] => [line, { invoiceReference }])),
        event: { kind: 'order.paid', params: { lines: paid.length } },
      };
    });
  }

  /** Throws `order.line_not_paid`, `order.credit_too_high`, `order.credit_vat_too_high`, `order.line_closed`. */
  credit(scope: WorkspaceScope, id: string, lineId: string, wish: CreditWish): Promise<OrderDetail> {
    return this.within(scope, id, async (loaded, order) => {
      const creditedOn = wish.creditedOn ?? (await this.sites.today());
      const { amountMinor } = wish;
      const asked = { lineId, amountMinor, vatMinor: wish.vatMinor ?? null, creditedOn };
      const next = decided(credit(order, asked, await this.acting.known(loaded)));
      await this.keepCredit(loaded, next, wish);
      return { order: next, event: { kind: 'order.credited' } };
    });
  }

  /** Takes an unpaid line out. Throws `order.line_paid`, `order.line_closed`. */
  drop(scope: WorkspaceScope, id: string, lineId: string): Promise<OrderDetail> {
    return this.within(scope, id, async (loaded, order) => {
      const next = decided(dropLine(order, lineId, await this.acting.known(loaded)));
      const kind: EventKind = next.stage === 'cancelled' ? 'order.cancelled' : 'order.changed';
      return { order: next, event: { kind, params: { fields: ['lines'] } } };
    });
  }

  /** Says which placement a line buys. Throws `order.placement_taken`, `order.line_paid`, `order.line_closed`. */
  tie(scope: WorkspaceScope, id: string, lineId: string, placementId: string): Promise<OrderDetail> {
    return this.within(scope, id, async (loaded, order) => {
      const placement = await this.lines.placement(placementId, loaded.row.clientId);
      const next = decided(
        tieLine(order, { lineId, placementId }, await this.acting.known(loaded, [placement])),
      );
      const details = new Map([[lineId, placement.siteId === null ? {} : { siteId: placement.siteId }]]);
      const params = { fields: ['placement'] };
      return { order: next, details, event: { kind: 'order.changed', params, placementIds: [placementId] } };
    });
  }

  private advance(scope: WorkspaceScope, id: string, act: 'approve' | 'order'): Promise<OrderDetail> {
    return this.within(scope, id, async (loaded, order) => {
      const next = decided(advance(order, act, await this.acting.known(loaded)));
      const today = await this.sites.today();
      return act === 'approve'
        ? { order: next, columns: { approvedOn: today }, event: { kind: 'order.approved' } }
        : { order: next, columns: { orderedOn: today }, event: { kind: 'order.ordered' } };
    });
  }

  private async keepCredit({ row, credits }: LoadedOrder, next: Order, wish: CreditWish): Promise<void> {
    const given = next.credits[credits.length];
    if (given === undefined) return;
    const at = this.clock.now();
    await this.orders.insertCredit({
      ...given,
      id: newId(at),
      clientId: row.clientId,
      orderId: row.id,
      reference: wish.reference?.trim() ?? '',
      reason: wish.reason?.trim() ?? '',
      recordedBy: this.database.scope().userId ?? null,
      recordedAt: at,
    });
  }

  private within(
    scope: WorkspaceScope,
    id: string,
    decide: Parameters<OrderActing['act']>[1],
  ): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.acting.act(id, decide);
      return this.views.detail(id);
    });
  }
}

function newlyPaid(before: Order, after: Order): string[] {
  const were = new Set(before.lines.flatMap(({ id, paidOn }) => (paidOn === null ? [] : id)));
  return after.lines.flatMap(({ id, paidOn }) => (paidOn === null || were.has(id) ? [] : id));
}
