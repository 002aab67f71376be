import { readRate } from '../../core/orders/money.js';
import type { Order, OrderLine, PlacementFacts, Placements } from '../../core/orders/order.js';
import type { PlacementState } from '../../core/placements/placement.js';
import { googleRel } from '../../core/verifier/rel.js';
import type { OrderEntity } from './order.entity.js';
import type { OrderCreditEntity } from './order-credit.entity.js';
import type { OrderLineEntity } from './order-line.entity.js';

/** A placement of a line, as orders need it. */
export interface PlacementOfLine {
  readonly id: string;
  readonly clientId: string;
  readonly siteId: string | null;
  readonly state: PlacementState;
  readonly seenRel: string | null;
  readonly rechecking: boolean;
  readonly sourceUrl: string | null;
  readonly sourceHost: string;
  readonly targetUrl: string;
}

/** An order as the database keeps it, with what its rules need. */
export interface LoadedOrder {
  readonly row: OrderEntity;
  /** By position. */
  readonly lines: readonly OrderLineEntity[];
  /** By the time they were recorded. */
  readonly credits: readonly OrderCreditEntity[];
  readonly placements: ReadonlyMap<string, PlacementOfLine>;
}

/** The order as its rules see it. */
export function orderOf({ row, lines, credits }: LoadedOrder): Order {
  const { stage, labelAgreed, endsOn, renewal } = row;
  return { stage, labelAgreed, endsOn, renewal, lines: lines.map(lineOf), credits };
}

/** What the rules know of its placements. */
export function placementsOf({ placements }: Pick<LoadedOrder, 'placements'>): Placements {
  return new Map([...placements].map(([id, placement]) => [id, factsOf(placement)]));
}

function factsOf({ state, seenRel }: PlacementOfLine): PlacementFacts {
  return { state, rel: seenRel === null ? null : googleRel(seenRel) };
}

function lineOf(line: OrderLineEntity): OrderLine {
  return { ...line, hasBeenLive: line.liveAt !== null, hasBeenMet: line.metAt !== null };
}

/** The rate to the budget's currency without the noughts the column fills up with. */
export function rateOf(row: Pick<OrderEntity, 'budgetRate'>): string | null {
  return row.budgetRate === null ? null : readRate(row.budgetRate);
}
