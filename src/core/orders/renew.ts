import type { LineAmounts, Order, OrderLine } from './order.js';
import { renewableLines } from './term.js';

/** Lines that go on in a later order: which line goes on as which. */
export type Renewed = ReadonlyMap<string, string>;

/** The lines of the order that goes on with this one: the same deals, nothing of them paid. `ids` answers the id of each new line. */
export function linesToRenew(
  order: Pick<Order, 'lines'>,
  newId: () => string,
): { readonly lines: readonly OrderLine[]; readonly renewed: Renewed } {
  const pairs = renewableLines(order.lines).map((line) => [line, newId()] as const);
  return {
    lines: pairs.map(([line, id]) => newLine(id, line.placementId, line)),
    renewed: new Map(pairs.map(([line, id]) => [line.id, id])),
  };
}

/** A line nobody has paid and nothing is known of. */
export function newLine(id: string, placementId: string | null, amounts: LineAmounts): OrderLine {
  return {
    id,
    placementId,
    buyingMinor: amounts.buyingMinor,
    buyingVatRate: amounts.buyingVatRate,
    sellingMinor: amounts.sellingMinor,
    sellingVatRate: amounts.sellingVatRate,
    replacesLineId: null,
    renewedByLineId: null,
    state: 'open',
    hasBeenLive: false,
    hasBeenMet: false,
    paidOn: null,
  };
}

/** An order that another one goes on with. */
export function markRenewed(order: Order, renewed: Renewed): Order {
  const lines = order.lines.map((line) => {
    const next = renewed.get(line.id);
    return next === undefined ? line : { ...line, renewedByLineId: next };
  });
  return { ...order, renewal: 'renewed', lines };
}

/** An order whose renewal fell through for these lines of the later order; with `isCalledOff` it can be renewed anew. */
export function takeRenewalBack(order: Order, newLineIds: ReadonlySet<string>, isCalledOff: boolean): Order {
  const lines = order.lines.map((line) =>
    line.renewedByLineId !== null && newLineIds.has(line.renewedByLineId)
      ? { ...line, renewedByLineId: null }
      : line,
  );
  return { ...order, renewal: isCalledOff ? 'undecided' : order.renewal, lines };
}

/** The line at the beginning of a row of replacements. */
export function firstOf(lineId: string, lines: Order['lines']): string {
  const before = lines.find(({ id }) => id === lineId)?.replacesLineId ?? null;
  return before === null ? lineId : firstOf(before, lines);
}
