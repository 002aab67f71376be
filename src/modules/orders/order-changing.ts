import { Injectable } from '@nestjs/common';
import { changeLines } from '../../core/orders/acts.js';
import { isStanding, type Order } from '../../core/orders/order.js';
import { settled } from '../../core/orders/order-state.js';
import { lastDayOf } from '../../core/orders/term.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { decided } from './decided.js';
import { type LoadedOrder, orderOf, placementsOf } from './loaded-order.js';
import type { OrderEntity } from './order.entity.js';
import { OrderDeal } from './order-deal.js';
import { orderEvent } from './order-events.js';
import { OrderLines, type WantedLines } from './order-lines.js';
import type { OrderChange } from './order-wish.dto.js';
import { OrderWriting } from './order-writing.js';
import type { OrderColumns } from './orders.repository.js';

/** Changes what was written down of an order, within the open transaction. */
@Injectable()
export class OrderChanging {
  constructor(
    private readonly deal: OrderDeal,
    private readonly lines: OrderLines,
    private readonly writing: OrderWriting,
    private readonly sites: SitesService,
    private readonly events: Events,
  ) {}

  /** Throws `order.changed_meanwhile`, `order.money_fixed` once it is ordered, and what its parts throw. */
  async change(loaded: LoadedOrder, wish: OrderChange): Promise<void> {
    const { row } = loaded;
    if (row.revision !== wish.revision)
      throw new AppError('order.changed_meanwhile', { revision: row.revision });
    refuseLateRate(loaded, wish);
    const columns: OrderColumns = {
      ...(await this.deal.columns(row, wish)),
      ...plainColumns(wish),
      ...termColumns(row, wish),
    };
    const money = await this.money(loaded, wish);
    const approval = money.order.stage === 'quoted' ? { approvedOn: null } : {};
    const now = { ...row, ...columns };
    const next = settled(
      { ...money.order, labelAgreed: now.labelAgreed, endsOn: now.endsOn },
      placementsOf({ placements: new Map([...loaded.placements, ...money.wanted.placements]) }),
      await this.sites.today(),
    );
    await this.writing.save(loaded, next, {
      columns: { ...columns, ...approval },
      details: money.wanted.details,
    });
    const fields = Object.keys(wish).filter((field) => field !== 'revision');
    if (fields.length > 0) await this.events.record(orderEvent('order.changed', now, { fields }));
  }

  /** Lines and currency: fixed once the order is placed, and a change takes an approval back. */
  private async money(
    loaded: LoadedOrder,
    wish: OrderChange,
  ): Promise<{ order: Order; wanted: WantedLines }> {
    const order = orderOf(loaded);
    const standing = order.lines.filter(isStanding);
    const isNewCurrency = wish.currency !== undefined && wish.currency !== loaded.row.currency;
    if (wish.lines === undefined && !isNewCurrency)
      return { order, wanted: { lines: standing, details: new Map(), placements: new Map() } };
    const wanted =
      wish.lines === undefined
        ? { lines: standing, details: new Map(), placements: new Map() }
        : await this.lines.read(wish.lines, {
            clientId: loaded.row.clientId,
            lines: loaded.lines,
            known: order.lines,
          });
    const placements = placementsOf({ placements: new Map([...loaded.placements, ...wanted.placements]) });
    const known = { placements, today: await this.sites.today() };
    return { order: decided(changeLines(order, wanted.lines, known)), wanted };
  }
}

/** What was paid was paid at the rate of its day. */
function refuseLateRate({ row, lines }: LoadedOrder, wish: OrderChange): void {
  const isOther =
    wish.budgetRate !== undefined || (wish.campaignId !== undefined && wish.campaignId !== row.campaignId);
  if (isOther && row.budgetRate !== null && lines.some(({ paidOn }) => paidOn !== null))
    throw new AppError('order.money_fixed', { stage: row.stage });
}

function plainColumns({ currency, poReference, labelAgreed, notes }: OrderChange): OrderColumns {
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(poReference === undefined ? {} : { poReference }),
    ...(labelAgreed === undefined ? {} : { labelAgreed }),
    ...(notes === undefined ? {} : { notes }),
  };
}

/** The days of the term; without a last day named it follows from the first one and the months. Throws `order.term_reversed`. */
function termColumns(row: OrderEntity, wish: OrderChange): OrderColumns {
  const startsOn = wish.startsOn === undefined ? row.startsOn : wish.startsOn;
  const termMonths = wish.termMonths === undefined ? row.termMonths : wish.termMonths;
  const endsOn = lastDay(row, wish, { startsOn, termMonths });
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new AppError('order.term_reversed');
  return { startsOn, termMonths, endsOn, ...(endsOn === row.endsOn ? {} : { renewalAskedAt: null }) };
}

function lastDay(
  row: OrderEntity,
  wish: OrderChange,
  { startsOn, termMonths }: Pick<OrderEntity, 'startsOn' | 'termMonths'>,
): string | null {
  if (wish.endsOn !== undefined) return wish.endsOn;
  if (wish.startsOn === undefined && wish.termMonths === undefined) return row.endsOn;
  return startsOn === null || termMonths === null ? null : lastDayOf(startsOn, termMonths);
}
