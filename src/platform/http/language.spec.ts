import { describe, expect, it } from '@jest/globals';
import { preferredLocale } from './language.js';

describe('preferredLocale', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'en'],
    ['', 'en'],
    ['nl', 'nl'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en-US,nl;q=0.9', 'en'],
    ['en;q=0.3,NL;q=0.7', 'nl'],
    ['fr,de;q=0.9', 'en'],
    ['fr;q=1, nl;q=0.1', 'nl'],
    ['nl;q=0, fr', 'en'],
    ['*', 'en'],
  ])('of %j is %s', (header, expected) => {
    expect(preferredLocale(header)).toBe(expected);
  });
});
