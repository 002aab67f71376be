import { describe, expect, it } from '@jest/globals';
import { keepFrom } from './retention.js';

describe('keepFrom', () => {
  it.each([
    ['24 months', '2026-11-20T09:00:00Z', 24, '2024-11-20T09:00:00.000Z'],
    ['over the turn of the year', '2026-01-15T00:00:00Z', 2, '2025-11-15T00:00:00.000Z'],
    ['from the 31st into a short month', '2026-03-31T12:00:00Z', 1, '2026-02-28T12:00:00.000Z'],
    ['into a leap day', '2028-03-29T12:00:00Z', 1, '2028-02-29T12:00:00.000Z'],
  ])('goes back %s', (_, now, months, expected) => {
    expect(keepFrom(new Date(now), months)?.toISOString()).toBe(expected);
  });

  it('keeps everything for 0 months', () => {
    expect(keepFrom(new Date('2026-11-20T09:00:00Z'), 0)).toBeNull();
  });
});
