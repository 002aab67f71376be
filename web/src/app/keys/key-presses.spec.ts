import { describe, expect, it } from '@jest/globals';
import { type KeyAction, type Pressed, pressed } from './key-presses.js';

const action = (keys: string, label = keys): KeyAction => ({ keys, label, run: () => undefined });
const ACTIONS = [
  action('j', 'of the frame'),
  action('g t'),
  action('g p'),
  action('j', 'of the page'),
  action('?'),
];

/** Presses keys at their moments and says what the last one ran. */
function after(...keys: readonly (readonly [key: string, at: number])[]): string | undefined {
  let before: Pressed = { keys: [], at: 0 };
  let label: string | undefined;
  for (const [key, at] of keys) {
    const answer = pressed(ACTIONS, before, key, at);
    before = answer.next;
    label = answer.action?.label;
  }
  return label;
}

describe('pressed', () => {
  it.each<[string, readonly (readonly [string, number])[], string | undefined]>([
    ['a single key runs at once', [['?', 10]], '?'],
    ['the page wins over the frame', [['j', 10]], 'of the page'],
    [
      'a row runs with its last key',
      [
        ['g', 10],
        ['t', 500],
      ],
      'g t',
    ],
    ['the first key of a row runs nothing', [['g', 10]], undefined],
    [
      'a row is forgotten after a second',
      [
        ['g', 10],
        ['t', 1011],
      ],
      undefined,
    ],
    [
      'a wrong second key counts for itself',
      [
        ['g', 10],
        ['j', 20],
      ],
      'of the page',
    ],
    [
      'a row may begin again after a wrong key',
      [
        ['g', 10],
        ['x', 20],
        ['g', 30],
        ['p', 40],
      ],
      'g p',
    ],
    [
      'a key pressed twice still begins its row',
      [
        ['g', 10],
        ['g', 20],
        ['t', 30],
      ],
      'g t',
    ],
    ['an unknown key runs nothing', [['q', 10]], undefined],
  ])('%s', (_, keys, expected) => {
    expect(after(...keys)).toBe(expected);
  });
});
