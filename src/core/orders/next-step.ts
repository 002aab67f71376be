import { isStanding, type Order } from './order.js';
import { isRenewalDue } from './term.js';

export const NEXT_STEPS = [
  'approve',
  'order',
  'pay',
  'settle_loss',
  'replace_or_drop',
  'decide_renewal',
  'tie_placement',
  'await_live',
  'none',
] as const;
/** The one thing to do next with an order. */
export type NextStep = (typeof NEXT_STEPS)[number];

/** Says the one thing to do next: what people decide first, then money, then what was lost, then the end of the term. */
export function nextStep(order: Order, today: string): NextStep {
  if (order.stage === 'quoted') return 'approve';
  if (order.stage === 'approved') return 'order';
  if (order.stage === 'cancelled') return 'none';
  return nextOfOrdered(order, today);
}

function nextOfOrdered(order: Order, today: string): NextStep {
  const standing = order.lines.filter(isStanding);
  if (standing.some(({ state }) => state === 'payable')) return 'pay';
  const lost = standing.filter(({ state }) => state === 'lost');
  if (lost.length > 0) return lost.some(({ paidOn }) => paidOn !== null) ? 'settle_loss' : 'replace_or_drop';
  if (isRenewalDue(order, today)) return 'decide_renewal';
  const waiting = standing.filter(({ state }) => state === 'open' || state === 'live');
  if (waiting.some(({ placementId }) => placementId === null)) return 'tie_placement';
  return waiting.length > 0 ? 'await_live' : 'none';
}
