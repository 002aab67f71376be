import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from './may-be-absent.js';

/** How far totals are counted; a longer list says "more than this". */
export const COUNTED_UP_TO = 10_000;

/** The query of every list. Lists with filters extend it. */
export class ListQuery {
  /** Where to go on: `nextCursor` of the page before. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  /** Rows on a page, 1 to 200. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @IsInt()
  @Min(1)
  @Max(200)
  @ApiPropertyOptional()
  limit: number = 50;
}

/** What every list answers beside its items. Each list has a view class of its own that extends this. */
export class ListPage {
  /** Where the next page starts; null on the last one. */
  nextCursor!: string | null;
  /** Rows that fit the filters; counted up to 10,000. */
  total!: number;
  /** False when there are more than the total says. */
  totalIsExact!: boolean;
}

/** Reads a query parameter that must be a whole number; anything else stays as it is, for the check to refuse. */
function wholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

/** Reads a query parameter that must be true or false; anything else stays as it is, for the check to refuse. */
export function trueOrFalse(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** Reads a query parameter that is a list with commas. Repeated parameters stay as they are and count as separate. */
export function commaList(value: unknown): unknown {
  return typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value;
}

/** A page of a list: one row more than `limit` was asked for, and its presence says that there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (last: Row) => string,
): { shown: readonly Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** The two fields about a total counted with `limit COUNTED_UP_TO + 1`. */
export function totalOf(counted: number): { total: number; totalIsExact: boolean } {
  return { total: Math.min(counted, COUNTED_UP_TO), totalIsExact: counted <= COUNTED_UP_TO };
}
