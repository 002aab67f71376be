import type { APIRequestContext } from 'playwright-core';
import { firstOf, type Shot } from './shot.js';
import type { Visitor } from './visitor.js';

/** The pages of orders: the list, one in each state that asks for something, and what is typed. */
export async function orderShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const first = (query: string) => firstOf(as, `/orders?${query}`);
  const [quoted, payable, paid, lost] = await Promise.all(
    ['state=quoted', 'state=payable', 'state=paid', 'lost=true'].map(first),
  );
  const press = (name: string) => (visitor: Visitor) =>
    visitor.page.getByRole('button', { name }).first().click();
  return [
    { name: 'orders', path: '/orders' },
    { name: 'orders-none', path: '/orders?q=nothing-is-called-so' },
    { name: 'order-new', path: '/orders/new' },
    { name: 'order-quoted', path: `/orders/${quoted}` },
    { name: 'order-edit', path: `/orders/${quoted}`, act: press('Edit') },
    { name: 'order-payable', path: `/orders/${payable}` },
    { name: 'order-paid', path: `/orders/${paid}` },
    { name: 'order-credit', path: `/orders/${paid}`, act: press('Record a credit') },
    { name: 'order-lost', path: `/orders/${lost}` },
  ];
}
