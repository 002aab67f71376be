import { describe, expect, it } from '@jest/globals';
import { foldAliases } from './aliases.js';

describe('foldAliases', () => {
  it.each<[string, string[], string[]]>([
    ['names stay in their order', ['Norda', 'ND'], ['Norda', 'ND']],
    ['white space is folded', ['  North\n Dawn '], ['North Dawn']],
    ['empty ones go', ['', '  ', 'ND'], ['ND']],
    ['repeats go, whatever their case', ['ND', 'nd', 'N D'], ['ND', 'N D']],
    ['the own name is no alias', ['north  DAWN books'], []],
  ])('%s', (_, typed, kept) => {
    expect(foldAliases(typed, 'North Dawn Books')).toEqual(kept);
  });
});
