import { expect, it } from '@jest/globals';
import { SpareMemory } from './spare-memory.js';

const MB = 1_048_576;

it('collects when enough has piled up since the last time, and not before', () => {
  let used = 100 * MB;
  let collections = 0;
  const memory = new SpareMemory(
    () => used,
    () => {
      collections += 1;
      used = 110 * MB;
    },
  );
  used += 10 * MB;
  expect(memory.look()).toBe(false);
  used += 20 * MB;
  expect(memory.look()).toBe(true);
  used += 10 * MB;
  expect(memory.look()).toBe(false);
  expect(collections).toBe(1);
});

it('the engine’s collector lets go of what nobody holds', () => {
  let pile: Buffer[] | null = Array.from({ length: 64 }, () => Buffer.alloc(MB));
  const memory = new SpareMemory(undefined);
  expect(pile).toHaveLength(64);
  pile = null;
  const more = Array.from({ length: 50 }, () => Buffer.alloc(MB));
  expect(memory.look()).toBe(more.length === 50);
});
