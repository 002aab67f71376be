import type { Order, OrderLine, Renewal } from './order.js';
import { isStanding } from './order.js';

/** Days ahead of the end of a term at which people are asked whether it goes on. */
export const RENEWAL_NOTICE_DAYS = 30;

const DAY_MS = 86_400_000;

/** The day so many days after another; days are YYYY-MM-DD of the calendar, without a zone. */
export function dayPlus(day: string, days: number): string {
  return textOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS));
}

/** The last day of a term of whole months: one month from 31 January ends on the last day of February. */
export function lastDayOf(startsOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = startsOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  if (day > lastOfMonth) return textOf(new Date(Date.UTC(year, month - 1 + months, lastOfMonth)));
  return dayPlus(textOf(new Date(Date.UTC(year, month - 1 + months, day))), -1);
}

function textOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The part of an order that decides about its renewal. */
export type Renewable = Pick<Order, 'stage' | 'endsOn' | 'renewal' | 'lines'>;

/** Whether people are to be asked now whether the term goes on: from 30 days before its end, while something still stands. */
export function isRenewalDue(order: Renewable, today: string): boolean {
  if (order.stage !== 'ordered' || order.endsOn === null || order.renewal !== 'undecided') return false;
  return renewableLines(order.lines).length > 0 && today >= dayPlus(order.endsOn, -RENEWAL_NOTICE_DAYS);
}

/** The lines that can go on: those that stand, were not given back and are not lost. */
export function renewableLines(lines: readonly OrderLine[]): readonly OrderLine[] {
  return lines.filter(
    (line) => isStanding(line) && !['lost', 'credited'].includes(line.state) && line.renewedByLineId === null,
  );
}

/** Why an order cannot be renewed, or its end be decided. */
export type RenewalRefusal =
  | 'order.act_not_allowed'
  | 'order.renewed_already'
  | 'order.nothing_to_renew'
  | 'order.without_term';

/** Says why an order cannot go on (`renew`) or be left to end (`let_end`); null when it can. */
export function renewalRefusal(
  order: Renewable,
  act: Extract<Renewal, 'renew' | 'let_end'>,
): RenewalRefusal | null {
  if (order.stage !== 'ordered') return 'order.act_not_allowed';
  if (order.renewal === 'renewed') return 'order.renewed_already';
  if (order.endsOn === null) return 'order.without_term';
  return act === 'renew' && renewableLines(order.lines).length === 0 ? 'order.nothing_to_renew' : null;
}
