import { AppError } from '../errors/app-error.js';

/** A value a list was sorted by, at the last row shown. */
export type CursorPart = string | number | null;

/** Marks the form of the cursor; a change of form makes old cursors invalid instead of wrong. */
const FORM = 'c1';
const LONGEST = 2000;

/**
 * The opaque place in a list after its last shown row. `sort` names the order, so that a cursor of one order is not
 * read in another. It holds only what the row showed: row-level security decides what the next page may hold.
 */
export function writeCursor(sort: string, parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify([FORM, sort, ...parts]), 'utf8').toString('base64url');
}

/** Reads a cursor written for this order with this many parts. Throws `request.cursor_invalid` on any other. */
export function readCursor(cursor: string, sort: string, count: number): readonly CursorPart[] {
  const [form, order, ...parts] = decoded(cursor);
  const fits = form === FORM && order === sort && parts.length === count && parts.every(isPart);
  if (!fits) throw new AppError('request.cursor_invalid');
  return parts;
}

function decoded(cursor: string): readonly unknown[] {
  if (cursor.length > LONGEST || !/^[\w-]+$/.test(cursor)) throw new AppError('request.cursor_invalid');
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    throw new AppError('request.cursor_invalid');
  }
}

function isPart(value: unknown): value is CursorPart {
  if (typeof value === 'string') return !value.includes('\u0000');
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}

/** A part of a cursor that must be text of a form, such as a UUID; throws `request.cursor_invalid` otherwise. */
export function cursorText(part: CursorPart | undefined, form: RegExp): string {
  if (typeof part !== 'string' || !form.test(part)) throw new AppError('request.cursor_invalid');
  return part;
}

/** A part of a cursor that must be a whole number from 0 on that PostgreSQL's integer holds; throws like `cursorText`. */
export function cursorNumber(part: CursorPart | undefined): number {
  const fits = typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= 2_147_483_647;
  if (!fits) throw new AppError('request.cursor_invalid');
  return part;
}

/** A part of a cursor that must be a moment of the calendar, in the form `TIME_FORM`; throws like `cursorText`. */
export function cursorTime(part: CursorPart | undefined): string {
  const text = cursorText(part, TIME_FORM);
  const moment = new Date(`${text.slice(0, 19)}Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text.slice(0, 19));
  if (!exists || text.startsWith('0000')) throw new AppError('request.cursor_invalid');
  return text;
}

/** Forms of cursor parts. */
export const UUID_FORM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
