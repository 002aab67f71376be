import { describe, expect, it } from '@jest/globals';
import { type Move, planMoves } from './move-plan.js';

const move = (from: string, to: string): Move => ({ from, to });

describe('planMoves', () => {
  it('finds pages by their equivalent address and keeps the new one as written', () => {
    expect(planMoves([move('http://www.shop.example/old/', 'shop.example/new?x=1#top')])).toEqual({
      ok: true,
      moves: [
        {
          fromKey: 'shop.example:/old?',
          to: 'https://shop.example/new?x=1#top',
          toKey: 'shop.example:/new?x=1',
        },
      ],
    });
  });

  it('takes a chain and a swap as moves of one snapshot', () => {
    const plan = planMoves([
      move('shop.example/a', 'shop.example/b'),
      move('shop.example/b', 'shop.example/a'),
    ]);
    expect(plan.ok && plan.moves.map((planned) => [planned.fromKey, planned.toKey])).toEqual([
      ['shop.example:/a?', 'shop.example:/b?'],
      ['shop.example:/b?', 'shop.example:/a?'],
    ]);
  });

  it('takes a move to another scheme of the same page', () => {
    expect(planMoves([move('http://shop.example/a', 'https://shop.example/a')]).ok).toBe(true);
  });

  it.each<[string, Move[], { index: number; field: string; reason: string }]>([
    ['an unreadable old page', [move('', 'shop.example')], { index: 0, field: 'from', reason: 'empty' }],
    [
      'an unreadable new page',
      [move('shop.example', 'ftp://x.example')],
      { index: 0, field: 'to', reason: 'not_web' },
    ],
    [
      'a page that stays',
      [move('shop.example/a', 'https://shop.example/a')],
      { index: 0, field: 'to', reason: 'same_page' },
    ],
    [
      'a page named twice in two spellings',
      [move('shop.example/a', 'shop.example/b'), move('http://www.shop.example/a/', 'shop.example/c')],
      { index: 1, field: 'from', reason: 'named_twice' },
    ],
  ])('refuses %s', (_, wishes, refusal) => {
    expect(planMoves(wishes)).toEqual({ ok: false, ...refusal });
  });
});
