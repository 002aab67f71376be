import type { Sight } from './line-sight.js';
import {
  isStanding,
  type LineState,
  type Order,
  type OrderCredit,
  type OrderLine,
  type OrderStage,
} from './order.js';

/** What decides a line's state beside the line itself. */
export interface LineFacts {
  readonly stage: OrderStage;
  readonly sight: Sight;
  /** What was given back for the line and for those it took over from. */
  readonly creditedMinor: number;
}

/** The state of a line by what is known now; a replaced or cancelled one stays so. */
export function lineState(line: OrderLine, { stage, sight, creditedMinor }: LineFacts): LineState {
  if (!isStanding(line)) return line.state;
  const isPaid = line.paidOn !== null;
  if (isPaid && line.buyingMinor > 0 && creditedMinor >= line.buyingMinor) return 'credited';
  if (sight === 'lost') return 'lost';
  if (isPaid) return 'paid';
  return unpaidState(line, stage, sight);
}

function unpaidState(line: OrderLine, stage: OrderStage, sight: Sight): LineState {
  if (sight === 'met' && stage === 'ordered') return 'payable';
  const isLive = isSeen(sight) || (sight === 'could_not_check' && line.hasBeenLive);
  return isLive ? 'live' : 'open';
}

/** Whether the verifier sees the link of a line now. */
export function isSeen(sight: Sight): boolean {
  return (
    sight === 'met' || sight === 'terms_differ' || sight === 'label_missing' || sight === 'label_not_seen'
  );
}

export const UNPAYABLE_REASONS = [
  'not_approved',
  'not_ordered',
  'no_placement',
  'awaited',
  'could_not_check',
  'terms_differ',
  'label_missing',
  'label_not_seen',
  'lost',
] as const;
/** Why a line must not be paid yet. */
export type UnpayableReason = (typeof UNPAYABLE_REASONS)[number];

/** Why a line must not be paid yet; null for one that may be, and for one with which nothing is due any more. */
export function whyNotPayable(line: OrderLine, stage: OrderStage, sight: Sight): UnpayableReason | null {
  if (!isStanding(line) || line.paidOn !== null || stage === 'cancelled') return null;
  if (sight !== 'met') return sight;
  if (stage === 'quoted') return 'not_approved';
  return stage === 'approved' ? 'not_ordered' : null;
}

/** What was credited for a line and for all lines whose money it took over; the net amounts and the VAT. */
export function creditedFor(
  lineId: string,
  { lines, credits }: Pick<Order, 'lines' | 'credits'>,
): { amountMinor: number; vatMinor: number } {
  const chain = chainOf(lineId, lines);
  const given = credits.filter((credit) => chain.has(credit.lineId));
  return { amountMinor: sum(given, 'amountMinor'), vatMinor: sum(given, 'vatMinor') };
}

/** A line with all it took over from, one after the other. */
function chainOf(lineId: string, lines: readonly OrderLine[]): ReadonlySet<string> {
  const chain = new Set<string>();
  for (let id: string | null = lineId; id !== null && !chain.has(id); ) {
    chain.add(id);
    const at: string = id;
    id = lines.find((line) => line.id === at)?.replacesLineId ?? null;
  }
  return chain;
}

function sum(credits: readonly OrderCredit[], key: 'amountMinor' | 'vatMinor'): number {
  return credits.reduce((total, credit) => total + credit[key], 0);
}
