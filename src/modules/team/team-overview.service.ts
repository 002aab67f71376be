import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { UNANSWERED_AFTER_DAYS } from '../../core/campaigns/standing.js';
import { type Money, moneyAddresses, moneySums, monthFigures } from '../../core/team/clients.js';
import { peopleLines, workFigures } from '../../core/team/people.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import { BudgetsService } from '../orders/budgets.service.js';
import { TeamFacts } from './team-facts.js';
import type { TeamMonth, TeamOrders, TeamOverview, TeamQuery } from './team-overview.dto.js';

/** The manager's Monday: what was delivered, what is open and stuck, what was lost, what was spent. */
@Injectable()
export class TeamOverviewService {
  constructor(
    private readonly database: Database,
    private readonly facts: TeamFacts,
    private readonly budgets: BudgetsService,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  view(who: Principal, { month: asked, clientId }: TeamQuery): Promise<TeamOverview> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const thisMonth = await this.thisMonth();
      const month = asked ?? thisMonth;
      const work = await this.facts.work(who, clientId);
      const people = (await this.team.team()).map(({ memberId, name, role }) => ({
        memberId,
        name,
        holdsWork: role !== 'viewer',
      }));
      return {
        month,
        isThisMonth: month === thisMonth,
        unansweredAfterDays: UNANSWERED_AFTER_DAYS,
        ...(await this.clients(who, month, clientId)),
        people: peopleLines(people, work, clientId),
        everybody: workFigures(work, 'everybody', clientId),
      };
    });
  }

  private async clients(
    who: Principal,
    month: string,
    clientId: string | undefined,
  ): Promise<Pick<TeamOverview, 'clients' | 'allClients'>> {
    const facts = await this.facts.month(who, month, clientId);
    const clientIds = clientId === undefined ? undefined : [clientId];
    const budgets = await this.budgets.ofClients(scopeOf(who), { clientIds });
    const spending = budgets.map(({ inOtherCurrencies, ...main }) => ({
      ...main,
      money: [main, ...inOtherCurrencies].map(moneyOf).filter(isTold),
    }));
    const clients = spending.map(({ clientId: id, clientName, money, orders }) => ({
      clientId: id,
      clientName,
      ...(monthFigures(facts, month, id) satisfies Partial<TeamMonth>),
      money,
      orders: ordersOf(orders, id),
    }));
    const orders = budgets.reduce((sum, one) => sum + one.orders, 0);
    const allClients = {
      ...monthFigures(facts, month, clientId),
      money: moneySums(spending.map(({ money }) => money)),
      orders: ordersOf(orders, clientId),
    };
    return { clients, allClients };
  }

  private async thisMonth(): Promise<string> {
    const { timeZone } = await this.team.workspace();
    return localDay(this.clock.now().getTime(), timeZone).slice(0, 7);
  }
}

function moneyOf({ currency, budgetMinor, spentMinor, committedMinor, freeMinor }: Money): Money {
  return { currency, budgetMinor, spentMinor, committedMinor, freeMinor };
}

/** A currency in which neither a budget was set nor anything was used has nothing to say. */
function isTold({ budgetMinor, spentMinor, committedMinor }: Money): boolean {
  return budgetMinor !== null || spentMinor !== 0 || committedMinor !== 0;
}

function ordersOf(count: number, clientId: string | undefined): TeamOrders {
  const { used, spent, committed } = moneyAddresses(clientId);
  return { used: { count, address: used }, spentAddress: spent, committedAddress: committed };
}
