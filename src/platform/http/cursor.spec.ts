import { describe, expect, it } from '@jest/globals';
import { type CursorPart, cursorText, readCursor, TIME_FORM, UUID_FORM, writeCursor } from './cursor.js';

const raw = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

describe('a cursor', () => {
  it.each<[readonly CursorPart[]]>([[['a']], [[1, null]], [['2026-11-20T09:00:00.000Z', 'é"\\']]])(
    'brings back %j',
    (parts) => {
      expect(readCursor(writeCursor('newest', parts), 'newest', parts.length)).toEqual(parts);
    },
  );

  it.each<[string, string]>([
    ['another order', writeCursor('checked', ['a'])],
    ['another number of parts', writeCursor('newest', ['a', 'b'])],
    ['another form', raw(['c0', 'newest', 'a'])],
    ['an object as a part', raw(['c1', 'newest', { a: 1 }])],
    ['a NUL character', raw(['c1', 'newest', 'a\u0000'])],
    ['no list', raw({ length: 3 })],
    ['no JSON', 'bm9uc2Vuc2U'],
    ['no base64url', 'a b+/='],
    ['nothing', ''],
    ['too much', writeCursor('newest', ['x'.repeat(3000)])],
  ])('of %s is refused', (_, cursor) => {
    expect(() => readCursor(cursor, 'newest', 1)).toThrow('request.cursor_invalid');
  });

  it('holds ids and times only where those are asked for', () => {
    expect(cursorText('2026-11-20T09:00:00.123456Z', TIME_FORM)).toBe('2026-11-20T09:00:00.123456Z');
    expect(() => cursorText("' or 1=1", UUID_FORM)).toThrow('request.cursor_invalid');
    expect(() => cursorText(null, UUID_FORM)).toThrow('request.cursor_invalid');
  });
});
