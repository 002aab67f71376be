import { describe, expect, it } from '@jest/globals';
import {
  advance,
  cancel,
  changeLines,
  credit,
  dropLine,
  type Known,
  type OrderDecision,
  pay,
  replaceLine,
  tieLine,
} from './acts.js';
import { nextStep } from './next-step.js';
import type { Order, OrderLine, OrderStage } from './order.js';
import { orderState } from './order-state.js';
import { newLine } from './renew.js';
import { totalsOf } from './totals.js';

const AMOUNTS = { buyingMinor: 1000, buyingVatRate: 2100, sellingMinor: 1500, sellingVatRate: 2100 };
const LIVE: Known = { placements: new Map([['p', { state: 'live', rel: [] }]]), today: '2026-11-20' };
const AWAITED: Known = { placements: new Map([['p', { state: 'awaited', rel: null }]]), today: '2026-11-20' };
const LOST: Known = { placements: new Map([['p', { state: 'removed', rel: [] }]]), today: '2026-11-20' };

const aLine = (changes: Partial<OrderLine> = {}): OrderLine => ({
  ...newLine('a', 'p', AMOUNTS),
  ...changes,
});
const anOrder = (stage: OrderStage, lines: readonly OrderLine[] = [aLine()]): Order => ({
  stage,
  labelAgreed: null,
  endsOn: '2026-12-20',
  renewal: 'undecided',
  lines,
  credits: [],
});
const PAID = anOrder('ordered', [aLine({ paidOn: '2026-11-19', state: 'paid' })]);
const TWO = [aLine(), aLine({ id: 'b', placementId: null })];
const CLOSED = anOrder('ordered', [aLine({ state: 'replaced' }), aLine({ id: 'b' })]);
const wish = (amountMinor: number, vatMinor: number | null = null) => ({
  lineId: 'a',
  amountMinor,
  vatMinor,
  creditedOn: '2026-11-20',
});
const outcome = (decision: OrderDecision): string =>
  decision.ok
    ? `${decision.value.stage}: ${decision.value.lines.map(({ state }) => state).join(' ')}`
    : decision.code;

describe('what may be done with an order', () => {
  it.each<[string, OrderDecision, string]>([
    ['a quote is approved', advance(anOrder('quoted'), 'approve', AWAITED), 'approved: open'],
    ['nothing is approved twice', advance(anOrder('approved'), 'approve', AWAITED), 'order.act_not_allowed'],
    [
      'a quote is not ordered before it is approved',
      advance(anOrder('quoted'), 'order', AWAITED),
      'order.act_not_allowed',
    ],
    [
      'what was live already is payable once it is ordered',
      advance(anOrder('approved'), 'order', LIVE),
      'ordered: payable',
    ],
    [
      'nothing is ordered without a line',
      advance(anOrder('approved', []), 'order', LIVE),
      'order.without_lines',
    ],
    [
      'a changed line takes the approval back',
      changeLines(anOrder('approved'), [aLine({ buyingMinor: 1 })], LIVE),
      'quoted: live',
    ],
    ['lines stay once it is ordered', changeLines(anOrder('ordered'), [aLine()], LIVE), 'order.money_fixed'],
    ['an order keeps a line', changeLines(anOrder('quoted'), [], LIVE), 'order.without_lines'],
    ['an unpaid order is cancelled with its lines', cancel(anOrder('ordered'), LIVE), 'cancelled: cancelled'],
    ['a paid one is not', cancel(PAID, LIVE), 'order.paid_already'],
    ['nothing is cancelled twice', cancel(anOrder('cancelled'), LIVE), 'order.act_not_allowed'],
    [
      'what was seen is paid',
      pay(anOrder('ordered'), { lineIds: null, paidOn: '2026-11-20' }, LIVE),
      'ordered: paid',
    ],
    [
      'only what was seen is paid',
      pay(anOrder('ordered', TWO), { lineIds: null, paidOn: '2026-11-20' }, LIVE),
      'ordered: paid open',
    ],
    [
      'nothing unseen is paid',
      pay(anOrder('ordered'), { lineIds: null, paidOn: '2026-11-20' }, AWAITED),
      'order.nothing_payable',
    ],
    [
      'not even by name',
      pay(anOrder('ordered', TWO), { lineIds: ['b'], paidOn: '2026-11-20' }, LIVE),
      'order.line_not_payable',
    ],
    [
      'nothing is paid twice',
      pay(PAID, { lineIds: ['a'], paidOn: '2026-11-20' }, LIVE),
      'order.line_not_payable',
    ],
    [
      'nothing approved is paid before it is ordered',
      pay(anOrder('approved'), { lineIds: null, paidOn: '2026-11-20' }, LIVE),
      'order.nothing_payable',
    ],
    [
      'a foreign line is not paid',
      pay(anOrder('ordered'), { lineIds: ['x'], paidOn: '2026-11-20' }, LIVE),
      'order.line_not_found',
    ],
    ['a part comes back', credit(PAID, wish(400), LOST), 'ordered: lost'],
    ['all comes back', credit(PAID, wish(1000), LOST), 'ordered: credited'],
    ['no more than was paid', credit(PAID, wish(1001), LOST), 'order.credit_too_high'],
    ['no more VAT than was paid', credit(PAID, wish(1, 211), LOST), 'order.credit_vat_too_high'],
    [
      'nothing comes back that was not paid',
      credit(anOrder('ordered'), wish(1), LOST),
      'order.line_not_paid',
    ],
    ['nothing comes back for a closed line', credit(CLOSED, wish(1), LOST), 'order.line_closed'],
    [
      'an unpaid line is taken out',
      dropLine(anOrder('ordered', TWO), 'b', LIVE),
      'ordered: payable cancelled',
    ],
    [
      'without its last line an order is off',
      dropLine(anOrder('ordered'), 'a', LIVE),
      'cancelled: cancelled',
    ],
    ['a paid line stays', dropLine(PAID, 'a', LIVE), 'order.line_paid'],
    [
      'a line finds its placement',
      tieLine(anOrder('ordered', [aLine({ placementId: null })]), { lineId: 'a', placementId: 'p' }, LIVE),
      'ordered: payable',
    ],
    [
      'a paid line keeps its placement',
      tieLine(PAID, { lineId: 'a', placementId: 'q' }, LIVE),
      'order.line_paid',
    ],
    [
      'a closed line finds none',
      tieLine(CLOSED, { lineId: 'a', placementId: 'q' }, LIVE),
      'order.line_closed',
    ],
    [
      'a paid line is replaced and stays paid',
      replaceLine(PAID, { lineId: 'a', newLineId: 'n', placementId: 'q' }, LOST),
      'ordered: replaced paid',
    ],
    [
      'a line is not replaced twice',
      replaceLine(CLOSED, { lineId: 'a', newLineId: 'n', placementId: 'q' }, LOST),
      'order.line_closed',
    ],
  ])('%s', (_, decision, expected) => {
    expect(outcome(decision)).toBe(expected);
  });

  it('the last credit takes the VAT that is left', () => {
    const first = credit(PAID, wish(333), LOST);
    const second = first.ok ? credit(first.value, wish(667), LOST) : first;
    expect(second.ok && second.value.credits.map(({ vatMinor }) => vatMinor)).toEqual([70, 140]);
  });

  it('what came back for a line counts for the one that replaced it', () => {
    const first = credit(PAID, wish(400), LOST);
    const next = first.ok
      ? replaceLine(first.value, { lineId: 'a', newLineId: 'n', placementId: 'q' }, LOST)
      : first;
    const more = (amountMinor: number) =>
      next.ok ? outcome(credit(next.value, { ...wish(amountMinor), lineId: 'n' }, LOST)) : '';
    expect([more(601), more(600)]).toEqual(['order.credit_too_high', 'ordered: replaced credited']);
    expect(next.ok && totalsOf(next.value.lines, next.value.credits)).toMatchObject({
      buyingMinor: 1000,
      paidMinor: 1000,
      creditedMinor: 400,
    });
  });
});

const states = (...all: [OrderLine['state'], string | null][]) =>
  all.map(([state, paidOn], no) => aLine({ id: String(no), state, paidOn }));

describe('orderState and nextStep', () => {
  it.each<[string, Order, string, string]>([
    ['a quote waits for its approval', anOrder('quoted'), 'quoted', 'approve'],
    ['an approved one is to be ordered', anOrder('approved'), 'approved', 'order'],
    ['ordered and nothing seen', anOrder('ordered', states(['open', null])), 'ordered', 'await_live'],
    [
      'a line that can be paid comes first',
      anOrder('ordered', states(['payable', null], ['lost', 'x'])),
      'payable',
      'pay',
    ],
    ['something is live', anOrder('ordered', states(['live', null], ['open', null])), 'live', 'await_live'],
    [
      'one paid, one awaited',
      anOrder('ordered', states(['paid', 'x'], ['open', null])),
      'live',
      'await_live',
    ],
    [
      'all paid and one lost',
      anOrder('ordered', states(['paid', 'x'], ['lost', 'x'])),
      'paid',
      'settle_loss',
    ],
    ['lost before it was paid', anOrder('ordered', states(['lost', null])), 'ordered', 'replace_or_drop'],
    ['all credited', anOrder('ordered', states(['credited', 'x'], ['replaced', null])), 'credited', 'none'],
    ['a cancelled one', anOrder('cancelled', states(['cancelled', null])), 'cancelled', 'none'],
    ['no line stands', anOrder('ordered', states(['cancelled', null])), 'cancelled', 'none'],
    ['paid, with its term ending soon', anOrder('ordered', states(['paid', 'x'])), 'paid', 'decide_renewal'],
    [
      'a line without a placement',
      anOrder('ordered', [aLine({ placementId: null })]),
      'ordered',
      'tie_placement',
    ],
  ])('%s', (_, order, state, next) => {
    const today = state === 'paid' ? '2026-11-20' : '2026-11-01';
    expect([orderState(order.stage, order.lines), nextStep(order, today)]).toEqual([state, next]);
  });
});
