import { sightOf } from './line-sight.js';
import { creditedFor, whyNotPayable } from './line-state.js';
import { vatOf } from './money.js';
import {
  type Decision,
  isStanding,
  type Order,
  type OrderLine,
  type OrderStage,
  type Placements,
  type Refusal,
} from './order.js';
import { settled } from './order-state.js';

/** What acts are judged by beside the order: what is known of its placements, and today. */
export interface Known {
  readonly placements: Placements;
  readonly today: string;
}

/** Why an act with an order is refused. */
export type OrderRefusal =
  | 'order.act_not_allowed'
  | 'order.without_lines'
  | 'order.money_fixed'
  | 'order.paid_already'
  | 'order.nothing_payable'
  | 'order.line_not_payable'
  | 'order.line_not_found'
  | 'order.line_closed'
  | 'order.line_paid'
  | 'order.line_not_paid'
  | 'order.credit_too_high'
  | 'order.credit_vat_too_high';

export type OrderDecision = Decision<Order, OrderRefusal>;

/** The stages from which people take an order to the next one. */
const FROM: Readonly<Record<'approve' | 'order', OrderStage>> = { approve: 'quoted', order: 'approved' };
const TO: Readonly<Record<'approve' | 'order', OrderStage>> = { approve: 'approved', order: 'ordered' };

/** Takes an order one stage on: a quote is approved, what was approved is ordered. */
export function advance(order: Order, act: 'approve' | 'order', known: Known): OrderDecision {
  if (order.stage !== FROM[act]) return refused('order.act_not_allowed', { act, stage: order.stage });
  if (!order.lines.some(isStanding)) return refused('order.without_lines');
  return done({ ...order, stage: TO[act] }, known);
}

/**
 * Puts other lines in the place of those that stand in an order that is not placed yet; closed ones stay. A change takes an approval back.
 */
export function changeLines(order: Order, lines: readonly OrderLine[], known: Known): OrderDecision {
  if (order.stage !== 'quoted' && order.stage !== 'approved')
    return refused('order.money_fixed', { stage: order.stage });
  if (lines.length === 0) return refused('order.without_lines');
  const closed = order.lines.filter((line) => !isStanding(line));
  const touched = closed.find(({ id }) => lines.some((line) => line.id === id));
  if (touched !== undefined) return refused('order.line_closed', { state: touched.state });
  return done({ ...order, lines: [...closed, ...lines], stage: 'quoted' }, known);
}

/** Calls an order off. Once money has gone out it is credited instead. */
export function cancel(order: Order, known: Known): OrderDecision {
  if (order.stage === 'cancelled')
    return refused('order.act_not_allowed', { act: 'cancel', stage: order.stage });
  if (order.lines.some(({ paidOn }) => paidOn !== null)) return refused('order.paid_already');
  const lines = order.lines.map((line) =>
    isStanding(line) ? { ...line, state: 'cancelled' as const } : line,
  );
  return done({ ...order, stage: 'cancelled', lines }, known);
}

/** What was paid and when; `lineIds` null for all that may be paid. */
export interface Payment {
  readonly lineIds: readonly string[] | null;
  readonly paidOn: string;
}

/** Notes that the supplier was paid. Nothing unverified is ever paid. */
export function pay(order: Order, { lineIds, paidOn }: Payment, known: Known): OrderDecision {
  const now = settled(order, known.placements, known.today);
  const chosen = lineIds ?? now.lines.filter(({ state }) => state === 'payable').map(({ id }) => id);
  if (chosen.length === 0) return refused('order.nothing_payable', { reason: firstReason(now, known) });
  for (const id of chosen) {
    const line = now.lines.find((one) => one.id === id);
    if (line === undefined) return refused('order.line_not_found', { id });
    if (line.state !== 'payable')
      return refused('order.line_not_payable', { id, state: line.state, reason: reasonOf(line, now, known) });
  }
  return done(
    withLines(now, new Set(chosen), (line) => ({ ...line, paidOn })),
    known,
  );
}

/** What a credit is for and how much comes back; without `vatMinor` the VAT that belongs to the amount. */
export interface CreditWish {
  readonly lineId: string;
  readonly amountMinor: number;
  readonly vatMinor: number | null;
  readonly creditedOn: string;
}

/** Notes what a supplier gave back. All credits of a line together are never above what was paid for it, VAT apart. */
export function credit(order: Order, wish: CreditWish, known: Known): OrderDecision {
  const line = order.lines.find(({ id }) => id === wish.lineId);
  if (line === undefined) return refused('order.line_not_found', { id: wish.lineId });
  if (!isStanding(line)) return refused('order.line_closed', { state: line.state });
  if (line.paidOn === null) return refused('order.line_not_paid');
  const given = creditedFor(line.id, order);
  const restMinor = line.buyingMinor - given.amountMinor;
  if (wish.amountMinor > restMinor) return refused('order.credit_too_high', { restMinor });
  const restVatMinor = vatOf(line.buyingMinor, line.buyingVatRate) - given.vatMinor;
  const vatMinor = wish.vatMinor ?? usualVat(line, wish.amountMinor, { restMinor, restVatMinor });
  if (vatMinor > restVatMinor) return refused('order.credit_vat_too_high', { restVatMinor });
  const { lineId, amountMinor, creditedOn } = wish;
  return done(
    { ...order, credits: [...order.credits, { lineId, amountMinor, vatMinor, creditedOn }] },
    known,
  );
}

/** The last credit takes the VAT that is left, so that nothing remains by rounding. */
function usualVat(
  line: OrderLine,
  amountMinor: number,
  rest: { restMinor: number; restVatMinor: number },
): number {
  if (amountMinor === rest.restMinor) return rest.restVatMinor;
  return Math.min(vatOf(amountMinor, line.buyingVatRate), rest.restVatMinor);
}

/** The line that takes another's place: its own id and placement, all else is taken over. */
export interface Replacing {
  readonly lineId: string;
  readonly newLineId: string;
  readonly placementId: string;
}

/** A replacement takes the line over with its amounts and with what was paid and credited: its money is counted once. */
export function replaceLine(order: Order, wish: Replacing, known: Known): OrderDecision {
  const line = openLine(order, wish.lineId);
  if (!line.ok) return line;
  if (line.value.state === 'credited') return refused('order.line_closed', { state: 'credited' });
  const fresh: OrderLine = {
    ...line.value,
    id: wish.newLineId,
    placementId: wish.placementId,
    replacesLineId: line.value.id,
    state: 'open',
    hasBeenLive: false,
    hasBeenMet: false,
  };
  const lines = order.lines.flatMap((one): OrderLine[] =>
    one.id === wish.lineId ? [{ ...one, state: 'replaced' }, fresh] : [one],
  );
  return done({ ...order, lines }, known);
}

/** Takes a line out of an order: nothing is owed for it. A paid one is credited instead. */
export function dropLine(order: Order, lineId: string, known: Known): OrderDecision {
  const line = openLine(order, lineId);
  if (!line.ok) return line;
  if (line.value.paidOn !== null) return refused('order.line_paid');
  const dropped = withLines(order, new Set([lineId]), (one) => ({ ...one, state: 'cancelled' }));
  const stage = dropped.lines.some(isStanding) ? dropped.stage : 'cancelled';
  return done({ ...dropped, stage }, known);
}

/** Ties a line to the placement it buys. Once it is paid another one is a replacement. */
export function tieLine(
  order: Order,
  { lineId, placementId }: { readonly lineId: string; readonly placementId: string },
  known: Known,
): OrderDecision {
  const line = openLine(order, lineId);
  if (!line.ok) return line;
  if (line.value.placementId === placementId) return done(order, known);
  if (line.value.paidOn !== null) return refused('order.line_paid');
  const tied = { placementId, hasBeenLive: false, hasBeenMet: false };
  return done(
    withLines(order, new Set([lineId]), (one) => ({ ...one, ...tied })),
    known,
  );
}

function openLine(order: Order, id: string): Decision<OrderLine, OrderRefusal> {
  const line = order.lines.find((one) => one.id === id);
  if (line === undefined) return refused('order.line_not_found', { id });
  return isStanding(line) ? { ok: true, value: line } : refused('order.line_closed', { state: line.state });
}

function reasonOf(line: OrderLine, order: Order, { placements, today }: Known): string | null {
  return whyNotPayable(line, order.stage, sightOf(line, order, placements, today));
}

function firstReason(order: Order, known: Known): string | null {
  return order.lines.map((line) => reasonOf(line, order, known)).find((reason) => reason !== null) ?? null;
}

function withLines(order: Order, ids: ReadonlySet<string>, change: (line: OrderLine) => OrderLine): Order {
  return { ...order, lines: order.lines.map((line) => (ids.has(line.id) ? change(line) : line)) };
}

function done(order: Order, { placements, today }: Known): OrderDecision {
  return { ok: true, value: settled(order, placements, today) };
}

function refused(code: OrderRefusal, params: Refusal<OrderRefusal>['params'] = {}): Refusal<OrderRefusal> {
  return { ok: false, code, params };
}
