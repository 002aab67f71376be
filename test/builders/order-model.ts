import fc from 'fast-check';

/** Something that happens to one of the orders. `order` and `line` are places in their lists. */
export type OrderStep =
  | { readonly does: 'approve' | 'order' | 'cancel' | 'pay_all' | 'renew'; readonly order: number }
  | { readonly does: 'pay' | 'replace' | 'drop'; readonly order: number; readonly line: number }
  | { readonly does: 'change'; readonly order: number; readonly line: number; readonly amountMinor: number }
  | { readonly does: 'see'; readonly order: number; readonly line: number; readonly sight: ModelSight }
  | {
      readonly does: 'credit';
      readonly order: number;
      readonly line: number;
      /** Of what could still come back, in hundredths; above 100 is more than was paid. */
      readonly share: number;
    };

/** What is seen of a placement. `unlabelled`: live, without the label that was agreed. */
export const MODEL_SIGHTS = ['live', 'unlabelled', 'differs', 'lost'] as const;
export type ModelSight = (typeof MODEL_SIGHTS)[number];

const place = { order: fc.constantFrom(0, 0, 1, 1, 2), line: fc.nat({ max: 1 }) };

const ALREADY: readonly OrderStep[] = [
  { does: 'approve', order: 0 },
  { does: 'order', order: 0 },
  { does: 'see', order: 0, line: 0, sight: 'live' },
  { does: 'see', order: 0, line: 1, sight: 'live' },
  { does: 'pay', order: 0, line: 0 },
  { does: 'renew', order: 0 },
  { does: 'approve', order: 1 },
  { does: 'order', order: 1 },
  { does: 'pay_all', order: 1 },
];

/** Any steps; many are against the rules. */
const anySteps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('approve', 'order'), order: place.order }) },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constantFrom('pay_all', 'renew'), order: place.order }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), order: place.order }) },
    { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('pay', 'replace'), ...place }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('drop' as const), ...place }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('change' as const),
        ...place,
        amountMinor: fc.integer({ min: 0, max: 1_000_000 }),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        does: fc.constant('see' as const),
        ...place,
        sight: fc.constantFrom('live', 'live', 'live', ...MODEL_SIGHTS),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        does: fc.constant('credit' as const),
        ...place,
        share: fc.constantFrom(1, 33, 50, 100, 100, 101),
      }),
    },
  ),
  { minLength: 1, maxLength: 25 },
);

/** Any sequence of what can happen to an order of two lines and to those that renew it, from any point of its usual life on. */
export const orderSteps = fc
  .tuple(fc.nat({ max: ALREADY.length }), anySteps)
  .map(([already, steps]): OrderStep[] => [...ALREADY.slice(0, already), ...steps]);

/** A deal about one link: its money stays one however often the link is put elsewhere. */
interface Deal {
  readonly vatRate: number;
  amountMinor: number;
  /** Where the link stands: one place for a deal and those that renew it. */
  place: { sight: 'none' | ModelSight };
  isPaid: boolean;
  isDropped: boolean;
  creditedMinor: number;
  creditedVatMinor: number;
}

interface ModelOrder {
  stage: 'quoted' | 'approved' | 'ordered' | 'cancelled';
  isRenewed: boolean;
  readonly renews: ModelOrder | null;
  readonly deals: Deal[];
}

/** What a budget says of one order; amounts in its currency. */
export interface ModelFigures {
  readonly committedMinor: number;
  readonly spentMinor: number;
  readonly creditedMinor: number;
}

/** The simplest account of orders: each deal has one amount, which nobody owes, which is promised, or which is paid. */
export class OrderBook {
  readonly orders: ModelOrder[];

  constructor(lines: readonly { readonly amountMinor: number; readonly vatRate: number }[]) {
    this.orders = [{ stage: 'quoted', isRenewed: false, renews: null, deals: lines.map(deal) }];
  }

  /** Plays a step; answers whether the rules allow it. A refused one changes nothing. */
  play(step: OrderStep): boolean {
    const order = this.orders[step.order];
    if (order === undefined) return false;
    if ('line' in step) {
      const one = order.deals[step.line];
      return one !== undefined && this.playLine(step, order, one);
    }
    return this.playOrder(step.does, order);
  }

  /** What may still come back for a deal. */
  restOf(order: number, line: number): number {
    const one = this.orders[order]?.deals[line];
    return one === undefined ? 0 : one.amountMinor - one.creditedMinor;
  }

  /** What one order uses of its budget; `inBudget` turns an amount of the order into one of the budget. */
  figures(order: number, inBudget: (minor: number) => number = (minor) => minor): ModelFigures {
    const { stage, deals } = this.orders[order] as ModelOrder;
    const standing = stage === 'quoted' ? [] : deals.filter((one) => !one.isDropped);
    const sum = (of: (one: Deal) => number) => standing.reduce((total, one) => total + of(one), 0);
    return {
      committedMinor: sum((one) => (one.isPaid ? 0 : inBudget(one.amountMinor))),
      spentMinor: sum((one) => (one.isPaid ? inBudget(one.amountMinor) : 0)),
      creditedMinor: sum((one) => inBudget(one.creditedMinor)),
    };
  }

  /** The VAT of what one order still buys, and of what came back. */
  vat(order: number): { readonly buyingVatMinor: number; readonly creditedVatMinor: number } {
    const deals = (this.orders[order]?.deals ?? []).filter((one) => !one.isDropped);
    return {
      buyingVatMinor: deals.reduce((total, one) => total + vat(one.amountMinor, one.vatRate), 0),
      creditedVatMinor: deals.reduce((total, one) => total + one.creditedVatMinor, 0),
    };
  }

  state(order: number): string {
    const { stage, deals } = this.orders[order] as ModelOrder;
    const standing = deals.filter((one) => !one.isDropped);
    if (stage !== 'ordered') return stage;
    if (standing.some(isPayable)) return 'payable';
    if (standing.every((one) => one.isPaid)) return standing.every(isGivenBack) ? 'credited' : 'paid';
    const isLive = (one: Deal) => {
      if (isGivenBack(one) || one.place.sight === 'lost') return false;
      return one.isPaid || one.place.sight !== 'none';
    };
    return standing.some(isLive) ? 'live' : 'ordered';
  }

  private playOrder(does: string, order: ModelOrder): boolean {
    const acts: Readonly<Record<string, () => boolean>> = {
      approve: () => moved(order, 'quoted', 'approved'),
      order: () => moved(order, 'approved', 'ordered'),
      cancel: () => cancelled(order),
      pay_all: () => order.stage === 'ordered' && paid(order.deals.filter((one) => isPayable(one))),
      renew: () => this.renewed(order),
    };
    return acts[does]?.() ?? false;
  }

  private playLine(step: Extract<OrderStep, { line: number }>, order: ModelOrder, one: Deal): boolean {
    if (one.isDropped || order.stage === 'cancelled') return false;
    const acts: Readonly<Record<typeof step.does, () => boolean>> = {
      change: () => step.does === 'change' && changed(order, one, step.amountMinor),
      see: () => step.does === 'see' && seen(one, step.sight),
      pay: () => order.stage === 'ordered' && isPayable(one) && paid([one]),
      replace: () => !isGivenBack(one) && put(one, { sight: 'none' }),
      drop: () => dropped(order, one),
      credit: () =>
        step.does === 'credit' && credited(one, amountOf(step.share, one.amountMinor - one.creditedMinor)),
    };
    return acts[step.does]();
  }

  private renewed(order: ModelOrder): boolean {
    const goesOn = order.deals.filter(
      (one) => !one.isDropped && !isGivenBack(one) && one.place.sight !== 'lost',
    );
    if (order.stage !== 'ordered' || order.isRenewed || goesOn.length === 0) return false;
    order.isRenewed = true;
    const deals = goesOn.map((one) => ({ ...deal(one), place: one.place }));
    this.orders.push({ stage: 'quoted', isRenewed: false, renews: order, deals });
    return true;
  }
}

/** What a share of a rest is: at least one unit. */
export function amountOf(share: number, restMinor: number): number {
  return Math.max(1, Math.ceil((restMinor * share) / 100));
}

/** VAT, half a unit up: written otherwise than the program does. */
export function vat(netMinor: number, rate: number): number {
  return Number((BigInt(netMinor) * BigInt(rate) + 5000n) / 10_000n);
}

function deal({ amountMinor, vatRate }: { amountMinor: number; vatRate: number }): Deal {
  const money = { isPaid: false, isDropped: false, creditedMinor: 0, creditedVatMinor: 0 };
  return { amountMinor, vatRate, place: { sight: 'none' }, ...money };
}

function isPayable(one: Deal): boolean {
  return !one.isDropped && !one.isPaid && one.place.sight === 'live';
}

function isGivenBack(one: Deal): boolean {
  return one.isPaid && one.amountMinor > 0 && one.creditedMinor === one.amountMinor;
}

function moved(order: ModelOrder, from: ModelOrder['stage'], to: ModelOrder['stage']): boolean {
  if (order.stage !== from) return false;
  order.stage = to;
  return true;
}

function cancelled(order: ModelOrder): boolean {
  if (order.stage === 'cancelled' || order.deals.some((one) => one.isPaid)) return false;
  for (const one of order.deals) one.isDropped = true;
  calledOff(order);
  return true;
}

/** What was to be renewed by it can be renewed again. */
function calledOff(order: ModelOrder): void {
  order.stage = 'cancelled';
  if (order.renews !== null) order.renews.isRenewed = false;
}

function changed(order: ModelOrder, one: Deal, amountMinor: number): boolean {
  if (order.stage === 'ordered') return false;
  order.stage = 'quoted';
  one.amountMinor = amountMinor;
  return true;
}

function seen(one: Deal, sight: ModelSight): boolean {
  one.place.sight = sight;
  return true;
}

function put(one: Deal, place: Deal['place']): boolean {
  one.place = place;
  return true;
}

function paid(deals: readonly Deal[]): boolean {
  for (const one of deals) one.isPaid = true;
  return deals.length > 0;
}

function dropped(order: ModelOrder, one: Deal): boolean {
  if (one.isPaid) return false;
  one.isDropped = true;
  if (order.deals.every((other) => other.isDropped)) calledOff(order);
  return true;
}

/** The VAT that belongs to the amount; the last credit takes what is left. */
function credited(one: Deal, amountMinor: number): boolean {
  const restMinor = one.amountMinor - one.creditedMinor;
  if (!one.isPaid || amountMinor > restMinor) return false;
  const restVat = vat(one.amountMinor, one.vatRate) - one.creditedVatMinor;
  const vatMinor = amountMinor === restMinor ? restVat : Math.min(vat(amountMinor, one.vatRate), restVat);
  one.creditedMinor += amountMinor;
  one.creditedVatMinor += vatMinor;
  return true;
}
