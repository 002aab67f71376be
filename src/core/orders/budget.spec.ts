import { expect, it } from '@jest/globals';
import { type BudgetedOrder, budgetFigures, freeOf } from './budget.js';
import type { OrderLine, OrderStage } from './order.js';
import { newLine } from './renew.js';

const AMOUNTS = { buyingMinor: 100, buyingVatRate: 2100, sellingMinor: 200, sellingVatRate: 2100 };
const line = (changes: Partial<OrderLine> = {}): OrderLine => ({
  ...newLine('a', null, AMOUNTS),
  ...changes,
});
const order = (stage: OrderStage, changes: Partial<BudgetedOrder> = {}): BudgetedOrder => ({
  stage,
  lines: [line()],
  credits: [],
  currency: 'USD',
  budgetRate: null,
  budgetCurrency: null,
  committedOn: '2026-11-20',
  ...changes,
});
const paid = { lines: [line({ paidOn: '2026-12-01' })] };
const back = (amountMinor: number, creditedOn: string) => ({
  lineId: 'a',
  amountMinor,
  vatMinor: 0,
  creditedOn,
});
const rate = { budgetRate: '1.085', budgetCurrency: 'EUR' };

it.each<[string, BudgetedOrder, string | null, object]>([
  ['a quote uses nothing', order('quoted'), null, {}],
  ['what is approved is committed', order('approved'), null, { USD: [100, 0, 0] }],
  ['what is paid is spent and no longer committed', order('ordered', paid), null, { USD: [0, 100, 0] }],
  ['a month shows what was promised in it', order('ordered'), '2026-11', { USD: [100, 0, 0] }],
  ['another month shows nothing of it', order('ordered'), '2026-12', {}],
  [
    'a replaced line counts for nothing',
    order('ordered', { lines: [line({ state: 'replaced' })] }),
    null,
    {},
  ],
  [
    'a rate turns it into the budget’s currency',
    order('ordered', { ...paid, ...rate }),
    null,
    { EUR: [0, 109, 0] },
  ],
  [
    'parts that come back add up to the whole',
    order('ordered', { ...paid, ...rate, credits: [back(50, '2027-01-01'), back(50, '2027-02-01')] }),
    null,
    { EUR: [0, 109, 109] },
  ],
  [
    'each month its part',
    order('ordered', { ...paid, ...rate, credits: [back(50, '2027-01-01'), back(50, '2027-02-01')] }),
    '2027-02',
    { EUR: [0, 0, 55] },
  ],
])('%s', (_, one, month, expected) => {
  const figures = budgetFigures([one], () => (one.budgetRate === null ? null : 'EUR'), month);
  const shown = [...figures].map(([currency, { committedMinor, spentMinor, creditedMinor }]) => [
    currency,
    [committedMinor, spentMinor, creditedMinor],
  ]);
  expect(Object.fromEntries(shown)).toEqual(expected);
});

it('an order without a rate to the budget keeps its own currency', () => {
  expect([...budgetFigures([order('ordered')], () => 'EUR').keys()]).toEqual(['USD']);
});

it.each<[string, number | null, number | null]>([
  ['no budget, nothing free', null, null],
  ['what is left', 1000, 1000 - 100 - 50 + 20],
  ['more promised than there is', 100, -30],
])('%s', (_, budget, free) => {
  expect(freeOf(budget, { committedMinor: 100, spentMinor: 50, creditedMinor: 20 })).toBe(free);
});
