import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { RENEWAL_NOTICE_DAYS } from '../../core/orders/term.js';
import { addressOf } from '../../core/team/addresses.js';
import { laterDay } from '../../core/team/days.js';
import { scopeOf } from '../../platform/http/principal.js';
import { ApprovalsService } from '../approvals/approvals.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { type PlacementRow, PlacementsService } from '../placements/placements.service.js';
import { ReclamationsService } from '../reclaims/reclamations.service.js';
import type { MyDayItem, MyDayList } from './my-day.dto.js';
import { type DayOf, MOST_SHOWN, NOTHING_MORE, only } from './my-day-lists.js';

/** What clients decided is told for a week. */
const DECIDED_DAYS = 7;

type Order = Awaited<ReturnType<OrdersService['list']>>['items'][number];
type Told = Pick<MyDayList, 'total' | 'totalIsExact'>;

/** The lists of what others decided, what got worse, and what money waits for. */
@Injectable()
export class MyDayDecisions {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly placements: PlacementsService,
    private readonly reclamations: ReclamationsService,
    private readonly orders: OrdersService,
  ) {}

  async lists(day: DayOf): Promise<MyDayList[]> {
    const lists = [
      await this.decided(day),
      await this.worse(day),
      await this.overdue(day),
      await this.reclaims(day),
      await this.renewals(day),
    ];
    return may(day.who.role, 'manage') ? [...lists, await this.payable(day)] : lists;
  }

  private async decided({ who, today, clientId }: DayOf): Promise<MyDayList> {
    const decidedFrom = laterDay(today, -DECIDED_DAYS);
    const page = await this.approvals.list(who, {
      askedByMemberId: who.memberId,
      decidedFrom,
      limit: MOST_SHOWN,
      ...only(clientId),
    });
    const items = page.items.map((approval) => ({
      ...NOTHING_MORE,
      id: approval.id,
      title: approval.site ?? approval.title ?? approval.clientName,
      detail: approval.reason === '' ? approval.title : approval.reason,
      place: approval.clientName,
      at: approval.decidedAt,
      state: approval.state,
      address: approval.pitchId === null ? '/approvals' : `/pitches/${approval.pitchId}`,
    }));
    const words = { decidedFrom, askedBy: who.memberId, client: clientId };
    return { ...told('approvals', page, addressOf('/approvals', words)), items };
  }

  private async worse({ who, clientId }: DayOf): Promise<MyDayList> {
    const filter = { ownerMemberId: who.memberId, problem: 'worse_week', ...only(clientId) } as const;
    const page = await this.placements.list(scopeOf(who), {
      ...filter,
      sort: 'state_since',
      limit: MOST_SHOWN,
    });
    const words = { owner: who.memberId, problem: 'worse_week', client: clientId };
    const items = page.items.map((row) => ({ ...placementItem(row), at: row.stateSince }));
    return { ...told('worse', page, addressOf('/placements', words)), items };
  }

  private async overdue({ who, clientId }: DayOf): Promise<MyDayList> {
    const filter = { ownerMemberId: who.memberId, overdue: true, ...only(clientId) };
    const page = await this.placements.list(scopeOf(who), { ...filter, limit: MOST_SHOWN });
    const words = { owner: who.memberId, overdue: true, client: clientId } as const;
    const items = page.items.map((row) => ({ ...placementItem(row), dueOn: row.dueOn, isOverdue: true }));
    return { ...told('overdue', page, addressOf('/placements', words)), items };
  }

  private async reclaims({ who, clientId }: DayOf): Promise<MyDayList> {
    const page = await this.reclamations.list(scopeOf(who), {
      assigneeMemberId: who.memberId,
      state: 'open',
      limit: MOST_SHOWN,
      ...only(clientId),
    });
    const items = page.items.map((one) => ({
      ...NOTHING_MORE,
      id: one.id,
      title: one.counterparty.name,
      place: one.clientName,
      at: one.gotWorseAt,
      state: one.state,
      address: `/reclamations/${one.id}`,
    }));
    const words = { state: 'open', assignee: who.memberId, client: clientId };
    return { ...told('reclamations', page, addressOf('/reclamations', words)), items };
  }

  private async renewals({ who, today, clientId }: DayOf): Promise<MyDayList> {
    const endingBefore = laterDay(today, RENEWAL_NOTICE_DAYS);
    const page = await this.orders.list(scopeOf(who), {
      ownerMemberId: who.memberId,
      endingBefore,
      sort: 'ends',
      limit: MOST_SHOWN,
      ...only(clientId),
    });
    const words = { ending: endingBefore, owner: who.memberId, client: clientId };
    const items = page.items.map((order) => ({
      ...orderItem(order),
      dueOn: order.endsOn,
      isOverdue: order.endsOn !== null && order.endsOn < today,
    }));
    return { ...told('renewals', page, addressOf('/orders', words)), items };
  }

  /** Payments are a manager's: whoever may make one sees all that wait. */
  private async payable({ who, clientId }: DayOf): Promise<MyDayList> {
    const filter = { state: ['payable' as const], limit: MOST_SHOWN, ...only(clientId) };
    const page = await this.orders.list(scopeOf(who), filter);
    const items = page.items.map((order) => ({
      ...orderItem(order),
      amountMinor: order.sums.payableMinor,
      currency: order.currency,
    }));
    const address = addressOf('/orders', { state: 'payable', client: clientId });
    return { ...told('payable', page, address), items };
  }
}

function told(key: MyDayList['key'], { total, totalIsExact }: Told, address: string) {
  return { key, total, totalIsExact, address };
}

function placementItem(row: PlacementRow): MyDayItem {
  return {
    ...NOTHING_MORE,
    id: row.id,
    title: row.sourceHost,
    detail: row.targetPath,
    place: row.brandName,
    state: row.state,
    address: `/placements/${row.id}`,
  };
}

function orderItem(order: Order): MyDayItem {
  return {
    ...NOTHING_MORE,
    id: order.id,
    title: order.supplier?.name ?? order.hosts[0] ?? `#${order.number}`,
    detail: `#${order.number}`,
    place: order.campaignName ?? order.brandName,
    state: order.state,
    address: `/orders/${order.id}`,
  };
}
