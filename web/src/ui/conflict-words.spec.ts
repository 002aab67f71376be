import { describe, expect, it } from '@jest/globals';
import type { ConflictTouch, SiteConflict } from '../api/prospect-views.js';
import { conflictTone, namedTouches } from './conflict-words.js';

const touch = (id: string, counts: boolean) => ({ id, counts }) as ConflictTouch;

describe('what the conflict banner says', () => {
  it.each<[string, SiteConflict['answer'], SiteConflict['reasons'], string]>([
    ['nothing in the way is free', 'free', [], 'free'],
    ['a colleague who was there first is a warning', 'warn', ['contacted_lately'], 'warn'],
    ['do not contact stops', 'warn', ['contacted_lately', 'do_not_contact'], 'stop'],
    ['a client’s exclusion stops', 'warn', ['excluded'], 'stop'],
  ])('%s', (_, answer, reasons, tone) => {
    expect(conflictTone({ answer, reasons })).toBe(tone);
  });

  it('touches that count for this client are named before the others', () => {
    expect(namedTouches({ touches: [touch('a', false), touch('b', true)] })).toEqual([touch('b', true)]);
    expect(namedTouches({ touches: [touch('a', false)] })).toEqual([touch('a', false)]);
  });
});
