import { describe, expect, it } from '@jest/globals';
import { isProof } from './proof.js';
import type { Verdict } from './verdict.js';

describe('isProof', () => {
  it.each<[Verdict, boolean]>([
    ['live', true],
    ['differs', true],
    ['absent', true],
    ['unreachable', false],
    ['unverifiable', false],
  ])('%s: %s', (verdict, expected) => {
    expect(isProof(verdict)).toBe(expected);
  });
});
