import { describe, expect, it } from '@jest/globals';
import { planTurn } from './turn-plan.js';

const on = (id: string, sourceUrl: string, isAsked = false) => ({ id, sourceUrl, isAsked });

describe('planTurn', () => {
  it.each<[string, ReturnType<typeof on>[], string[]]>([
    ['nothing due is no page', [], []],
    [
      'placements of one page go together',
      [on('a', 'https://x.example/1'), on('b', 'https://x.example/1')],
      ['a b'],
    ],
    [
      'a fragment names no other page',
      [on('a', 'https://x.example/1#top'), on('b', 'https://x.example/1')],
      ['a b'],
    ],
    [
      'pages keep their order',
      [on('a', 'https://x.example/1'), on('b', 'https://x.example/2'), on('c', 'https://x.example/1')],
      ['a c', 'b'],
    ],
    [
      'what was asked for comes first',
      [on('a', 'https://x.example/1'), on('b', 'https://x.example/2', true)],
      ['b', 'a'],
    ],
    [
      'http and https are two pages',
      [on('a', 'http://x.example/'), on('b', 'https://x.example/')],
      ['a', 'b'],
    ],
  ])('%s', (_, due, expected) => {
    const pages = planTurn(due).map((page) => page.placements.map(({ id }) => id).join(' '));
    expect(pages).toEqual(expected);
  });
});
