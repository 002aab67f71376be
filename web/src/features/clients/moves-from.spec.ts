import { describe, expect, it } from '@jest/globals';
import { type Move, movesFrom } from './moves-from.js';

const HOME = 'https://noordlicht.example/';
const at = (path: string) => `https://noordlicht.example${path}`;

describe('movesFrom', () => {
  it.each<[string, string, Move[], number[]]>([
    ["paths are taken on the brand's site", '/old → /new', [{ from: at('/old'), to: at('/new') }], []],
    ['an arrow of two signs will do', '/old -> /new', [{ from: at('/old'), to: at('/new') }], []],
    [
      'cells of a sheet are parted by a tab',
      `${at('/a')}\t${at('/b')}`,
      [{ from: at('/a'), to: at('/b') }],
      [],
    ],
    ['a comma parts two addresses', '/a,/b', [{ from: at('/a'), to: at('/b') }], []],
    ['a comma inside an address stays', '/a,1 /b,2', [{ from: at('/a,1'), to: at('/b,2') }], []],
    ['empty lines are skipped', '\n/a /b\n\n', [{ from: at('/a'), to: at('/b') }], []],
    [
      'a page may move to another site',
      '/a https://other.example/b',
      [{ from: at('/a'), to: 'https://other.example/b' }],
      [],
    ],
    ['one address is no move', '/a', [], [1]],
    ['three addresses are no move', '/a /b /c', [], [1]],
    ['a page that stays has not moved', '/a /a', [], [1]],
    ['words are no addresses', 'old new', [], [1]],
    [
      'the numbers are those of the lines',
      '/a /b\n\nold\n/c /d',
      [
        { from: at('/a'), to: at('/b') },
        { from: at('/c'), to: at('/d') },
      ],
      [3],
    ],
  ])('%s', (_, text, moves, badLines) => {
    expect(movesFrom(text, HOME)).toEqual({ moves, badLines });
  });
});
