import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { remember } from '../../core/verifier/memory.js';
import { freshMemory, type PlacementMemory } from '../../core/verifier/placement-memory.js';
import { memoryColumns, readMemory } from './stored-memory.js';

const AT = Date.parse('2026-11-20T09:00:00Z');
const checked = (memory: PlacementMemory, verdict: 'live' | 'absent' | 'unreachable'): PlacementMemory =>
  remember(memory, { verdict, findings: [], best: null }, { at: AT + 1000, targetFailing: false }).memory;

describe('the memory of a placement', () => {
  const live = checked(freshMemory(AT, 'added'), 'live');
  it.each<[string, PlacementMemory]>([
    ['of one never checked', freshMemory(AT, 'added')],
    ['of an imported one that waits for its baseline', freshMemory(AT, 'imported')],
    ['whose baseline was an absence', checked(freshMemory(AT, 'imported'), 'absent')],
    ['of a live one', live],
    ['of one suspected to be gone', checked(live, 'absent')],
    ['of one nobody answers for', checked(live, 'unreachable')],
  ])('%s comes back from its columns as it was', (_, memory) => {
    const columns = memoryColumns(memory);
    expect(readMemory({ ...columns, memory: JSON.parse(JSON.stringify(columns.memory)) })).toEqual(memory);
  });

  it('of a row just written is a fresh one', () => {
    expect(readMemory({ ...memoryColumns(freshMemory(AT, 'added')), memory: {} })).toEqual(
      freshMemory(AT, 'added'),
    );
  });

  it.each([
    ['a verdict nobody knows', { lastVerdicts: [{ at: 1, verdict: 'fine' }] }],
    ['a series without a count', { absent: { firstAt: 1, lastAt: 2 } }],
    ['a time that is a text', { firstSeenAt: '2026-11-20' }],
  ])('is not read when it holds %s', (_, memory) => {
    expect(() => readMemory({ ...memoryColumns(freshMemory(AT, 'added')), memory })).toThrow('not readable');
  });
});
