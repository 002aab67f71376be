import { type Sight, sightOf } from './line-sight.js';
import { creditedFor, isSeen, lineState } from './line-state.js';
import {
  isStanding,
  type Order,
  type OrderLine,
  type OrderStage,
  type OrderState,
  type Placements,
} from './order.js';

/** The state of an order: as far as people took it, then what its standing lines say. What can be paid comes first. */
export function orderState(stage: OrderStage, lines: readonly OrderLine[]): OrderState {
  if (stage !== 'ordered') return stage;
  const standing = lines.filter(isStanding);
  const has = (fits: (line: OrderLine) => boolean) => standing.some(fits);
  if (standing.length === 0) return 'cancelled';
  if (has(({ state }) => state === 'payable')) return 'payable';
  if (has(({ paidOn }) => paidOn === null))
    return has(({ state }) => state === 'live' || state === 'paid') ? 'live' : 'ordered';
  return has(({ state }) => state !== 'credited') ? 'paid' : 'credited';
}

/** An order with the states its lines have by what is known now. Asking twice changes nothing more. */
export function settled(order: Order, placements: Placements, today: string): Order {
  const lines = order.lines.map((line) => settledLine(line, order, sightOf(line, order, placements, today)));
  return { ...order, lines };
}

function settledLine(line: OrderLine, order: Order, sight: Sight): OrderLine {
  if (!isStanding(line)) return line;
  const { amountMinor: creditedMinor } = creditedFor(line.id, order);
  const known = {
    ...line,
    hasBeenLive: line.hasBeenLive || isSeen(sight),
    hasBeenMet: line.hasBeenMet || sight === 'met',
  };
  return { ...known, state: lineState(known, { stage: order.stage, sight, creditedMinor }) };
}
