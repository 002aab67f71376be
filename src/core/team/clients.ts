import { campaignRows, comingRows, deliveredRows, type Figure, lostRows, orderRows } from './addresses.js';

/** Numbers by the id they belong to; null is nobody. */
export type Counts = ReadonlyMap<string | null, number>;

/** What a campaign is to deliver in the month. */
interface Agreed {
  readonly id: string;
  readonly clientId: string;
  readonly agreed: number;
}

/** What a month brought, counted by client, and delivered by campaign too. */
export interface MonthFacts {
  readonly agreed: readonly Agreed[];
  readonly delivered: Counts;
  readonly deliveredByCampaign: Counts;
  readonly coming: Counts;
  readonly lost: Counts;
}

/** A month of one client, or of all of them. */
export interface MonthFigures {
  readonly agreed: Figure;
  readonly delivered: Figure;
  readonly due: Figure;
  readonly coming: Figure;
  readonly lost: Figure;
}

/** What orders use in one currency, in its smallest unit. */
export interface Money {
  readonly currency: string;
  readonly budgetMinor: number | null;
  readonly spentMinor: number;
  readonly committedMinor: number;
  readonly freeMinor: number | null;
}

/** Where the orders behind an amount are listed. */
export interface MoneyAddresses {
  readonly used: string;
  readonly spent: string;
  readonly committed: string;
}

/**
 * The month (YYYY-MM) of one client, or of all clients where none is named. What is still due is what each campaign lacks: one that delivers
 * more than agreed does not make up for another.
 */
export function monthFigures(facts: MonthFacts, month: string, clientId: string | undefined): MonthFigures {
  const agreed = facts.agreed.filter((one) => clientId === undefined || one.clientId === clientId);
  const of = (counts: Counts): number => (clientId === undefined ? sum(counts) : (counts.get(clientId) ?? 0));
  const lacking = agreed.map(({ id, agreed: wanted }) =>
    Math.max(0, wanted - (facts.deliveredByCampaign.get(id) ?? 0)),
  );
  const campaigns = campaignRows(month, clientId);
  return {
    agreed: { count: total(agreed.map((one) => one.agreed)), address: campaigns },
    delivered: { count: of(facts.delivered), address: deliveredRows(month, clientId) },
    due: { count: total(lacking), address: campaigns },
    coming: { count: of(facts.coming), address: comingRows(month, clientId) },
    lost: { count: of(facts.lost), address: lostRows(clientId) },
  };
}

/** Where the orders behind a client's amounts are listed; behind everybody's where none is named. */
export function moneyAddresses(clientId: string | undefined): MoneyAddresses {
  return {
    used: orderRows('used', clientId),
    spent: orderRows('spent', clientId),
    committed: orderRows('committed', clientId),
  };
}

/**
 * Amounts of several clients, added up by currency, the currency of most clients first. A budget of some is no budget of all: clients without
 * one count for what they use, and what is free is only what is left of budgets that were set.
 */
export function moneySums(each: readonly (readonly Money[])[]): Money[] {
  const sums = new Map<string, Money & { readonly clients: number }>();
  for (const one of each.flat()) {
    const { clients, ...before } = sums.get(one.currency) ?? { ...nothingIn(one.currency), clients: 0 };
    sums.set(one.currency, { ...plus(before, one), clients: clients + 1 });
  }
  return [...sums.values()]
    .sort((one, other) => other.clients - one.clients)
    .map(({ clients: _, ...money }) => money);
}

function nothingIn(currency: string): Money {
  return { currency, budgetMinor: null, spentMinor: 0, committedMinor: 0, freeMinor: null };
}

function plus(one: Money, other: Money): Money {
  return {
    currency: other.currency,
    budgetMinor: added(one.budgetMinor, other.budgetMinor),
    spentMinor: one.spentMinor + other.spentMinor,
    committedMinor: one.committedMinor + other.committedMinor,
    freeMinor: added(one.freeMinor, other.freeMinor),
  };
}

/** The sum of all counts. */
export function sum(counts: Counts): number {
  return total([...counts.values()]);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((before, one) => before + one, 0);
}

function added(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return one + other;
}
