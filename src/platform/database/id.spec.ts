import { describe, expect, it } from '@jest/globals';
import { newId } from './id.js';

const NOON = new Date('2026-11-20T12:00:00.000Z');
const LATER = new Date('2026-11-20T12:00:00.001Z');

describe('newId', () => {
  it('keeps the order of what happened in one millisecond', () => {
    const ids = Array.from({ length: 2000 }, () => newId(NOON));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps that order while other moments are named between', () => {
    const first = newId(NOON);
    newId(LATER);
    expect(newId(NOON) > first).toBe(true);
  });

  it('puts a later moment behind an earlier one, whichever is named first', () => {
    const later = newId(LATER);
    expect(later > newId(NOON)).toBe(true);
  });

  it.each([
    ['a given moment', newId(NOON)],
    ['the present', newId()],
  ])('is a UUID of version 7 for %s', (_, id) => {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
