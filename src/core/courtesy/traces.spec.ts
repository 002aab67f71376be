import { describe, expect, it } from '@jest/globals';
import { ERASED_WORD, tracePattern } from './traces.js';

const without = (text: string, keys: readonly string[], name: string): string => {
  const pattern = tracePattern(keys, name);
  return pattern === null ? text : text.replaceAll(new RegExp(pattern, 'gi'), ERASED_WORD);
};

describe('what is left of a person in a text', () => {
  it.each([
    ['the address goes', 'Mail ann@paper.example, please', 'Mail [erased], please'],
    ['in any case', 'ANN@Paper.Example', '[erased]'],
    ['in a JSON text', '{"to":"ann@paper.example"}', '{"to":"[erased]"}'],
    ['the whole name goes, however it is spaced', 'Ann  van Dam said', '[erased] said'],
    ['a part of the name stays', 'Ann said', 'Ann said'],
    ['a longer address stays', 'joann@paper.example', 'joann@paper.example'],
    ['an address at a longer domain stays', 'ann@paper.example-two.example', 'ann@paper.example-two.example'],
    ['a longer name stays', 'Joann van Damme', 'Joann van Damme'],
  ])('%s', (_, text, left) => {
    expect(without(text, ['ann@paper.example'], 'Ann van Dam')).toBe(left);
  });

  it.each([
    ['nothing is known', [], ''],
    ['the name is one word', [], 'Cher'],
  ])('is all of it when %s', (_, keys, name) => {
    expect(tracePattern(keys, name)).toBeNull();
  });

  it('is found with letters that mean something in a pattern', () => {
    expect(without('a+b.c@x.example and aab.c@x.example', ['a+b.c@x.example'], '')).toBe(
      '[erased] and aab.c@x.example',
    );
  });
});
