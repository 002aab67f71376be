import { describe, expect, it } from '@jest/globals';
import type { ConflictTouch } from '../api/prospect-views.js';
import { conflictTone, namedTouches } from './conflict-words.js';

const touch = (id: string, counts: boolean) => ({ id, counts }) as ConflictTouch;

describe('what the conflict banner says', () => {
  it.each([
    ['nothing in the way is free', 'free' as const, [], 'free'],
    ['a colleague who was there first is a warning', 'warn' as const, ['contacted_lately'], 'warn'],
    ['do not contact stops', 'warn' as const, ['contacted_lately', 'do_not_contact'], 'stop'],
    ['a client’s exclusion stops', 'warn' as const, ['excluded'], 'stop'],
  ])('%s', (_, answer, reasons, tone) => {
    expect(conflictTone({ answer, reasons })).toBe(tone);
  });

  it('touches that count for this client are named before the others', () => {
    expect(namedTouches({ touches: [touch('a', false), touch('b', true)] })).toEqual([touch('b', true)]);
    expect(namedTouches({ touches: [touch('a', false)] })).toEqual([touch('a', false)]);
  });
});
