import { Controller, Get, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { BudgetQuery, BudgetView, ClientBudgetQuery, ClientBudgets } from './budget.dto.js';
import { BudgetsService } from './budgets.service.js';

@Controller()
export class BudgetsController {
  constructor(private readonly budgets: BudgetsService) {}

  /** What the orders of a campaign use of its budget. */
  @Get('campaigns/:id/budget')
  @Rights('read')
  getCampaignBudget(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Query() query: BudgetQuery,
  ): Promise<BudgetView> {
    return this.budgets.ofCampaign(scopeOf(who), id, query.month ?? null);
  }

  /** What the orders of clients use of the budgets of their campaigns, by client. */
  @Get('budgets')
  @Rights('read')
  async listBudgets(
    @Principal() who: Principal,
    @Query() { clientId, month }: ClientBudgetQuery,
  ): Promise<ClientBudgets> {
    const clientIds = clientId === undefined ? undefined : [clientId];
    return { items: await this.budgets.ofClients(scopeOf(who), { clientIds, month }) };
  }
}
