import { describe, expect, it } from '@jest/globals';
import type { PlacementState } from '../placements/placement.js';
import { type Sight, sightOf } from './line-sight.js';
import { lineState, whyNotPayable } from './line-state.js';
import type { AgreedLabel, LineState, OrderLine, OrderStage } from './order.js';
import { newLine } from './renew.js';

const AMOUNTS = { buyingMinor: 100, buyingVatRate: 0, sellingMinor: null, sellingVatRate: 0 };
const aLine = (changes: Partial<OrderLine> = {}): OrderLine => ({
  ...newLine('l', 'p', AMOUNTS),
  ...changes,
});
const DELIVERED = { hasBeenLive: true, hasBeenMet: true } as const;

describe('sightOf', () => {
  const sight = (
    state: PlacementState,
    rel: string[] | null,
    {
      label = null,
      line = {},
      endsOn = null,
    }: { label?: AgreedLabel | null; line?: Partial<OrderLine>; endsOn?: string | null } = {},
  ): Sight =>
    sightOf(aLine(line), { labelAgreed: label, endsOn }, new Map([['p', { state, rel }]]), '2026-11-20');

  it.each<[string, Sight, Sight]>([
    ['a live link without an agreed label is as agreed', sight('live', []), 'met'],
    ['"no label" agreed asks for nothing', sight('live', [], { label: 'none' }), 'met'],
    ['an agreed label that is worn', sight('live', ['sponsored'], { label: 'sponsored' }), 'met'],
    ['nofollow stands for sponsored', sight('live', ['nofollow'], { label: 'sponsored' }), 'met'],
    ['ugc alone does not', sight('live', ['ugc'], { label: 'sponsored' }), 'label_missing'],
    ['an agreed label that nobody wears', sight('live', [], { label: 'nofollow' }), 'label_missing'],
    ['a label nobody could read is not known', sight('live', null, { label: 'sponsored' }), 'label_not_seen'],
    ['another term differs', sight('differs', ['sponsored'], { label: 'sponsored' }), 'terms_differ'],
    ['nothing seen yet', sight('awaited', null), 'awaited'],
    ['a site that is down proves nothing', sight('site_down', []), 'could_not_check'],
    ['a page to be checked by hand proves nothing', sight('check_by_hand', []), 'could_not_check'],
    ['a removed link is lost', sight('removed', []), 'lost'],
    ['a gone site has lost it', sight('site_gone', []), 'lost'],
    ['a partner who was let go has it no more', sight('released', []), 'lost'],
    ['a placement ended after it was delivered', sight('ended', [], { line: DELIVERED }), 'met'],
    ['a placement ended before', sight('ended', []), 'lost'],
    [
      'a loss after the term is no loss',
      sight('removed', [], { line: DELIVERED, endsOn: '2026-11-19' }),
      'met',
    ],
    [
      'a loss on its last day is one',
      sight('removed', [], { line: DELIVERED, endsOn: '2026-11-20' }),
      'lost',
    ],
    [
      'what was never delivered is not by the end of the term',
      sight('removed', [], { endsOn: '2026-11-19' }),
      'lost',
    ],
    ['a line without a placement', sight('live', [], { line: { placementId: null } }), 'no_placement'],
  ])('%s', (_, seen, expected) => {
    expect(seen).toBe(expected);
  });
});

describe('lineState', () => {
  it.each<[string, Partial<OrderLine>, OrderStage, Sight, number, LineState]>([
    ['as agreed and ordered is payable', {}, 'ordered', 'met', 0, 'payable'],
    ['as agreed and only approved is live', {}, 'approved', 'met', 0, 'live'],
    ['there with a term that differs is live', {}, 'ordered', 'terms_differ', 0, 'live'],
    ['without its label is live', {}, 'ordered', 'label_missing', 0, 'live'],
    ['not seen is open', {}, 'ordered', 'awaited', 0, 'open'],
    ['a doubt keeps what was seen', { hasBeenLive: true }, 'ordered', 'could_not_check', 0, 'live'],
    ['a doubt about what was never seen is open', {}, 'ordered', 'could_not_check', 0, 'open'],
    ['lost is lost, paid or not', { paidOn: '2026-11-01' }, 'ordered', 'lost', 0, 'lost'],
    ['paid stays paid while nothing is lost', { paidOn: '2026-11-01' }, 'ordered', 'awaited', 0, 'paid'],
    ['a part given back is still lost', { paidOn: '2026-11-01' }, 'ordered', 'lost', 99, 'lost'],
    [
      'all given back is credited, also when it is live again',
      { paidOn: '2026-11-01' },
      'ordered',
      'met',
      100,
      'credited',
    ],
    [
      'what cost nothing is never credited',
      { paidOn: '2026-11-01', buyingMinor: 0 },
      'ordered',
      'met',
      0,
      'paid',
    ],
    ['a replaced line stays replaced', { state: 'replaced' }, 'ordered', 'met', 0, 'replaced'],
    ['a cancelled line stays cancelled', { state: 'cancelled' }, 'ordered', 'met', 0, 'cancelled'],
  ])('%s', (...[, line, stage, sight, creditedMinor, expected]) => {
    expect(lineState(aLine(line), { stage, sight, creditedMinor })).toBe(expected);
  });
});

describe('whyNotPayable', () => {
  it.each<[string, Partial<OrderLine>, OrderStage, Sight, string | null]>([
    ['nothing stands in the way', {}, 'ordered', 'met', null],
    ['a quote is not approved', {}, 'quoted', 'met', 'not_approved'],
    ['approved is not ordered', {}, 'approved', 'met', 'not_ordered'],
    ['what was seen comes first', {}, 'quoted', 'awaited', 'awaited'],
    ['nothing is due for a paid line', { paidOn: '2026-11-01' }, 'ordered', 'lost', null],
    ['nothing is due for a closed line', { state: 'replaced' }, 'ordered', 'lost', null],
    ['nothing is due for a cancelled order', {}, 'cancelled', 'lost', null],
  ])('%s', (...[, line, stage, sight, expected]) => {
    expect(whyNotPayable(aLine(line), stage, sight)).toBe(expected);
  });
});
