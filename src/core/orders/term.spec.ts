import { describe, expect, it } from '@jest/globals';
import type { OrderLine } from './order.js';
import { newLine } from './renew.js';
import { dayPlus, isRenewalDue, lastDayOf, type Renewable, renewalRefusal } from './term.js';

describe('lastDayOf', () => {
  it.each<[string, string, number, string]>([
    ['a year ends the day before', '2026-11-20', 12, '2027-11-19'],
    ['a month from the first ends with the month', '2026-02-01', 1, '2026-02-28'],
    ['a month from 31 January ends with February', '2026-01-31', 1, '2026-02-28'],
    ['and on the 29th in a leap year', '2028-01-31', 1, '2028-02-29'],
    ['a year from 29 February ends on the 28th', '2028-02-29', 12, '2029-02-28'],
    ['over the turn of the year', '2026-12-15', 2, '2027-02-14'],
  ])('%s', (_, from, months, last) => {
    expect(lastDayOf(from, months)).toBe(last);
  });
});

it.each<[string, string, number, string]>([
  ['forwards over a month', '2026-11-30', 1, '2026-12-01'],
  ['backwards over a year', '2027-01-19', -30, '2026-12-20'],
])('days are counted %s', (_, day, days, expected) => {
  expect(dayPlus(day, days)).toBe(expected);
});

const AMOUNTS = { buyingMinor: 100, buyingVatRate: 0, sellingMinor: null, sellingVatRate: 0 };
const paid: OrderLine = { ...newLine('a', 'p', AMOUNTS), state: 'paid', paidOn: '2026-01-01' };
const order = (changes: Partial<Renewable> = {}): Renewable => ({
  stage: 'ordered',
  endsOn: '2027-01-19',
  renewal: 'undecided',
  lines: [paid],
  ...changes,
});
const lost = { lines: [{ ...paid, state: 'lost' as const }] };

describe('a renewal', () => {
  it.each<[string, Renewable, string, boolean]>([
    ['is asked for 30 days ahead', order(), '2026-12-20', true],
    ['is not asked for before', order(), '2026-12-19', false],
    ['is not asked for where there is no term', order({ endsOn: null }), '2026-12-20', false],
    ['is not asked for once it is decided', order({ renewal: 'let_end' }), '2026-12-20', false],
    ['is not asked for what was never ordered', order({ stage: 'approved' }), '2026-12-20', false],
    ['is not asked for what is lost', order(lost), '2026-12-20', false],
  ])('%s', (_, one, today, isDue) => {
    expect(isRenewalDue(one, today)).toBe(isDue);
  });

  it.each<[string, Renewable, 'renew' | 'let_end', string | null]>([
    ['goes on', order(), 'renew', null],
    ['ends', order(), 'let_end', null],
    ['can be thought better of', order({ renewal: 'let_end' }), 'renew', null],
    ['happens once', order({ renewal: 'renewed' }), 'renew', 'order.renewed_already'],
    ['needs a term', order({ endsOn: null }), 'renew', 'order.without_term'],
    ['needs something that stands', order(lost), 'renew', 'order.nothing_to_renew'],
    ['needs an order that was placed', order({ stage: 'quoted' }), 'let_end', 'order.act_not_allowed'],
  ])('%s', (_, one, act, refusal) => {
    expect(renewalRefusal(one, act)).toBe(refusal);
  });
});
