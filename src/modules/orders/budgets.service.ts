import { Injectable } from '@nestjs/common';
import { type BudgetFigures, budgetFigures, freeOf } from '../../core/orders/budget.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { BudgetInCurrency, BudgetView, ClientBudget } from './budget.dto.js';
import { BudgetsQuery, type CampaignBudget, type OrderInBudget } from './budgets.query.js';

const NOTHING: BudgetFigures = { committedMinor: 0, spentMinor: 0, creditedMinor: 0 };

/** What campaigns and clients have spent, promised and left. */
@Injectable()
export class BudgetsService {
  constructor(
    private readonly database: Database,
    private readonly query: BudgetsQuery,
  ) {}

  /** Throws `campaign.not_found`. */
  ofCampaign(scope: WorkspaceScope, campaignId: string, month: string | null = null): Promise<BudgetView> {
    return this.database.inWorkspace(scope, async () => {
      const campaigns = await this.query.campaigns({ campaignId });
      if (campaigns.length === 0) throw new AppError('campaign.not_found', { id: campaignId });
      return viewOf(campaigns, await this.query.orders({ campaignId }), month);
    });
  }

  /** The budgets of clients, by their names; of all that are not archived where none are named. */
  ofClients(
    scope: WorkspaceScope,
    asked: { readonly clientIds?: readonly string[] | undefined; readonly month?: string | undefined },
  ): Promise<ClientBudget[]> {
    return this.database.inWorkspace(scope, async () => {
      const clients = await this.query.clients(asked.clientIds);
      const campaigns = await this.query.campaigns({ clientIds: asked.clientIds });
      const orders = await this.query.orders({ clientIds: asked.clientIds });
      return clients.map(({ id, name }) => ({
        clientId: id,
        clientName: name,
        ...viewOf(
          campaigns.filter(({ clientId }) => clientId === id),
          orders.filter(({ clientId }) => clientId === id),
          asked.month ?? null,
        ),
      }));
    });
  }
}

function viewOf(
  campaigns: readonly CampaignBudget[],
  orders: readonly OrderInBudget[],
  month: string | null,
): BudgetView {
  const currencies = new Map(campaigns.map(({ id, currency }) => [id, currency]));
  const currencyOf = ({ campaignId }: OrderInBudget) => currencies.get(campaignId ?? '') ?? null;
  const ever = budgetFigures(orders, currencyOf);
  const shown = month === null ? ever : budgetFigures(orders, currencyOf, month);
  const budgets = budgetsOf(campaigns);
  const all = [...new Set([...budgets.keys(), ...ever.keys()])].map((currency): BudgetInCurrency => {
    const budgetMinor = budgets.get(currency) ?? null;
    const freeMinor = freeOf(budgetMinor, ever.get(currency) ?? NOTHING);
    return { currency, budgetMinor, ...(shown.get(currency) ?? NOTHING), freeMinor };
  });
  const [main = { currency: 'EUR', budgetMinor: null, ...NOTHING, freeMinor: null }, ...inOtherCurrencies] =
    all;
  return { ...main, inOtherCurrencies, orders: orders.length };
}

/** What campaigns may spend, by currency, the one most of them have first; those without a budget count for their currency. */
function budgetsOf(campaigns: readonly CampaignBudget[]): ReadonlyMap<string, number | null> {
  const sums = new Map<string, { budgetMinor: number | null; campaigns: number }>();
  for (const { currency, budgetMinor } of campaigns) {
    if (currency === null) continue;
    const before = sums.get(currency) ?? { budgetMinor: null, campaigns: 0 };
    const sum = budgetMinor === null ? before.budgetMinor : (before.budgetMinor ?? 0) + budgetMinor;
    sums.set(currency, { budgetMinor: sum, campaigns: before.campaigns + 1 });
  }
  const sorted = [...sums].sort(([, one], [, other]) => other.campaigns - one.campaigns);
  return new Map(sorted.map(([currency, { budgetMinor }]) => [currency, budgetMinor]));
}
