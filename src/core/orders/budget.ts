import { convert } from './money.js';
import { isStanding, type Order } from './order.js';
import { firstOf } from './renew.js';

/**
 * What orders use of a budget, from buying amounts without VAT. Every amount is in exactly one place: committed from the approval on,
 * spent once it is paid; what comes back stands beside it as credited.
 */
export interface BudgetFigures {
  readonly committedMinor: number;
  readonly spentMinor: number;
  readonly creditedMinor: number;
}

/** An order as budgets see it. */
export interface BudgetedOrder extends Pick<Order, 'stage' | 'lines' | 'credits'> {
  readonly currency: string;
  /** What one unit of `currency` is worth in `budgetCurrency`, as agreed with the order; null where nobody said. */
  readonly budgetRate: string | null;
  readonly budgetCurrency: string | null;
  /** The day the money was promised: of the order, before that of the approval. */
  readonly committedOn: string | null;
}

interface Posting {
  readonly kind: keyof BudgetFigures;
  readonly on: string | null;
  readonly amountMinor: number;
}

const NOTHING: BudgetFigures = { committedMinor: 0, spentMinor: 0, creditedMinor: 0 };

/** The currency an order's amounts count in: that of the budget where it is the same or a rate was agreed, otherwise its own. */
export function countedIn(order: Omit<BudgetedOrder, keyof Order>, budgetCurrency: string | null): string {
  const isConverted = order.budgetRate !== null && order.budgetCurrency === budgetCurrency;
  return isConverted && budgetCurrency !== null ? budgetCurrency : order.currency;
}

/**
 * What orders use of budgets, by currency. `currencyOf` answers the currency of the budget an order belongs to; `month` (YYYY-MM) leaves
 * only what was committed, paid or credited in it.
 */
export function budgetFigures<One extends BudgetedOrder>(
  orders: readonly One[],
  currencyOf: (order: One) => string | null,
  month: string | null = null,
): ReadonlyMap<string, BudgetFigures> {
  const figures = new Map<string, BudgetFigures>();
  for (const order of orders) {
    const currency = countedIn(order, currencyOf(order));
    for (const { kind, on, amountMinor } of postings(order, currency)) {
      if (month !== null && on?.startsWith(month) !== true) continue;
      const before = figures.get(currency) ?? NOTHING;
      figures.set(currency, { ...before, [kind]: before[kind] + amountMinor });
    }
  }
  return figures;
}

function postings(order: BudgetedOrder, currency: string): Posting[] {
  if (order.stage === 'quoted') return [];
  const inBudget = (minor: number) =>
    currency === order.currency || order.budgetRate === null
      ? minor
      : convert(minor, order.budgetRate, order.currency, currency);
  const bought = order.lines.filter(isStanding).map(
    ({ paidOn, buyingMinor }): Posting => ({
      kind: paidOn === null ? 'committedMinor' : 'spentMinor',
      on: paidOn ?? order.committedOn,
      amountMinor: inBudget(buyingMinor),
    }),
  );
  return [...bought, ...creditPostings(order, inBudget)];
}

/** Each credit counts for what it adds to the converted sum of its line, so that parts never come to more or less than the whole. */
function creditPostings({ lines, credits }: BudgetedOrder, inBudget: (minor: number) => number): Posting[] {
  const soFar = new Map<string, number>();
  return credits.map(({ lineId, amountMinor, creditedOn }) => {
    const root = firstOf(lineId, lines);
    const before = soFar.get(root) ?? 0;
    soFar.set(root, before + amountMinor);
    const added = inBudget(before + amountMinor) - inBudget(before);
    return { kind: 'creditedMinor', on: creditedOn, amountMinor: added };
  });
}

/** What is left of a budget; null where none was set. It is below nought when more was promised than there is. */
export function freeOf(budgetMinor: number | null, figures: BudgetFigures): number | null {
  if (budgetMinor === null) return null;
  return budgetMinor - figures.committedMinor - figures.spentMinor + figures.creditedMinor;
}
