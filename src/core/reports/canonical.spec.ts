import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical.js';

describe('canonicalJson', () => {
  it.each<[string, unknown, string]>([
    [
      'names come in order, deep down too',
      { b: 1, a: { d: null, c: [{ z: 1, y: 'é' }] } },
      '{"a":{"c":[{"y":"é","z":1}],"d":null},"b":1}',
    ],
    ['lists keep their order', [3, 1, 2], '[3,1,2]'],
    ['what is not there is left out', { a: undefined, b: true }, '{"b":true}'],
  ])('%s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });
});
