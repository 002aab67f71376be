import { vatOf } from './money.js';
import { isStanding, type OrderCredit, type OrderLine } from './order.js';

/** The sums of an order in its own currency: VAT is rounded for each line, then added up. */
export interface OrderTotals {
  readonly buyingMinor: number;
  readonly buyingVatMinor: number;
  /** Null as long as no line has a selling amount. */
  readonly sellingMinor: number | null;
  readonly sellingVatMinor: number | null;
  readonly payableMinor: number;
  readonly paidMinor: number;
  readonly creditedMinor: number;
  readonly creditedVatMinor: number;
}

/** Adds an order up. Replaced and cancelled lines count for nothing; what took their place does. */
export function totalsOf(
  lines: readonly OrderLine[],
  credits: readonly Pick<OrderCredit, 'amountMinor' | 'vatMinor'>[],
): OrderTotals {
  const standing = lines.filter(isStanding);
  const sold = standing.filter(({ sellingMinor }) => sellingMinor !== null);
  const bought = (fits: (line: OrderLine) => boolean) =>
    sum(standing.filter(fits), (line) => line.buyingMinor);
  return {
    buyingMinor: bought(() => true),
    buyingVatMinor: sum(standing, buyingVat),
    sellingMinor: sold.length === 0 ? null : sum(sold, (line) => line.sellingMinor ?? 0),
    sellingVatMinor: sold.length === 0 ? null : sum(sold, (line) => sellingVat(line) ?? 0),
    payableMinor: bought(({ state }) => state === 'payable'),
    paidMinor: bought(({ paidOn }) => paidOn !== null),
    creditedMinor: sum(credits, (credit) => credit.amountMinor),
    creditedVatMinor: sum(credits, (credit) => credit.vatMinor),
  };
}

/** The VAT on what a line costs. */
export function buyingVat({
  buyingMinor,
  buyingVatRate,
}: Pick<OrderLine, 'buyingMinor' | 'buyingVatRate'>): number {
  return vatOf(buyingMinor, buyingVatRate);
}

/** The VAT on what a line is sold for; null where it is not sold. */
export function sellingVat(line: Pick<OrderLine, 'sellingMinor' | 'sellingVatRate'>): number | null {
  return line.sellingMinor === null ? null : vatOf(line.sellingMinor, line.sellingVatRate);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
