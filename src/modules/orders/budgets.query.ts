import { Injectable } from '@nestjs/common';
import type { BudgetedOrder } from '../../core/orders/budget.js';
import { Database } from '../../platform/database/database.js';
import { orderOf, rateOf } from './loaded-order.js';
import { OrdersRepository } from './orders.repository.js';

/** What a campaign may spend. */
export interface CampaignBudget {
  readonly id: string;
  readonly clientId: string;
  readonly budgetMinor: number | null;
  readonly currency: string | null;
}

/** An order with what it is budgeted for. */
export interface OrderInBudget extends BudgetedOrder {
  readonly clientId: string;
  readonly campaignId: string | null;
}

/** Which orders budgets are reckoned from. */
export interface BudgetScope {
  readonly campaignId?: string | undefined;
  readonly clientIds?: readonly string[] | undefined;
}

/** Budgets of campaigns and the orders that use them, in the open transaction. */
@Injectable()
export class BudgetsQuery {
  constructor(
    private readonly database: Database,
    private readonly repository: OrdersRepository,
  ) {}

  async campaigns({ campaignId, clientIds }: BudgetScope): Promise<CampaignBudget[]> {
    const rows = await this.query<Omit<CampaignBudget, 'budgetMinor'> & { budgetMinor: string | null }>(
      `select id, client_id as "clientId", budget_minor as "budgetMinor", currency from campaigns
       where ($1::uuid is null or id = $1) and ($2::uuid[] is null or client_id = any ($2))
         and ($1::uuid is not null or archived_at is null) order by id`,
      [campaignId ?? null, clientIds ?? null],
    );
    return rows.map((row) => ({
      ...row,
      budgetMinor: row.budgetMinor === null ? null : Number(row.budgetMinor),
    }));
  }

  async clients(clientIds: readonly string[] | undefined): Promise<{ id: string; name: string }[]> {
    return this.query(
      `select id, name from clients where archived_at is null and ($1::uuid[] is null or id = any ($1)) order by lower(name), id`,
      [clientIds ?? null],
    );
  }

  /** Orders that count: quotes and cancelled ones use nothing. */
  async orders({ campaignId, clientIds }: BudgetScope): Promise<OrderInBudget[]> {
    const rows = await this.query<{ id: string }>(
      `select id from orders where stage in ('approved', 'ordered')
         and ($1::uuid is null or campaign_id = $1) and ($2::uuid[] is null or client_id = any ($2)) order by id`,
      [campaignId ?? null, clientIds ?? null],
    );
    const loaded = await this.repository.load(rows.map(({ id }) => id));
    return loaded.map((one) => ({
      ...orderOf(one),
      clientId: one.row.clientId,
      campaignId: one.row.campaignId,
      currency: one.row.currency,
      budgetRate: rateOf(one.row),
      budgetCurrency: one.row.budgetCurrency,
      committedOn: one.row.orderedOn ?? one.row.approvedOn,
    }));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
