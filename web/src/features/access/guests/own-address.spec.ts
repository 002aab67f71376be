import { describe, expect, it } from '@jest/globals';
import { ownAddress } from './own-address.js';

describe('ownAddress', () => {
  it.each<[string, string | undefined, string]>([
    ['a page of ours is gone back to', '/placements?state=removed', '/placements?state=removed'],
    ['without one Today opens', undefined, '/today'],
    ['another site is refused', 'https://evil.example/', '/today'],
    ['another site without its scheme is refused', '//evil.example/', '/today'],
    ['a backslash is no way around', '/\\evil.example', '/today'],
    ['a script is refused', 'javascript:alert(1)', '/today'],
  ])('%s', (_, next, expected) => {
    expect(ownAddress(next)).toBe(expected);
  });
});
