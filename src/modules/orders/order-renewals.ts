import { Injectable } from '@nestjs/common';
import { linesToRenew, markRenewed } from '../../core/orders/renew.js';
import { dayPlus, isRenewalDue, lastDayOf, renewalRefusal } from '../../core/orders/term.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SitesService } from '../sites/sites.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import { type LoadedOrder, orderOf } from './loaded-order.js';
import type { OrderEntity } from './order.entity.js';
import { OrderActing } from './order-acting.js';
import type { RenewalWish } from './order-acts.dto.js';
import { OrderMaking } from './order-making.js';
import type { OrderDetail } from './order-views.dto.js';
import { OrderViews } from './order-views.js';

/** What becomes of an order at the end of its term: it is asked for, goes on in a new order, or ends. */
@Injectable()
export class OrderRenewals {
  constructor(
    private readonly database: Database,
    private readonly acting: OrderActing,
    private readonly making: OrderMaking,
    private readonly views: OrderViews,
    private readonly sites: SitesService,
    private readonly tasks: TasksService,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the new order, a quote that goes on with the lines that still stand. Throws `order.renewed_already`, `order.without_term`,
   * `order.nothing_to_renew`, `order.term_reversed`.
   */
  renew(scope: WorkspaceScope, id: string, wish: RenewalWish): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, async () => {
      const loaded = await this.acting.locked(id);
      const order = orderOf(loaded);
      const refusal = renewalRefusal(order, 'renew');
      if (refusal !== null) throw new AppError(refusal, { act: 'renew', stage: order.stage });
      const { lines, renewed } = linesToRenew(order, newId);
      await this.acting.save(loaded, {
        order: markRenewed(order, renewed),
        event: { kind: 'order.renewed' },
      });
      await this.answered(id);
      const rows = new Map(loaded.lines.map((line) => [renewed.get(line.id) ?? '', line]));
      const details = new Map(
        lines.map(({ id: lineId }) => {
          const { siteId = null, description = '', type = null } = rows.get(lineId) ?? {};
          return [lineId, { siteId, description, type }] as const;
        }),
      );
      const { placements } = loaded;
      return this.views.detail(
        await this.making.make(termsOf(loaded.row, wish), { lines, details, placements }),
      );
    });
  }

  /** Notes that the order ends with its term. */
  letEnd(scope: WorkspaceScope, id: string): Promise<OrderDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.acting.act(id, (_, order) => {
        const refusal = renewalRefusal(order, 'let_end');
        if (refusal !== null) throw new AppError(refusal, { act: 'let_end', stage: order.stage });
        const params = { fields: ['renewal'] };
        return Promise.resolve({
          order: { ...order, renewal: 'let_end' as const },
          event: { kind: 'order.changed' as const, params },
        });
      });
      await this.answered(id);
      return this.views.detail(id);
    });
  }

  /** Nobody need think of it any more. */
  private async answered(orderId: string): Promise<void> {
    await this.tasks.closeFor({ orderId }, 'no_longer_needed', 'renew');
  }

  /** Asks once whether an order goes on, within the open transaction; answers it, or null when there is nothing to ask. */
  async ask(id: string): Promise<LoadedOrder | null> {
    const loaded = await this.acting.locked(id);
    const order = orderOf(loaded);
    if (loaded.row.renewalAskedAt !== null || !isRenewalDue(order, await this.sites.today())) return null;
    const columns = { renewalAskedAt: this.clock.now() };
    const { number, clientId, campaignId, endsOn, ownerMemberId: assigneeMemberId } = loaded.row;
    await this.acting.save(loaded, {
      order,
      columns,
      event: { kind: 'order.renewal_asked', params: { endsOn } },
    });
    await this.tasks.add({
      ...{ orderId: id, clientId, campaignId, assigneeMemberId },
      kind: 'renew',
      title: `#${String(number)}`,
      dueOn: endsOn,
    });
    return loaded;
  }
}

/** The deal goes on the day after the old term. */
function termsOf(row: OrderEntity, wish: RenewalWish) {
  const { id, clientId, brandId, campaignId, supplierPublisherId, currency, budgetRate, budgetCurrency } =
    row;
  const startsOn = row.endsOn === null ? null : dayPlus(row.endsOn, 1);
  const termMonths = wish.termMonths === undefined ? row.termMonths : wish.termMonths;
  const byMonths = startsOn === null || termMonths === null ? null : lastDayOf(startsOn, termMonths);
  const endsOn = wish.endsOn ?? byMonths;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new AppError('order.term_reversed');
  return {
    ...{ clientId, brandId, campaignId, supplierPublisherId, currency, budgetRate, budgetCurrency },
    ...{ startsOn, endsOn, termMonths, labelAgreed: row.labelAgreed, ownerMemberId: row.ownerMemberId },
    renewsOrderId: id,
  };
}
