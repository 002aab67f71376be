import { describe, expect, it } from '@jest/globals';
import {
  type CursorPart,
  cursorNumber,
  cursorText,
  cursorTime,
  readCursor,
  UUID_FORM,
  writeCursor,
} from './cursor.js';

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

  it.each(['2026-11-20T09:00:00.123456Z', '2024-02-29T23:59:59Z'])('holds the moment %s', (moment) => {
    expect(cursorTime(moment)).toBe(moment);
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T00:99:00Z',
    '0000-01-01T00:00:00Z',
    '2026-11-20',
    'infinity',
    7,
    null,
  ])('holds no moment where it says %j', (part) => {
    expect(() => cursorTime(part)).toThrow('request.cursor_invalid');
  });

  it('holds a number that the database can count to', () => {
    expect(cursorNumber(2_147_483_647)).toBe(2_147_483_647);
  });

  it.each(['1', 'x', null, undefined, -1, 1.5, 2_147_483_648, 1e300])(
    'holds no number where it says %j',
    (part) => {
      expect(() => cursorNumber(part)).toThrow('request.cursor_invalid');
    },
  );

  it('holds ids only where those are asked for', () => {
    expect(() => cursorText("' or 1=1", UUID_FORM)).toThrow('request.cursor_invalid');
    expect(() => cursorText(null, UUID_FORM)).toThrow('request.cursor_invalid');
  });
});
