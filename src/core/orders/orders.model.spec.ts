import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  amountOf,
  type ModelSight,
  OrderBook,
  type OrderStep,
  orderSteps,
} from '../../../test/builders/order-model.js';
import {
  advance,
  cancel,
  changeLines,
  credit,
  dropLine,
  type OrderDecision,
  pay,
  replaceLine,
} from './acts.js';
import { budgetFigures } from './budget.js';
import { convert } from './money.js';
import { isStanding, type Order, type OrderLine, type PlacementFacts } from './order.js';
import { orderState, settled } from './order-state.js';
import { linesToRenew, markRenewed, newLine, takeRenewalBack } from './renew.js';
import { renewalRefusal } from './term.js';
import { totalsOf } from './totals.js';

const TODAY = '2026-11-20';
const FACTS: Readonly<Record<ModelSight, PlacementFacts>> = {
  live: { state: 'live', rel: ['sponsored'] },
  unlabelled: { state: 'live', rel: [] },
  differs: { state: 'differs', rel: ['sponsored'] },
  lost: { state: 'removed', rel: ['sponsored'] },
};

interface Deal {
  readonly amountMinor: number;
  readonly vatRate: number;
}

/** Orders played through the rules, as the program keeps them. */
class RealOrders {
  readonly orders: Order[] = [];
  private readonly placements = new Map<string, PlacementFacts>();
  private ids = 0;

  constructor(deals: readonly Deal[]) {
    const lines = deals.map(({ amountMinor, vatRate }) => {
      const amounts = {
        buyingMinor: amountMinor,
        buyingVatRate: vatRate,
        sellingMinor: null,
        sellingVatRate: 0,
      };
      return newLine(this.id(), this.awaited(), amounts);
    });
    const plain = {
      stage: 'quoted',
      labelAgreed: 'sponsored',
      endsOn: '2027-11-19',
      renewal: 'undecided',
    } as const;
    this.orders.push({ ...plain, lines, credits: [] });
  }

  /** Answers whether the rules let the step be. */
  play(step: OrderStep): boolean {
    const order = this.orders[step.order];
    if (order === undefined || ('line' in step && step.line >= rootsOf(order).length)) return false;
    if (step.does === 'renew') return this.renew(step.order, order);
    if (step.does === 'see') return this.see(this.line(order, step.line), step.sight);
    const decided = this.decide(step, order);
    if (!decided.ok) return false;
    this.orders[step.order] = decided.value;
    this.freeRenewed(step.order, order, decided.value);
    return true;
  }

  /** The line a place in the model's list stands for now: the last one of its row of replacements. */
  line(order: Order, place: number): OrderLine {
    const roots = rootsOf(order);
    let line = roots[place] as OrderLine;
    for (let next: OrderLine | undefined = line; next !== undefined; ) {
      line = next;
      next = order.lines.find(({ replacesLineId }) => replacesLineId === line.id);
    }
    return line;
  }

  private decide(step: OrderStep, order: Order): OrderDecision {
    const known = this.known;
    if (!('line' in step)) {
      if (step.does === 'cancel') return cancel(order, known);
      return step.does === 'pay_all'
        ? pay(order, { lineIds: null, paidOn: TODAY }, known)
        : advance(order, step.does as 'approve', known);
    }
    const line = this.line(order, step.line);
    switch (step.does) {
      case 'change':
        return this.change(order, line, step.amountMinor);
      case 'pay':
        return pay(order, { lineIds: [line.id], paidOn: TODAY }, known);
      case 'replace':
        return replaceLine(
          order,
          { lineId: line.id, newLineId: this.id(), placementId: this.awaited() },
          known,
        );
      case 'drop':
        return dropLine(order, line.id, known);
      case 'credit':
      case 'see':
        return credit(order, this.creditWish(order, line, step), known);
    }
  }

  private change(order: Order, line: OrderLine, amountMinor: number): OrderDecision {
    const others = order.lines.filter((one) => isStanding(one) && one.id !== line.id);
    return changeLines(order, [...others, { ...line, buyingMinor: amountMinor }], this.known);
  }

  private creditWish(order: Order, line: OrderLine, step: OrderStep) {
    const share = step.does === 'credit' ? step.share : 0;
    const rows = order.credits.filter(
      ({ lineId }) => this.rootOf(order, lineId) === this.rootOf(order, line.id),
    );
    const restMinor = line.buyingMinor - rows.reduce((total, { amountMinor }) => total + amountMinor, 0);
    return { lineId: line.id, amountMinor: amountOf(share, restMinor), vatMinor: null, creditedOn: TODAY };
  }

  private rootOf(order: Order, lineId: string): string {
    const before = order.lines.find(({ id }) => id === lineId)?.replacesLineId ?? null;
    return before === null ? lineId : this.rootOf(order, before);
  }

  private renew(index: number, order: Order): boolean {
    if (renewalRefusal(order, 'renew') !== null) return false;
    const { lines, renewed } = linesToRenew(order, () => this.id());
    this.orders[index] = markRenewed(order, renewed);
    this.orders.push({ ...order, stage: 'quoted', renewal: 'undecided', lines, credits: [] });
    this.settle();
    return true;
  }

  private freeRenewed(index: number, before: Order, after: Order): void {
    const gone = after.lines.filter(
      ({ id, state }) =>
        state === 'cancelled' && before.lines.find((one) => one.id === id)?.state !== 'cancelled',
    );
    const ids = new Set(gone.map(({ id }) => this.rootOf(after, id)));
    this.orders.forEach((order, other) => {
      const isFor = order.lines.some(
        ({ renewedByLineId }) => renewedByLineId !== null && ids.has(renewedByLineId),
      );
      if (isFor && other !== index)
        this.orders[other] = takeRenewalBack(order, ids, after.stage === 'cancelled');
    });
  }

  private see(line: OrderLine, sight: ModelSight): boolean {
    this.placements.set(String(line.placementId), FACTS[sight]);
    this.settle();
    return true;
  }

  private settle(): void {
    this.orders.forEach((order, index) => {
      this.orders[index] = settled(order, this.placements, TODAY);
    });
  }

  private get known() {
    return { placements: this.placements, today: TODAY };
  }

  private id(): string {
    this.ids += 1;
    return `id${String(this.ids)}`;
  }

  private awaited(): string {
    const id = this.id();
    this.placements.set(id, { state: 'awaited', rel: null });
    return id;
  }
}

/** The lines an order began with, in their order: ids count up. */
function rootsOf({ lines }: Order): OrderLine[] {
  const roots = lines.filter(({ replacesLineId }) => replacesLineId === null);
  return roots.sort((one, other) => Number(one.id.slice(2)) - Number(other.id.slice(2)));
}

const RATE = '0.0061237519';
const inEuro = (yen: number) => convert(yen, RATE, 'JPY', 'EUR');
const asBudgeted = (order: Order) => ({
  ...order,
  currency: 'JPY',
  budgetRate: RATE,
  budgetCurrency: 'EUR',
  committedOn: TODAY,
});

/** Every figure of the program beside that of the model. */
function agrees(real: RealOrders, book: OrderBook): void {
  expect(real.orders).toHaveLength(book.orders.length);
  real.orders.forEach((order, index) => {
    const nothing = { committedMinor: 0, spentMinor: 0, creditedMinor: 0 };
    const own = budgetFigures([asBudgeted(order)], () => null).get('JPY') ?? nothing;
    const converted = budgetFigures([asBudgeted(order)], () => 'EUR').get('EUR') ?? nothing;
    const { buyingVatMinor, creditedVatMinor, creditedMinor } = totalsOf(order.lines, order.credits);
    expect([
      orderState(order.stage, order.lines),
      own,
      converted,
      { buyingVatMinor, creditedVatMinor },
    ]).toEqual([book.state(index), book.figures(index), book.figures(index, inEuro), book.vat(index)]);
    expect(creditedMinor).toBeLessThanOrEqual(own.spentMinor);
    if (order.stage !== 'quoted') expect(own.committedMinor + own.spentMinor).toBe(standingSum(order));
  });
}

function standingSum(order: Order): number {
  return order.lines.filter(isStanding).reduce((total, { buyingMinor }) => total + buyingMinor, 0);
}

const deals = fc.tuple(
  ...[0, 1].map(() =>
    fc.record({
      amountMinor: fc.integer({ min: 0, max: 1_000_000 }),
      vatRate: fc.constantFrom(0, 900, 2100, 1955, 10_000),
    }),
  ),
);

describe('orders', () => {
  it('count no amount twice and lose none after any sequence, VAT and other currencies to the unit', () => {
    let refusals = 0;
    let acts = 0;
    fc.assert(
      fc.property(deals, orderSteps, (lines, steps) => {
        const book = new OrderBook(lines);
        const real = new RealOrders(lines);
        for (const step of steps) {
          const isAllowed = book.play(step);
          if (step.does === 'see' && !isAllowed) continue;
          expect([step, real.play(step)]).toEqual([step, isAllowed]);
          if (isAllowed) acts += 1;
          else refusals += 1;
          agrees(real, book);
        }
      }),
      { numRuns: 2000 },
    );
    expect(acts).toBeGreaterThan(8000);
    expect(refusals).toBeGreaterThan(4000);
  }, 60_000);
});
